"""A Word document cleaned: changes accepted, comments and properties out, numbers masked."""

from __future__ import annotations

from collections.abc import Callable

from generator.privacy.attachments.docx import OFF, is_story
from generator.privacy.detection import apart, found_in
from generator.privacy.scrubbing.inner import NUMBERS, Taken, clean_inner
from generator.privacy.scrubbing.parts import Parts, Xml, elements, local, remove, unwrap

_DROPPED = ("docProps/", "customXml/", "word/comments", "word/people")
_GONE = ("del", "moveFrom")
_COME = ("ins", "moveTo")
_TRACES = (
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange"),
    *("trPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
    *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
)
_COMMENTS = ("commentRangeStart", "commentRangeEnd", "annotationRef")


def docx(data: bytes, scrub: Callable[[str, bytes], tuple[bytes, Taken]]) -> tuple[bytes, Taken]:
    """The document without what nobody should see, and what was taken out. Raises Unscannable."""
    package, taken = Parts(data, "docx"), Taken()
    stories = [name for name in package.all if is_story(name)]
    for name in stories:
        dom = package.dom(name)
        taken["条批注"] += sum(1 for _ in elements(dom, "comment"))
        taken["处修订痕迹"] += _accept(dom)
        taken["段隐藏的文字"] += _without_hidden(dom)
        _without_comments(dom)
        taken[NUMBERS] += sum(_mask(paragraph) for paragraph in elements(dom, "p"))
        package.put(name, dom)
    _settings(package)
    gone = package.drop(lambda name: name.startswith(_DROPPED))
    taken["项文档属性"] += sum(name.startswith(("docProps/", "customXml/")) for name in gone)
    clean_inner(package, package.all.keys() - set(stories), taken, scrub)
    return package.packed(), taken


def _accept(dom: Xml) -> int:
    """Every tracked change as if it had been accepted; how many there were."""
    count = 0
    for row in [*elements(dom, "tr")]:
        if any(local(mark) == "del" for mark in _properties(row, "trPr")):
            remove(row)
            count += 1
    for name in _GONE:
        for one in [*elements(dom, name)]:
            count += 1
            if local(one.parentNode) == "rPr":  # the mark of a paragraph that was taken out
                _join(one)
            else:
                remove(one)
    for name in _COME:
        for one in [*elements(dom, name)]:
            count += 1
            if local(one.parentNode) in ("rPr", "trPr"):
                remove(one)
            else:
                unwrap(one)
    for name in _TRACES:
        for one in [*elements(dom, name)]:
            remove(one)
            count += 1
    return count


def _properties(element: Xml, name: str) -> list[Xml]:
    return [
        mark for child in element.childNodes if local(child) == name for mark in child.childNodes
    ]


def _join(mark: Xml) -> None:
    """A paragraph whose end was taken out: it goes where nothing is left in it."""
    properties = mark.parentNode
    remove(mark)
    paragraph: Xml = properties.parentNode.parentNode if properties.parentNode else None
    if local(paragraph) == "p":
        alone = all(
            local(child) in ("pPr", "del", "moveFrom", "") for child in paragraph.childNodes
        )
        if alone and local(paragraph.parentNode) in ("body", "hdr", "ftr"):
            remove(paragraph)


def _without_hidden(dom: Xml) -> int:
    count = 0
    for run in [*elements(dom, "r")]:
        marks = [mark for mark in _properties(run, "rPr") if local(mark) == "vanish"]
        if any(mark.getAttribute("w:val") not in OFF for mark in marks):
            remove(run)
            count += 1
    return count


def _without_comments(dom: Xml) -> None:
    for one in [*elements(dom, "commentReference")]:
        run = one.parentNode
        remove(run if local(run) == "r" else one)
    for name in _COMMENTS:
        for one in [*elements(dom, name)]:
            remove(one)
    for one in [*elements(dom, "dataBinding")]:
        remove(one)


def _settings(package: Parts) -> None:
    name = "word/settings.xml"
    if name in package.all:
        dom = package.dom(name)
        for mark in ("trackRevisions", "rsids", "docVars"):
            for one in [*elements(dom, mark)]:
                remove(one)
        package.put(name, dom)


def _mask(paragraph: Xml) -> int:
    """Masks the numbers of a paragraph, over the borders of its runs; how many there were."""
    pieces: list[tuple[Xml, str]] = []
    _collect(paragraph, pieces)
    found = apart(found_in("".join(text for _, text in pieces)))
    for one in reversed(found):  # from the last on, so that the others keep their places
        at = 0
        masked = one.masked
        for place, (node, text) in enumerate(pieces):
            start, end = max(one.start - at, 0), min(one.end - at, len(text))
            if start < end and node is not None:
                clean = text[:start] + masked + text[end:]
                masked = ""
                _say(node, clean)
                pieces[place] = (node, clean)
            at += len(text)
    return len(found)


def _collect(node: Xml, pieces: list[tuple[Xml, str]]) -> None:
    for child in node.childNodes:
        name = local(child)
        if name in ("p", "pPr", "rPr"):
            continue
        if name in ("t", "delText", "instrText"):
            pieces.append((child, "".join(getattr(part, "data", "") for part in child.childNodes)))
        elif name in ("tab", "br", "cr", "noBreakHyphen"):
            pieces.append(
                (None, "-" if name == "noBreakHyphen" else "\t" if name == "tab" else "\n")
            )
        elif name:
            _collect(child, pieces)


def _say(node: Xml, text: str) -> None:
    for child in [*node.childNodes]:
        node.removeChild(child)
    node.appendChild(node.ownerDocument.createTextNode(text))
    node.setAttribute("xml:space", "preserve")
