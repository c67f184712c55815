"""A table read row by row: what its cells are called, and numbers that go over several of them.

A form has a box for each sign of a number, or one for its beginning, its birthday and its end; in a
narrow cell a number is broken by a new line. A table of figures has such rows too, so a mobile
number that goes over cells must be called one or stand alone, sign by sign.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.privacy.attachments.told import number_at, numbers_at
from generator.privacy.detection import found_in
from generator.privacy.finding import Finding
from generator.privacy.folding import folded
from generator.privacy.match import Kind, Match

_PIECE = re.compile(r"[0-9]{1,17}[Xx]?|[Xx]")
_HEADING = re.compile(r"[^0-9]{2,24}")
_LONGEST = 24
_LABEL = re.compile(
    r"号|码|电话|手机|账|帐|卡|QQ|微信|址|证|联系|tel|phone|mobile|ID", re.IGNORECASE
)
_DIALLED = re.compile(r"手机|电话|联系|移动|号码|tel|phone|mobile", re.IGNORECASE)
_PERSON = re.compile(r"身份|证件")
_BROKEN = re.compile(r"(?<=[0-9])[ \t]*[\r\n]+[ \t]*(?=[0-9Xx])")


_Cell = tuple[int, str, str]
"""The place of a cell in its line, its text, and the heading above it."""
_END: _Cell = (0, "。", "")


class Table:
    """The rows of one table, from 1, given one after another. `at` names a cell in words."""

    def __init__(self, at: Callable[[int, int], str]) -> None:
        self._at = at
        self._headings: dict[int, str] = {}
        self._columns: dict[int, list[_Cell]] = defaultdict(list)

    def named(self, cells: Mapping[int, str]) -> Iterator[tuple[int, str, str]]:
        """The cells of a row with what each is called: by the one before it, or its heading."""
        before = ""
        for column, text in cells.items():
            heading = self._headings.get(column, "")
            label = _HEADING.fullmatch(before) and (_LABEL.search(before) or not heading)
            yield column, text, before if label else heading
            before = text or before

    def row(self, number: int, cells: Mapping[int, str]) -> Iterator[Finding]:
        """The numbers that go over the cells of this row; what stands in one cell is not told."""
        line = [(column, text, self._headings.get(column, "")) for column, text in cells.items()]
        for column, one in _over_cells(line):
            yield number_at(one, _from(self._at(number, column), "各格"))
        for column, text in cells.items():
            if text:
                self._columns[column].append((number, text[:_LONGEST], ""))
                if number <= 10 and _HEADING.fullmatch(text):
                    self._headings[column] = text

    def down(self) -> Iterator[Finding]:
        """The numbers that go over cells one below the other, when all rows have been given."""
        for column, line in self._columns.items():
            for row, one in _over_cells(line, boxes=False):
                yield number_at(one, _from(self._at(row, column), "往下各格"))


def _from(cell: str, on: str) -> str:
    """单元格 F12 起各格; 第 2 列起各格."""
    return f"{cell}{' ' if cell[-1].isascii() else ''}起{on}"


def in_cell(text: str, place: str, called: str = "") -> Iterator[Finding]:
    """The numbers in one cell, those that are broken by a new line too."""
    found = [*numbers_at(text, place, called)]
    yield from found
    if (whole := _BROKEN.sub("", text)) != text:
        known = {one.shown for one in found}
        yield from (one for one in numbers_at(whole, place, called) if one.shown not in known)


def over_texts(texts: Iterable[str]) -> Iterator[Match]:
    """The numbers that go over texts beside one another, such as those of a drawing."""
    yield from (one for _, one in _over_cells([(0, text, "") for text in texts]))


def _over_cells(line: Iterable[_Cell], *, boxes: bool = True) -> Iterator[tuple[int, Match]]:
    """The numbers that go over the cells of a line, each with the place of its first cell.

    Where the line may be a row of `boxes`, eleven signs alone may be a mobile number.
    """
    label = ""
    pieces: list[_Cell] = []
    for place, text, heading in (*line, _END):
        plain = folded(text).text.strip() if len(text) <= _LONGEST else text[:_LONGEST]
        if _PIECE.fullmatch(plain):
            pieces.append((place, plain, heading))
        elif plain:
            if len(pieces) > 1:
                yield from _joined(pieces, label, boxes)
            pieces = []
            label = plain


def _joined(pieces: list[_Cell], label: str, boxes: bool) -> Iterator[tuple[int, Match]]:
    starts: dict[int, _Cell] = {}
    at = 0
    for piece in pieces:
        starts[at] = piece
        at += len(piece[1]) + 1
    called = label if _LABEL.search(label) else pieces[0][2]
    digits = [text for _, text, _ in pieces]
    boxed = boxes and len(digits) == 11 and all(len(sign) == 1 for sign in digits)
    for one in found_in(" ".join(digits), called):
        place, text, heading = starts.get(one.start, pieces[0])
        names = f"{label} {heading} {pieces[0][2]}"
        if one.end - one.start > len(text) and _is_sure(one, names, boxed):
            yield place, one


def _is_sure(one: Match, names: str, boxed: bool) -> bool:
    """Whether cells hold one number, and not figures that happen to look like one."""
    match one.kind:
        case Kind.ID:
            return len(one.masked) > 15 or bool(_PERSON.search(names))
        case Kind.MOBILE:
            return boxed or bool(_DIALLED.search(names))
        case Kind.BANK:
            return True
    return False
