"""Tables as a workbook (XLSX): Chinese heads that stay in sight, days as days, codes as text.

xlsxwriter makes the file. Only the rows are written here, as XML and once a table: cell by cell
it would take three times as long, and an edited record among 10,000 would wait for it. They are put
into the finished file, because xlsxwriter would hold them in memory four bytes a character. Texts
stand in the cells themselves (inline strings); a text is never a formula, whatever it begins with.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from generator.opendata.column import Column, Kind, Value
from generator.opendata.csv_file import BETWEEN

MADE = dt.datetime(2026, 1, 1)
"""The day of making that every workbook names: the same content gives the same bytes."""
LONGEST = 32_767
"""Characters that a cell may hold. Of a longer text the end is cut off; JSON has all of it."""

_ROWS = "<!--rows-->"
"""Where the rows of a sheet go."""
_EPOCH = dt.datetime(1899, 12, 30)
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
# The formats of every workbook, in the order in which they are added; 0 is the plain one.
_HEAD, _DAY, _MOMENT, _TEXT = 1, 2, 3, 4
_FORMATS: tuple[dict[str, Any], ...] = (
    {"bold": True, "bg_color": "#F0E6E0", "bottom": 1, "valign": "vcenter"},
    {"num_format": "yyyy-mm-dd"},
    {"num_format": "yyyy-mm-dd hh:mm"},
    {"num_format": "@"},
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title, the widths of its columns in characters, its rows as XML in UTF-8."""

    title: str
    widths: tuple[int, ...]
    count: int
    rows: bytes


def sheet(title: str, columns: Sequence[Column[Any]], rows: Sequence[tuple[Value, ...]]) -> Sheet:
    """A table as a sheet."""
    names = [column.name for column in columns]
    widths = [max(c.kind.width, 2 * len(c.name) + 4) for c in columns]
    return _sheet(title, names, widths, [column.kind for column in columns], rows)


def plain_sheet(
    title: str, heads: Sequence[str], widths: Sequence[int], rows: Sequence[tuple[str, ...]]
) -> Sheet:
    """A sheet of nothing but texts."""
    return _sheet(title, heads, widths, [Kind.TEXT] * len(heads), rows)


def workbook(sheets: Sequence[Sheet], title: str, comments: str) -> bytes:
    """The bytes of a workbook with these sheets."""
    import xlsxwriter  # 40 ms, and only needed where a table has changed

    empty = io.BytesIO()
    with xlsxwriter.Workbook(empty, {"in_memory": True}) as book:
        book.set_properties({"title": title, "comments": comments, "created": MADE})
        for number, look in enumerate(_FORMATS, 1):
            if book.add_format(look)._get_xf_index() != number:
                raise RuntimeError("xlsxwriter numbers its formats otherwise than the rows do")
        for each in sheets:
            made = book.add_worksheet(each.title)
            made.freeze_panes(1, 0)
            made.autofilter(0, 0, each.count, len(each.widths) - 1)
            for place, width in enumerate(each.widths):
                made.set_column(place, place, width)
            made.dim_rowmin, made.dim_rowmax = 0, each.count
            made.dim_colmin, made.dim_colmax = 0, len(each.widths) - 1
            made._write_rows = _marking(made)
    return _filled(empty, [each.rows for each in sheets])


def _marking(made: Any) -> Callable[[], None]:
    return lambda: made.fh.write(_ROWS)


def _filled(empty: io.BytesIO, rows: Sequence[bytes]) -> bytes:
    """A workbook with the rows of each sheet in the place of their mark."""
    rows_of = {f"xl/worksheets/sheet{number}.xml": some for number, some in enumerate(rows, 1)}
    out = io.BytesIO()
    with ZipFile(empty) as blank, ZipFile(out, "w", ZIP_DEFLATED) as book:
        for part in blank.infolist():
            data = blank.read(part)
            if part.filename in rows_of:
                before, after = data.split(_ROWS.encode())
                with book.open(part, "w") as filled:
                    for piece in (before, rows_of[part.filename], after):
                        filled.write(piece)
            else:
                book.writestr(part, data)
    return out.getvalue()


