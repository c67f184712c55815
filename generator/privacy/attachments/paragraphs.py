"""The texts of an XML part: paragraphs joined over their runs, then everything else that is said.

A number is often split: half of it is bold, or was typed later. So a paragraph is one text. With
tracked changes it is read three times: with everything, before the changes, and after them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.privacy.attachments.package import local

_GONE = frozenset({"del", "moveFrom"})
_COME = frozenset({"ins", "moveTo"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Text(NamedTuple):
    """A text, and the number from 1 of the paragraph that it stands in; 0 outside of any."""

    paragraph: int
    text: str


def texts(root: Element) -> Iterator[Text]:
    """Every text of a part."""
    number = 0
    said: set[Element] = set()
    for paragraph in root.iter():
        if local(paragraph) != "p":
            continue
        number += 1
        readings = [_joined(paragraph, frozenset())]
        if any(local(one) in _GONE | _COME for one in paragraph.iter()):
            readings += [_joined(paragraph, _GONE), _joined(paragraph, _COME)]
        for reading in dict.fromkeys(readings):
            yield Text(number, reading)
        said.update(one for one in _within(paragraph) if local(one) in ("t", "delText"))
    for row in root.iter():
        if local(row) == "tr" and (boxes := _boxes(row)):
            yield Text(0, boxes)
    for element in root.iter():
        if element.text and element not in said:
            yield Text(0, element.text)
        if element.tail and element.tail.strip():
            yield Text(0, element.tail)
        for value in element.attrib.values():
            if len(value) > 7:
                yield Text(0, value)


def _within(paragraph: Element) -> Iterator[Element]:
    """What stands in a paragraph, without the paragraphs of a text box inside it."""
    for child in paragraph:
        if local(child) != "p":
            yield child
            yield from _within(child)


def _joined(paragraph: Element, without: frozenset[str]) -> str:
    parts: list[str] = []

    def walk(element: Element) -> None:
        for child in element:
            name = local(child)
            if name == "p" or name in without or name in ("pPr", "rPr"):
                continue
            if name in ("t", "delText"):
                parts.append(child.text or "")
            elif name in _SIGNS:
                parts.append(_SIGNS[name])
            else:
                walk(child)

    walk(paragraph)
    return "".join(parts)


def _boxes(row: Element) -> str:
    """The signs of a form's row in which every box holds one: 4 | 2 | 0 | 1 …"""
    cells = [
        "".join(one.text or "" for one in cell.iter() if local(one) == "t").strip()
        for cell in row
        if local(cell) == "tc"
    ]
    return single(cells)


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
