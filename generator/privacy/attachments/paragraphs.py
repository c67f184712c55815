"""The texts of an XML part: paragraphs joined over their runs, then everything else that is said.

A number is often split: half of it is bold, or was typed later. So a paragraph is one text. With
tracked changes it is read three times: with everything, before the changes, and after them. The
codes of fields are a text of their own, for a link is often to a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.privacy.attachments.package import attribute, local

_GONE = frozenset({"del", "moveFrom"})
_COME = frozenset({"ins", "moveTo"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WORDS = frozenset({"t", "delText"})
_CODES = frozenset({"instrText", "delInstrText"})


class Text(NamedTuple):
    """A text, and the number from 1 of the paragraph that it stands in; 0 outside of any."""

    paragraph: int
    text: str


def texts(root: Element) -> Iterator[Text]:
    """Every text of a part, but numbers that go over the cells of a table: see `tables`."""
    number = 0
    said: set[Element] = set()
    lines: list[str] = []
    for paragraph in root.iter():
        if local(paragraph) != "p":
            continue
        number += 1
        readings = [_joined(paragraph, frozenset())]
        lines.append(readings[0])
        if any(local(one) in _GONE | _COME for one in paragraph.iter()):
            readings += [_joined(paragraph, _GONE), _joined(paragraph, _COME)]
        readings.append(_joined(paragraph, frozenset(), _CODES))
        for reading in filter(None, dict.fromkeys(readings)):
            yield Text(number, reading)
        said.update(one for one in _within(paragraph) if local(one) in _WORDS)
    yield Text(0, "\n".join(lines))
    for element in root.iter():
        if element.text and element not in said:
            yield Text(0, element.text)
        if element.tail and element.tail.strip():
            yield Text(0, element.tail)
        for value in element.attrib.values():
            if len(value) > 6:
                yield Text(0, value)


def cells(row: Element) -> dict[int, str]:
    """The texts of a row of a table in Word, by the number from 1 of their columns."""
    found: dict[int, str] = {}
    column = 1
    for cell in row:
        if local(cell) == "sdt":  # a control around the cell
            cell = next((one for one in cell.iter() if local(one) == "tc"), cell)
        if local(cell) != "tc":
            continue
        lines = [_joined(p, frozenset()) for p in cell.iter() if local(p) == "p"]
        found[column] = "\n".join(lines).strip()
        spans = (attribute(one, "val") for one in cell.iter() if local(one) == "gridSpan")
        column += int(next(filter(str.isdigit, spans), "1"))
    return found


def _within(paragraph: Element) -> Iterator[Element]:
    """What stands in a paragraph, without those of a text box inside it, and how it is said."""
    for child in paragraph:
        if local(child) not in ("p", "rt"):
            yield child
            yield from _within(child)


def _joined(paragraph: Element, without: frozenset[str], words: frozenset[str] = _WORDS) -> str:
    parts: list[str] = []

    def walk(element: Element) -> None:
        for child in element:
            name = local(child)
            if name == "p" or name in without or name in ("pPr", "rPr", "rt"):
                continue
            if name in words:
                parts.append(child.text or "")
            elif name in _SIGNS:
                parts.append(_SIGNS[name] if words is _WORDS else "")
            elif name == "sym":
                parts.append(_symbol(attribute(child, "char")))
            else:
                walk(child)

    walk(paragraph)
    return "".join(parts)


def _symbol(code: str) -> str:
    """The sign that a font of symbols draws: its digits stand where those of ASCII do."""
    try:
        sign = chr(int(code, 16) & 0xFF)
    except ValueError:
        return ""
    return sign if sign.isascii() and sign.isprintable() else " "


def single(cells: list[str]) -> str:
    """The longest line of cells beside one another that hold one sign each, joined."""
    best: list[str] = []
    now: list[str] = []
    for cell in [*cells, ""]:
        if len(cell) == 1:
            now.append(cell)
            continue
        best = max(best, now, key=len)
        now = []
    return " ".join(best) if len(best) > 10 else ""
