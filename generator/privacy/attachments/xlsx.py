"""An Excel workbook: every sheet and cell, hidden or not, each named as the office finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
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
from generator.privacy.attachments.properties import Nested, part_of, where
from generator.privacy.attachments.tables import Table, in_cell
from generator.privacy.attachments.told import also_published, numbers_at, quoted
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

_FEW = 5
_CONCATENATED = re.compile(r'"\s*[&,]\s*"')
"""What stands between the texts that a formula puts together."""


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
        yield from _beside_cells(root, sheet)
        yield from _hidden(sheet)
        for kind, target in package.relations(sheet.part).values():
            if kind in ("comments", "threadedComment"):
                comments[target] = sheet
    for one in parsed(package.read(BOOK)).iter():
        is_name = local(one) == "definedName"
        place = f"名称{quoted(attribute(one, 'name'))}" if is_name else "工作簿"
        for text in (one.text or "", *one.attrib.values()):
            yield from numbers_at(text, "工作表名" if local(one) == "sheet" else place)
    yield from _left_over(strings)
    for part in package.names:
        if part in comments:
            yield from _comments(parsed(package.read(part)), comments[part])
        elif part not in read:
            yield from part_of(package, part, where(part), nested)


def _cells(root: Element, sheet: Sheet, strings: Strings) -> Iterator[Finding]:
    sheet.hidden_columns = hidden_columns(root)
    hidden_rows = hidden_rows_of(root)
    table = Table(sheet.cell)
    for number, row in groupby((cell for _, cell in cells(root, strings)), lambda cell: cell.row):
        sheet.filled = True
        some = {column_index_from_string(cell.column): cell for cell in row}
        line = {column: cell.text for column, cell in some.items()}
        sheet.columns |= sheet.hidden_columns & line.keys()
        if number in hidden_rows:
            sheet.rows.add(number)
        for column, _, called in table.named(line):
            yield from _in_cell(some[column], column, sheet, called, hidden_rows)
        yield from table.row(number, line)
    yield from table.down()


def _in_cell(
    cell: Cell, column: int, sheet: Sheet, called: str, hidden_rows: set[int]
) -> Iterator[Finding]:
    hidden = [
        *(["所在列已隐藏"] if column in sheet.hidden_columns else []),
        *(["所在行已隐藏"] if cell.row in hidden_rows else []),
    ]
    place = sheet.cell(cell.row, column)
    place += f"（{'，'.join(hidden)}）" if hidden else ""
    seen = set()
    for text in (cell.text, cell.formula, _CONCATENATED.sub("", cell.formula)):
        for one in in_cell(text, place, called):
            if one.shown not in seen:
                seen.add(one.shown)
                yield one
    if cell.number and not seen and len(cell.text) == 18 and looks_like_one(cell.text):
        # A spreadsheet keeps fifteen digits: the end is lost, place and birthday are not.
        yield finding(Match(Kind.ID, masked(Kind.ID, cell.text), 0, 18), 1, place)


def _beside_cells(root: Element, sheet: Sheet) -> Iterator[Finding]:
    """What a sheet says beside its cells: headers, filters, lists to choose from, scenarios."""
    for part in root:
        if local(part) in ("sheetData", "cols"):
            continue
        for one in part.iter():
            for text in (one.text or "", *one.attrib.values()):
                if local(part) == "headerFooter" or local(one).endswith(("Header", "Footer")):
                    yield from _in_header(text, sheet.place)
                else:
                    yield from numbers_at(text, sheet.place)


def _in_header(text: str, place: str) -> Iterator[Finding]:
    """A header or footer without its codes. The digits of a size may be those of the text."""
    seen = set()
    for digits in range(4):
        size = "" if digits == 0 else f"|[0-9]{{{digits}}}"
        codes = rf'&(?:"[^"]*"|K(?:[0-9A-Fa-f]{{6}}|[0-9]{{2}}[+-][0-9]{{3}})|[A-JL-Z]{size})'
        parts = re.split("&[LCR]", text)
        for part in parts:
            for one in numbers_at(re.sub(codes, "", part), place):
                if one.shown not in seen:
                    seen.add(one.shown)
                    yield one


def _hidden(sheet: Sheet) -> Iterator[Finding]:
    if sheet.state in ("hidden", "veryHidden") and sheet.filled:
        shown = f"隐藏的工作表{quoted(sheet.name)}"
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
        yield from in_cell(said, place)
    for name in below(root, "author"):
        yield from numbers_at(name.text or "", f"{sheet.place}的批注人")
    if count:
        yield also_published("comment", sheet.place, f"有 {count} 条批注", "批注")
