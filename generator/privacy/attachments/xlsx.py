"""An Excel workbook: every sheet and cell, hidden or not, each named as the office finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from openpyxl.utils import column_index_from_string, get_column_letter

from generator.privacy.attachments.limits import damaged
from generator.privacy.attachments.package import (
    Malformed,
    Package,
    attribute,
    below,
    local,
    parsed,
)
from generator.privacy.attachments.paragraphs import single
from generator.privacy.attachments.properties import Nested, part_of, where
from generator.privacy.attachments.told import also_published, numbers_at
from generator.privacy.attachments.workbook import (
    BOOK,
    STRINGS,
    Cell,
    Sheet,
    Strings,
    cells,
    hidden_columns,
    hidden_rows_of,
    shared_strings,
    sheets,
)
from generator.privacy.checksums import looks_like_one
from generator.privacy.finding import Finding, finding
from generator.privacy.match import Kind, Match, masked

_HEADINGS = 10
"""Rows in which the headings of a list are looked for."""
_FEW = 5


def xlsx(data: bytes, nested: Nested) -> Iterator[Finding]:
    """What an ``.xlsx`` holds. Raises Unscannable."""
    package = Package(data, "xlsx")
    if BOOK not in package.names:
        raise damaged("xlsx")
    try:
        yield from _book(package, nested)
    except Malformed:
        raise damaged("xlsx") from None


def _book(package: Package, nested: Nested) -> Iterator[Finding]:
    strings = shared_strings(package)
    comments: dict[str, Sheet] = {}
    read = {BOOK, STRINGS}
    for sheet in sheets(package):
        if sheet.part not in package.names:
            continue
        read.add(sheet.part)
        root = parsed(package.read(sheet.part))
        yield from _cells(root, sheet, strings)
        yield from _hidden(sheet)
        for kind, target in package.relations(sheet.part).values():
            if kind in ("comments", "threadedComment"):
                comments[target] = sheet
    for name in below(parsed(package.read(BOOK)), "definedName"):
        called = attribute(name, "name")
        yield from numbers_at(f"{called}\n{name.text or ''}", f"名称“{called[:30]}”")
    yield from _left_over(strings)
    for part in package.names:
        if part in comments:
            yield from _comments(parsed(package.read(part)), comments[part])
        elif part not in read:
            yield from part_of(package, part, where(part), nested)


def _cells(root: Element, sheet: Sheet, strings: Strings) -> Iterator[Finding]:
    sheet.hidden_columns = hidden_columns(root)
    hidden_rows = hidden_rows_of(root)
    line: list[Cell] = []
    for _, cell in cells(root, strings):
        sheet.filled = True
        column = column_index_from_string(cell.column)
        if column in sheet.hidden_columns:
            sheet.columns.add(column)
        if cell.row in hidden_rows:
            sheet.rows.add(cell.row)
        if line and line[-1].row != cell.row:
            yield from _boxes(line, sheet)
            line = []
        if len(cell.text) == 1:
            line.append(cell)
        yield from _in_cell(cell, sheet, hidden_rows)
    yield from _boxes(line, sheet)
    for name in ("headerFooter", "dataValidations", "hyperlinks", "conditionalFormatting"):
        for part in below(root, name):
            for one in part.iter():
                for text in (one.text or "", *one.attrib.values()):
                    yield from numbers_at(text, sheet.place)


def _in_cell(cell: Cell, sheet: Sheet, hidden_rows: set[int]) -> Iterator[Finding]:
    called = sheet.headings.get(cell.column, "")
    if not cell.number and cell.row <= _HEADINGS and re.fullmatch(r"[^0-9]{2,24}", cell.text):
        sheet.headings[cell.column] = cell.text
    hidden = [
        *(
            ["所在列已隐藏"]
            if column_index_from_string(cell.column) in sheet.hidden_columns
            else []
        ),
        *(["所在行已隐藏"] if cell.row in hidden_rows else []),
    ]
    place = f"{sheet.place}单元格 {cell.column}{cell.row}"
    place += f"（{'，'.join(hidden)}）" if hidden else ""
    seen = set()
    for text in (cell.text, cell.formula):
        for one in numbers_at(text, place, called):
            if one.shown not in seen:
                seen.add(one.shown)
                yield one
    if cell.number and not seen and len(cell.text) == 18 and looks_like_one(cell.text):
        # A spreadsheet keeps fifteen digits: the end is lost, place and birthday are not.
        yield finding(Match(Kind.ID, masked(Kind.ID, cell.text), 0, 18), 1, place)


def _boxes(line: list[Cell], sheet: Sheet) -> Iterator[Finding]:
    """A form in which each cell holds one sign."""
    if len(line) > 10:
        beside: list[str] = []
        for cell, next_ in zip(line, [*line[1:], None], strict=True):
            beside.append(cell.text)
            if (
                next_ is None
                or column_index_from_string(next_.column)
                != column_index_from_string(cell.column) + 1
            ):
                beside.append("")
        place = f"{sheet.place}单元格 {line[0].column}{line[0].row} 起各格"
        yield from numbers_at(single(beside), place)


def _hidden(sheet: Sheet) -> Iterator[Finding]:
    if sheet.state in ("hidden", "veryHidden") and sheet.filled:
        shown = f"隐藏的工作表“{sheet.name}”"
        yield also_published("hidden-sheet", sheet.place, "是隐藏的，里面有内容", shown)
    if sheet.columns:
        some = "、".join(get_column_letter(number) for number in sorted(sheet.columns)[:_FEW])
        what = f"有隐藏的列 {some}{'等' if len(sheet.columns) > _FEW else ''}，里面有内容"
        yield also_published("hidden-column", sheet.place, what, f"隐藏的列 {some}")
    if sheet.rows:
        some = "、".join(str(number) for number in sorted(sheet.rows)[:_FEW])
        what = f"有隐藏的行 {some}{'等' if len(sheet.rows) > _FEW else ''}，里面有内容"
        yield also_published("hidden-row", sheet.place, what, f"隐藏的行 {some}")


def _left_over(strings: Strings) -> Iterator[Finding]:
    """Texts that no cell shows any more, but that are still in the file."""
    for number, text in enumerate(strings.texts):
        if number not in strings.used:
            yield from numbers_at(text, "已不用的文字")


def _comments(root: Element, sheet: Sheet) -> Iterator[Finding]:
    count = 0
    for comment in root.iter():
        if local(comment) not in ("comment", "threadedComment"):
            continue
        count += 1
        place = f"{sheet.place}单元格 {attribute(comment, 'ref')} 的批注"
        said = "".join(t.text or "" for t in comment.iter() if local(t) in ("t", "text"))
        yield from numbers_at(said, place)
    for name in below(root, "author"):
        yield from numbers_at(name.text or "", f"{sheet.place}的批注人")
    if count:
        yield also_published("comment", sheet.place, f"有 {count} 条批注", "批注")
