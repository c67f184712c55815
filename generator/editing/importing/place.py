"""A place in a workbook, as the office would call it: 名单.xlsx 表“Sheet1” C5."""

from __future__ import annotations

from generator.privacy import all_masked
from generator.problems import FileProblem, Level

CellProblem = FileProblem
"""A problem in a workbook: its place names the sheet and the cell, and no line follows it."""


def at(
    book: str,
    sheet: str,
    where: str,
    row: int,
    code: str,
    message: str,
    remedy: str,
    level: Level = Level.ERROR,
) -> CellProblem:
    """A problem at `where` (C5, 第5行, D列; empty for the whole sheet) of a sheet."""
    place = f"{book} 表“{sheet}”" + (f" {where}" if where else "")
    return CellProblem(place, row, level, code, all_masked(message), remedy)


def of_book(book: str, code: str, message: str, remedy: str) -> CellProblem:
    """A problem with the workbook as a whole."""
    return CellProblem(book, 1, Level.ERROR, code, message, remedy)
