"""A table as CSV: UTF-8 with a byte order mark and CRLF, so that Excel and WPS read it as it is.

A text cell that begins with ``= + - @`` (or their full-width forms, a tab, a carriage return) may
be run as a formula by a spreadsheet. Such a cell gets an apostrophe before it, as OWASP advises;
so does one that begins with an apostrophe itself. Nothing is lost thereby: whoever reads the file
with a program takes one leading apostrophe away and has the text. JSON and XLSX need no such mark,
there a text cannot be taken for a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from generator.opendata.column import Column, Kind, Value

BETWEEN = "；"
"""Between the members of a list."""
GUARD = "'"
_RISKY = frozenset("=+-@\t\r＝＋－＠" + GUARD)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return GUARD + text if text and text[0] in _RISKY else text


def csv_file(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> bytes:
    """The bytes of a CSV file. Cells are written as they are."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def table_as_csv(columns: Sequence[Column[Any]], rows: Iterable[tuple[Value, ...]]) -> bytes:
    """A table with the keys of its columns as heads."""
    texts = [
        _TEXTS.get(column.kind, _guarded)(values)
        for column, values in zip(columns, zip(*rows, strict=True), strict=False)
    ]
    return csv_file([column.key for column in columns], zip(*texts, strict=True))


def _guarded(values: Iterable[Any]) -> list[str]:
    return [GUARD + text if text and text[0] in _RISKY else text or "" for text in values]


def _joined(values: Iterable[Any]) -> list[str]:
    return _guarded([BETWEEN.join(members) for members in values])


def _numbers(values: Iterable[Any]) -> list[str]:
    return ["" if number is None else str(number) for number in values]


def _yes(values: Iterable[Any]) -> list[str]:
    return ["true" if yes else "false" for yes in values]


def _iso(values: Iterable[Any]) -> list[str]:
    return [day.isoformat() if day else "" for day in values]


_TEXTS: dict[Kind, Callable[[Iterable[Any]], list[str]]] = {
    Kind.LIST: _joined,
    Kind.WHOLE: _numbers,
    Kind.YEAR: _numbers,
    Kind.YES: _yes,
    Kind.DAY: _iso,
    Kind.MOMENT: _iso,
}
