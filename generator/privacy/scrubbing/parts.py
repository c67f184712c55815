"""A packed document being cleaned: its parts, changed or dropped, and packed again."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from xml.dom.minidom import Element, Text, parseString
from xml.parsers import expat

from generator.privacy.attachments.limits import damaged, too_large
from generator.privacy.attachments.package import Malformed, Package, without_declarations
from generator.privacy.detection import all_masked

Xml = Any
"""A node of minidom. Its published types do not know which nodes have which others."""
_TYPES = "[Content_Types].xml"
LARGEST_PART = 16 * 1024 * 1024
"""Bytes of XML that are edited: in memory they take a hundred times as much."""
_DATED = (2026, 1, 1, 0, 0, 0)


class Parts:
    """The parts by name. XML is kept as it was written, prefixes too: Word minds them."""

    def __init__(self, data: bytes, ending: str) -> None:
        """Raises Unscannable."""
        package = Package(data, ending)
        self.ending = ending
        self.all = {name: package.read(name) for name in package.names}

    def dom(self, name: str) -> Xml:
        """A part's XML. Raises Unscannable for one that is not well formed, or too large."""
        if len(self.all[name]) > LARGEST_PART:
            raise too_large("有一部分太大，清理不了")
        try:
            without_declarations(self.all[name])
            return parseString(self.all[name])
        except (Malformed, expat.ExpatError, ValueError, LookupError):
            raise damaged(self.ending) from None

    def put(self, name: str, dom: Xml) -> None:
        """A part's XML in its place."""
        data: bytes = dom.toxml(encoding="UTF-8", standalone=True)
        self.all[name] = data

    def drop(self, doomed: Callable[[str], bool]) -> list[str]:
        """Takes out every part that is `doomed`, what relates to it, and what only it led to."""
        gone = [name for name in self.all if doomed(name)]
        for name in gone:
            del self.all[name]
        self._mend_relations()
        self._prune()
        return gone

    def _mend_relations(self) -> None:
        for name in [name for name in self.all if name.endswith(".rels")]:
            dom = self.dom(name)
            lost = [
                one
                for one in elements(dom, "Relationship")
                if one.getAttribute("TargetMode") != "External"
                and _target(name, one.getAttribute("Target")) not in self.all
            ]
            for one in lost:
                remove(one)
            if lost:
                self.put(name, dom)

    def _prune(self) -> None:
        """Takes out the parts that nothing leads to any more."""
        reached = {_TYPES, "_rels/.rels"}
        todo = ["_rels/.rels"]
        while todo:
            rels = todo.pop()
            for one in elements(self.dom(rels), "Relationship"):
                target = _target(rels, one.getAttribute("Target"))
                if one.getAttribute("TargetMode") != "External" and target not in reached:
                    reached.add(target)
                    folder, base = posixpath.split(target)
                    below = f"{folder}/_rels/{base}.rels".lstrip("/")
                    if below in self.all:
                        reached.add(below)
                        todo.append(below)
        self.all = {name: data for name, data in self.all.items() if name in reached}
        types = self.dom(_TYPES)
        for one in [*elements(types, "Override")]:
            if one.getAttribute("PartName").lstrip("/") not in self.all:
                remove(one)
        self.put(_TYPES, types)

    def packed(self) -> bytes:
        """The document again; the same parts give the same bytes."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.all.items():
                info = zipfile.ZipInfo(name, _DATED)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, data)
        return stream.getvalue()


def _target(rels: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    folder = posixpath.dirname(posixpath.dirname(rels))
    return posixpath.normpath(posixpath.join(folder, target))


def elements(node: Xml, name: str) -> Iterator[Xml]:
    """Every element below a node with this local name, in order."""
    for child in [*node.childNodes]:
        if isinstance(child, Element):
            if child.tagName.rpartition(":")[2] == name:
                yield child
            yield from elements(child, name)


def local(node: Any) -> str:
    """The name of an element without its prefix; empty for what is none."""
    return node.tagName.rpartition(":")[2] if isinstance(node, Element) else ""


def remove(node: Xml) -> None:
    """Takes a node out."""
    if node.parentNode is not None:
        node.parentNode.removeChild(node)


def unwrap(node: Xml) -> None:
    """Takes an element out and leaves what is in it."""
    parent = node.parentNode
    for child in [*node.childNodes]:
        parent.insertBefore(child, node)
    parent.removeChild(node)


def text_nodes(node: Xml) -> Iterator[Xml]:
    """Every text below a node."""
    for child in node.childNodes:
        if isinstance(child, Text):
            yield child
        else:
            yield from text_nodes(child)


def mask_everything(node: Xml) -> int:
    """Masks the numbers in every single text and attribute below a node; gives how many texts."""
    count = 0
    for text in text_nodes(node):
        if (clean := all_masked(text.data)) != text.data:
            text.data, count = clean, count + 1
    for element in _all_elements(node):
        for name, value in [*element.attributes.items()]:
            if len(value) > 7 and (clean := all_masked(value)) != value:
                element.setAttribute(name, clean)
                count += 1
    return count


def _all_elements(node: Xml) -> Iterator[Xml]:
    for child in node.childNodes:
        if isinstance(child, Element):
            yield child
            yield from _all_elements(child)
