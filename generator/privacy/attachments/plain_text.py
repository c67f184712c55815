"""Texts and tables of commas, in the encodings in which offices save them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from generator.privacy.attachments.limits import Unscannable
from generator.privacy.attachments.tables import Table, in_cell
from generator.privacy.attachments.told import numbers_at
from generator.privacy.attachments.workbook import whole_number
from generator.privacy.finding import Finding

_SPREAD = re.compile(r"[0-9]+(?:\.[0-9]*)?[Ee]\+?[0-9]+|[0-9]+\.0+")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def encoding_of(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or GBK. Raises Unscannable for bytes that are none of these."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    for name in ("utf-8", "gb18030"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return name
    raise Unscannable(
        "attachment-encoding", "不是 UTF-8 或 GBK 的文本", "请另存为“UTF-8”编码的文本"
    )


def decoded(data: bytes) -> str:
    """The text of a file. Raises Unscannable."""
    try:
        return data.decode(encoding_of(data))
    except UnicodeDecodeError:
        raise Unscannable(
            "attachment-encoding", "文本的编码前后不一", "请另存为“UTF-8”编码的文本"
        ) from None


def text(data: bytes) -> Iterator[Finding]:
    """What a ``.txt`` holds: line by line, then numbers that go over a line's end."""
    whole = decoded(data)
    seen = set()
    for number, line in enumerate(whole.splitlines(), 1):
        for one in numbers_at(line, f"第 {number} 行"):
            seen.add(one.shown)
            yield one
    for one in numbers_at(whole, "跨行处"):
        if one.shown not in seen:
            yield one


def table(data: bytes) -> Iterator[Finding]:
    """What a ``.csv`` holds, by row and column."""
    whole = decoded(data)
    read = Table(_at)
    try:
        for number, row in enumerate(rows(whole), 1):
            line = {column: plain(cell) for column, cell in enumerate(row, 1)}
            for column, cell, called in read.named(line):
                yield from in_cell(cell, _at(number, column), called)
            yield from read.row(number, line)
        yield from read.down()
    except csv.Error:
        yield from text(data)


def _at(row: int, column: int) -> str:
    return f"第 {row} 行第 {column} 列"


def rows(whole: str) -> Iterator[list[str]]:
    """The rows of a table, divided by whatever its first line is mostly divided by."""
    return csv.reader(io.StringIO(whole, newline=""), delimiter=delimiter(whole))


def delimiter(whole: str) -> str:
    """What divides the cells: a comma, unless the first line has more of something else."""
    first = whole.partition("\n")[0]
    return max(",;\t|", key=first.count)


def plain(cell: str) -> str:
    """A cell as a spreadsheet shows it: ="139…" is a text, 1.39E+10 and 139.0 are whole numbers."""
    if formula := re.fullmatch(r'="([^"]*)"', cell.strip()):
        return formula[1]
    return whole_number(cell) if _SPREAD.fullmatch(cell.strip()) else cell
