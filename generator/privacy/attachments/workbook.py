"""An Excel workbook as it lies in its package: its sheets, its cells, and what it does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from openpyxl.utils import column_index_from_string, get_column_letter

from generator.privacy.attachments.package import (
    Malformed,
    Package,
    attribute,
    below,
    local,
    parsed,
)
from generator.privacy.attachments.told import quoted

BOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
_SIGN = re.compile("_x([0-9A-Fa-f]{4})_")
_WHOLE = re.compile(r"[0-9]{1,9}")
_COLUMNS = 16_384
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]+)")


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

    @property
    def place(self) -> str:
        """工作表“名单”（隐藏）."""
        word = {"hidden": "（隐藏）", "veryHidden": "（深度隐藏）"}.get(self.state, "")
        return f"工作表{quoted(self.name)}{word}"

    def cell(self, row: int, column: int) -> str:
        """工作表“名单”单元格 F12."""
        return f"{self.place}单元格 {get_column_letter(column)}{row}"


@dataclass(frozen=True)
class Cell:
    """One cell: its column's letters, its row, its text, its formula, whether it is a number."""

    column: str
    row: int
    text: str
    formula: str
    number: bool


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
        if not _WHOLE.fullmatch(number) or int(number) >= len(self.texts):
            return ""
        self.used.add(int(number))
        return self.texts[int(number)]


def shared_strings(package: Package) -> Strings:
    """The workbook's shared texts. Raises Malformed."""
    if STRINGS not in package.names:
        return Strings([])
    root = parsed(package.read(STRINGS))
    return Strings([_said(si) for si in root])


def _said(element: Element) -> str:
    """The words of an element; _x000D_ is how a sign is written that XML does not hold."""
    text = "".join(t.text or "" for t in below(element, "t"))
    return _SIGN.sub(lambda sign: chr(int(sign[1], 16)), text) if "_x" in text else text


def cells(root: Element, strings: Strings) -> Iterator[tuple[Element, Cell]]:
    """The cells of a sheet that hold something, with their elements."""
    row_number = 0
    for row in below(root, "row"):
        row_number = _whole(row, "r", row_number + 1)
        place = 0
        for element in row:
            if local(element) != "c":
                continue
            found = _REFERENCE.fullmatch(attribute(element, "r"))
            place = column_index_from_string(found[1]) if found else place + 1
            if place > _COLUMNS:
                raise Malformed("a cell beyond the last column")
            cell = _cell(element, get_column_letter(place), row_number, strings)
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
            value = _said(part)
    if kind == "s":
        value = strings.of(value.strip())
    number = kind in ("", "n")
    return Cell(column, row, whole_number(value) if number else value, formula, number)


def whole_number(value: str) -> str:
    """A stored number as it reads: 1.38E10 is 13800000000."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if number.is_finite() and abs(number) < 10**24 and number == number.to_integral_value():
        return str(int(number))
    return value


def hidden_columns(root: Element) -> set[int]:
    """The numbers of the columns that a sheet does not show."""
    found: set[int] = set()
    told = 0
    for column in below(root, "col"):
        if _is_true(attribute(column, "hidden")) or attribute(column, "width") == "0":
            first, last = _whole(column, "min"), min(_whole(column, "max"), _COLUMNS)
            told += max(0, last - first + 1)
            if told > _COLUMNS:
                raise Malformed("columns that overlap")
            found.update(range(first, last + 1))
    return found


def hidden_rows_of(root: Element) -> set[int]:
    """The numbers of the rows that a sheet does not show."""
    usually = any(_is_true(attribute(one, "zeroHeight")) for one in below(root, "sheetFormatPr"))
    found: set[int] = set()
    number = 0
    for row in below(root, "row"):
        number = _whole(row, "r", number + 1)
        height = attribute(row, "ht")
        if _is_true(attribute(row, "hidden")) or height == "0" or (usually and not height):
            found.add(number)
    return found


def _whole(element: Element, name: str, otherwise: int | None = None) -> int:
    """An attribute that is a whole number. Raises Malformed for one that is none."""
    text = attribute(element, name)
    if not text and otherwise is not None:
        return otherwise
    if not _WHOLE.fullmatch(text):
        raise Malformed(f"{name} is no number")
    return int(text)


def _is_true(text: str) -> bool:
    return text in ("1", "true")
