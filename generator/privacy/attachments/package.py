"""A packed document (.docx, .xlsx): its parts, taken out within limits, and their XML."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from generator.privacy.attachments.limits import MARKS, PARTS, UNPACKED, damaged, too_large

_PACKED_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError)


class Malformed(Exception):
    """A part that is no well-formed XML, or that declares entities."""


class Declaring(Malformed):
    """A part that is well-formed so far, and declares a document type or what is in one."""


class Package:
    """The parts of a packed document, by name."""

    def __init__(self, data: bytes, ending: str) -> None:
        """Raises Unscannable for what is no such document, or would be too large unpacked."""
        self.ending = ending
        self._marks = Counter[bytes]()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError):
            raise damaged(ending) from None
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(infos) > PARTS or sum(info.file_size for info in infos) > UNPACKED:
            raise too_large("文件展开后太大")
        self.names = [info.filename for info in infos]
        if len(set(self.names)) != len(self.names) or "[Content_Types].xml" not in self.names:
            raise damaged(ending)

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises Unscannable where it cannot be unpacked, or is too much."""
        try:
            data = self._zip.read(name)
        except (*_PACKED_FAULTS, KeyError):
            raise damaged(self.ending) from None
        self._marks += Counter({sign: data.count(sign) for sign in (b"<", b"=")})
        if max(self._marks.values(), default=0) > MARKS:
            raise too_large("文件展开后太大")
        return data

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part relates to: for each id, the kind's last word and the target's name."""
        folder, base = posixpath.split(name)
        rels = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        if rels not in self.names:
            return {}
        found = {}
        for relation in parsed(self.read(rels)):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = (
                    posixpath.normpath(posixpath.join(folder, target))
                    if target[:1] != "/"
                    else target[1:]
                )
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            found[relation.get("Id", "")] = (kind, target)
        return found


def parsed(data: bytes, *, named: bool = False) -> Element:
    """The root of a part. Raises Malformed; a document of these kinds declares no entities."""
    without_declarations(data, named=named)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Malformed(str(error)) from None


class _Root(Exception):
    """The root has begun: nothing can be declared after it."""


def without_declarations(data: bytes, *, named: bool = False) -> None:
    """Raises Malformed where a part declares a document type: entities could grow without end.

    With `named` the type may be named, as drawings name SVG 1.1, and nothing be declared in it.
    """
    parser = expat.ParserCreate()

    def refuse(_type: str, _system: str | None, _public: str | None, inside: int) -> None:
        if inside or not named:
            raise Declaring("a document type is declared")

    def begun(*_: object) -> None:
        raise _Root

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begun
    try:
        parser.Parse(data, True)
    except _Root:
        return
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Malformed(str(error)) from None


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without a namespace; empty where there is none."""
    if name in element.attrib:
        return element.attrib[name]
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def below(element: Element, name: str) -> Iterator[Element]:
    """Every element below of that local name."""
    return (one for one in element.iter() if local(one) == name)
