"""Cells as text. Spaces that only set the type are taken out; what a number was is kept in mind."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.editing.importing.place import CellProblem, at
from generator.editing.importing.workbook import Book

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t ]+")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff·（）]) (?=[\u3400-\u9fff·（）])")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its row and column from 1, its text, and whether it was stored as a number."""

    row: int
    column: int
    text: str
    number: bool = False

    @property
    def where(self) -> str:
        """C5."""
        return f"{get_column_letter(self.column)}{self.row}"


Grid = dict[tuple[int, int], Cell]
"""The cells of a sheet that hold something, by row and column."""


def grid(book: Book, sheet: Worksheet) -> tuple[Grid, list[CellProblem]]:
    """The cells of a sheet, and formulas whose value is not known. Merged cells are still one."""
    formulas = book.formulas[sheet.title]
    found: Grid = {}
    problems = []
    for row in formulas.iter_rows():
        for cell in row:
            if cell.value in (None, ""):
                continue
            value = sheet.cell(cell.row, cell.column).value
            where = f"{get_column_letter(cell.column)}{cell.row}"
            if cell.data_type == "f" and (value is None or str(value).startswith("#")):
                problems.append(
                    at(
                        *(book.name, sheet.title, where, cell.row, "cell-formula"),
                        "这一格是公式，没有算出的值",
                        "请在 Excel 里复制后“选择性粘贴—数值”，再保存",
                    )
                )
                continue
            if text := as_text(value):
                number = isinstance(value, int | float) and not isinstance(value, bool)
                found[cell.row, cell.column] = Cell(cell.row, cell.column, text, number)
    return found, problems


def as_text(value: object) -> str:
    """What a cell shows, without the spaces around it and with no others than plain ones in it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d}"
    text = _UNSEEN.sub("", str(value).replace("\r\n", "\n").replace("\r", "\n"))
    lines = [_SPACES.sub(" ", line).strip() for line in text.split("\n")]
    return "\n".join(lines).strip()


def in_one_line(text: str) -> str:
    """A name: without line breaks, and without spaces that only widen it (何　示例)."""
    return _BETWEEN_HAN.sub("", " ".join(text.split()))


def plain(text: str) -> str:
    """A text for comparing: full-width letters made narrow, no spaces, no case."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def spread(cells: Grid, sheet: Worksheet, below: int) -> Grid:
    """The cells, and under row `below` each merged one in all its rows: it was meant for them."""
    wide = dict(cells)
    for area in sheet.merged_cells.ranges:
        first = cells.get((area.min_row, area.min_col))
        if first and area.min_row > below:
            for row in range(area.min_row + 1, area.max_row + 1):
                wide[row, area.min_col] = Cell(row, area.min_col, first.text, first.number)
    return wide


def merged_upright(sheet: Worksheet, row: int) -> int:
    """The last row that a cell of `row` reaches down to."""
    reach = [a.max_row for a in sheet.merged_cells.ranges if a.min_row <= row <= a.max_row]
    return max(row, *map(int, reach), row)


def rows_below(cells: Grid, row: int) -> Iterator[int]:
    """The rows below `row` that hold something, in order."""
    yield from sorted({r for r, _ in cells if r > row})