def _sheet(
    title: str,
    heads: Sequence[str],
    widths: Sequence[int],
    kinds: Sequence[Kind],
    rows: Sequence[tuple[Value, ...]],
) -> Sheet:
    """Column by column: a call for each cell would cost more than the cell."""
    texts = _Texts()
    columns = [
        _CELLS.get(kind, _texts)(f'<c r="{_letters(place)}', values, texts)
        for place, (kind, values) in enumerate(zip(kinds, zip(*rows, strict=True), strict=False))
    ]
    parts = ['<row r="1" ht="20" customHeight="1">']
    parts += [
        f'<c r="{_letters(place)}1" s="{_HEAD}"{texts[name]}' for place, name in enumerate(heads)
    ]
    parts.append("</row>")
    parts += [
        f'<row r="{number}">{"".join(cells)}</row>'
        for number, cells in enumerate(zip(*columns, strict=True), 2)
    ]
    return Sheet(title, tuple(widths), len(rows), "".join(parts).encode())


class _Texts(dict[str, str]):
    """The rest of the cell for each text; names of districts and the like come again and again."""

    def __missing__(self, text: str) -> str:
        shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        if "_x" in shown:  # Excel reads _x0041_ as A
            shown = _ESCAPED.sub(lambda found: f"_x005F{found.group()}", shown)
        shown = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        made = f' t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
        self[text] = made
        return made


def _texts(start: str, values: Sequence[Any], texts: _Texts) -> list[str]:
    return [f'{start}{n}"{texts[value]}' if value else "" for n, value in enumerate(values, 2)]


def _codes(start: str, values: Sequence[Any], texts: _Texts) -> list[str]:
    return [
        f'{start}{n}" s="{_TEXT}"{texts[value]}' if value else ""
        for n, value in enumerate(values, 2)
    ]


def _lists(start: str, values: Sequence[Any], texts: _Texts) -> list[str]:
    return _texts(start, [BETWEEN.join(value) for value in values], texts)


def _numbers(start: str, values: Sequence[Any], texts: _Texts) -> list[str]:
    return [
        "" if value is None else f'{start}{n}"><v>{value}</v></c>'
        for n, value in enumerate(values, 2)
    ]


def _yes_or_no(start: str, values: Sequence[Any], texts: _Texts) -> list[str]:
    return _texts(start, ["是" if value else "否" for value in values], texts)


def _days(start: str, values: Sequence[Any], texts: _Texts) -> list[str]:
    def cell(value: dt.date) -> str:
        if value.year <= 1900:  # Excel's calendar begins in 1900, with a day that never was
            return texts[value.isoformat()]
        return f' s="{_DAY}"><v>{value.toordinal() - _EPOCH.toordinal()}</v></c>'

    return [f'{start}{n}"{cell(value)}' if value else "" for n, value in enumerate(values, 2)]


def _moments(start: str, values: Sequence[Any], texts: _Texts) -> list[str]:
    def cell(value: dt.datetime) -> str:
        minutes = (value.replace(tzinfo=None) - _EPOCH) // dt.timedelta(minutes=1)
        return f' s="{_MOMENT}"><v>{minutes / 1440!r}</v></c>'

    return [f'{start}{n}"{cell(value)}' if value else "" for n, value in enumerate(values, 2)]


_CELLS: dict[Kind, Callable[[str, Sequence[Any], _Texts], list[str]]] = {
    Kind.CODE: _codes,
    Kind.ID: _codes,
    Kind.LIST: _lists,
    Kind.WHOLE: _numbers,
    Kind.YEAR: _numbers,
    Kind.YES: _yes_or_no,
    Kind.DAY: _days,
    Kind.MOMENT: _moments,
}


def _letters(place: int) -> str:
    """The letters of a column: A, B, … Z, AA …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
