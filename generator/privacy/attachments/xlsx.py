"""An Excel workbook: every sheet and cell, hidden or not, each named as the office finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

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
from generator.privacy.checksums import looks_like_one
from generator.privacy.finding import Finding, Kind, masked
from generator.privacy.sighting import Sighting, sighting

BOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]+)")
_HEADINGS = 10
"""Rows in which the headings of a list are looked for."""
_FEW = 5


@dataclass
class Sheet:
    """One sheet: its name, its part, how it is hidden, and which of its rows and columns are."""

    name: str
    part: str
    state: str
    columns: set[int] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filled: bool = False
    headings: dict[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """工作表“名单”（隐藏）."""
        word = {"hidden": "（隐藏）", "veryHidden": "（深度隐藏）"}.get(self.state, "")
        return f"工作表“{self.name}”{word}"


@dataclass(frozen=True)
class Cell:
    """One cell: its column's letters, its row, its text, its formula, whether it is a number."""

    column: str
    row: int
    text: str
    formula: str
    number: bool


def xlsx(data: bytes, nested: Nested) -> Iterator[Sighting]:
    """What an ``.xlsx`` holds. Raises Unscannable."""
    package = Package(data, "xlsx")
    if BOOK not in package.names:
        raise damaged("xlsx")
    try:
        yield from _book(package, nested)
    except Malformed:
        raise damaged("xlsx") from None


def _book(package: Package, nested: Nested) -> Iterator[Sighting]:
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


def sheets(package: Package) -> list[Sheet]:
    """The sheets of a workbook, in their order. Raises Malformed."""
    relations = package.relations(BOOK)
    found = []
    for sheet in below(parsed(package.read(BOOK)), "sheet"):
        id_ = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
        part = relations.get(id_, ("", ""))[1]
        found.append(Sheet(attribute(sheet, "name"), part, attribute(sheet, "state")))
    return found


@dataclass
class Strings:
    """The texts that cells share, and which of them a cell has shown."""

    texts: list[str]
    used: set[int] = field(default_factory=set)

    def of(self, number: str) -> str:
        """The text of this number; empty where there is none."""
        if not number.isdigit() or int(number) >= len(self.texts):
            return ""
        self.used.add(int(number))
        return self.texts[int(number)]


def shared_strings(package: Package) -> Strings:
    """The workbook's shared texts. Raises Malformed."""
    if STRINGS not in package.names:
        return Strings([])
    root = parsed(package.read(STRINGS))
    return Strings(["".join(t.text or "" for t in below(si, "t")) for si in root])


def cells(root: Element, strings: Strings) -> Iterator[tuple[Element, Cell]]:
    """The cells of a sheet that hold something, with their elements."""
    row_number = 0
    for row in below(root, "row"):
        row_number = int(attribute(row, "r") or row_number + 1)
        place = 0
        for element in row:
            if local(element) != "c":
                continue
            found = _REFERENCE.fullmatch(attribute(element, "r"))
            place = number_of(found[1]) if found else place + 1
            cell = _cell(element, letters(place), row_number, strings)
            if cell.text or cell.formula:
                yield element, cell


def _cell(element: Element, column: str, row: int, strings: Strings) -> Cell:
    kind = attribute(element, "t")
    value = formula = ""
    for part in element:
        if local(part) == "v":
            value = part.text or ""
        elif local(part) == "f":
            formula = part.text or ""
        elif local(part) == "is":
            value = "".join(t.text or "" for t in below(part, "t"))
    if kind == "s":
        value = strings.of(value.strip())
    number = kind in ("", "n")
    return Cell(column, row, _plain(value) if number else value, formula, number)


def _plain(value: str) -> str:
    """A stored number as it reads: 1.38E10 is 13800000000."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if number.is_finite() and abs(number) < 10**24 and number == number.to_integral_value():
        return str(int(number))
    return value


def _cells(root: Element, sheet: Sheet, strings: Strings) -> Iterator[Sighting]:
    sheet.hidden_columns = hidden_columns(root)
    hidden_rows = hidden_rows_of(root)
    line: list[Cell] = []
    for _, cell in cells(root, strings):
        sheet.filled = True
        column = number_of(cell.column)
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


def _in_cell(cell: Cell, sheet: Sheet, hidden_rows: set[int]) -> Iterator[Sighting]:
    called = sheet.headings.get(cell.column, "")
    if not cell.number and cell.row <= _HEADINGS and re.fullmatch(r"[^0-9]{2,24}", cell.text):
        sheet.headings[cell.column] = cell.text
    hidden = [
        *(["所在列已隐藏"] if number_of(cell.column) in sheet.hidden_columns else []),
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
        yield sighting(Finding(Kind.ID, masked(Kind.ID, cell.text), 0, 18), 1, place)


def _boxes(line: list[Cell], sheet: Sheet) -> Iterator[Sighting]:
    """A form in which each cell holds one sign."""
    if len(line) > 10:
        beside: list[str] = []
        for cell, next_ in zip(line, [*line[1:], None], strict=True):
            beside.append(cell.text)
            if next_ is None or number_of(next_.column) != number_of(cell.column) + 1:
                beside.append("")
        place = f"{sheet.place}单元格 {line[0].column}{line[0].row} 起各格"
        yield from numbers_at(single(beside), place)


def hidden_columns(root: Element) -> set[int]:
    """The numbers of the columns that a sheet does not show."""
    found: set[int] = set()
    for column in below(root, "col"):
        if _is_true(attribute(column, "hidden")) or attribute(column, "width") == "0":
            first, last = int(attribute(column, "min")), int(attribute(column, "max"))
            found.update(range(first, min(last, 16384) + 1))
    return found


def hidden_rows_of(root: Element) -> set[int]:
    """The numbers of the rows that a sheet does not show."""
    usually = any(_is_true(attribute(one, "zeroHeight")) for one in below(root, "sheetFormatPr"))
    found: set[int] = set()
    number = 0
    for row in below(root, "row"):
        number = int(attribute(row, "r") or number + 1)
        height = attribute(row, "ht")
        if _is_true(attribute(row, "hidden")) or height == "0" or (usually and not height):
            found.add(number)
    return found


def _is_true(text: str) -> bool:
    return text in ("1", "true")


def _hidden(sheet: Sheet) -> Iterator[Sighting]:
    if sheet.state in ("hidden", "veryHidden") and sheet.filled:
        shown = f"隐藏的工作表“{sheet.name}”"
        yield also_published("hidden-sheet", sheet.place, "是隐藏的，里面有内容", shown)
    if sheet.columns:
        some = "、".join(letters(number) for number in sorted(sheet.columns)[:_FEW])
        what = f"有隐藏的列 {some}{'等' if len(sheet.columns) > _FEW else ''}，里面有内容"
        yield also_published("hidden-column", sheet.place, what, f"隐藏的列 {some}")
    if sheet.rows:
        some = "、".join(str(number) for number in sorted(sheet.rows)[:_FEW])
        what = f"有隐藏的行 {some}{'等' if len(sheet.rows) > _FEW else ''}，里面有内容"
        yield also_published("hidden-row", sheet.place, what, f"隐藏的行 {some}")


def _left_over(strings: Strings) -> Iterator[Sighting]:
    """Texts that no cell shows any more, but that are still in the file."""
    for number, text in enumerate(strings.texts):
        if number not in strings.used:
            yield from numbers_at(text, "已不用的文字")


def _comments(root: Element, sheet: Sheet) -> Iterator[Sighting]:
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


def letters(number: int) -> str:
    """A column's letters: 28 is AB."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def number_of(letters_: str) -> int:
    """A column's number: AB is 28."""
    number = 0
    for sign in letters_:
        number = number * 26 + ord(sign) - 64
    return number
