"""The workbook opened: only a whole ``.xlsx`` without a password, and what is hidden in it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.editing.importing.bounds import too_much
from generator.editing.importing.place import CellProblem, at, of_book
from generator.problems import Stop, refusal

LARGEST = 20 * 1024 * 1024
ROWS, COLUMNS = 20_000, 100
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEETS = frozenset({".xls", ".et", ".csv", ".ods", ".xlsm", ".xlsb", ".ett", ".xlt", ".tsv"})
_TEXTS = frozenset({".doc", ".docx", ".wps", ".pdf", ".txt", ".rtf"})


@dataclass(frozen=True)
class Book:
    """A workbook twice: with the values that formulas came to, and with the formulas themselves."""

    name: str
    values: Workbook
    formulas: Workbook

    @property
    def sheets(self) -> list[Worksheet]:
        """Its sheets of cells; charts that fill a sheet are none."""
        return [self.values[ws.title] for ws in self.values.worksheets]


def opened(file: Path) -> Book:
    """The workbook in `file`. Raises Stop with one problem where it cannot be taken."""
    name = file.name
    ending = file.suffix.lower()
    if ending in _TEXTS:
        message = f"“{name}”是文字文件，不是表格"
        raise Stop([of_book(name, "book-kind", message, "请把名单做成表格，另存为 .xlsx")])
    if ending != ".xlsx":
        known = "是旧格式或别的格式" if ending in _SHEETS else "不是 .xlsx 文件"
        remedy = "请用 Excel 或 WPS 打开，另存为 .xlsx"
        raise Stop([of_book(name, "book-kind", f"“{name}”{known}", remedy)])
    try:
        if file.stat().st_size > LARGEST:
            message = f"文件有 {file.stat().st_size / 1048576:.0f} MB，太大"
            raise Stop(
                [of_book(name, "book-large", message, "请把名单单独复制到一张新表，另存一份")]
            )
        data = file.read_bytes()
    except OSError as error:
        message = f"文件“{file.as_posix()}”打不开（{refusal(error)}）"
        raise Stop([of_book(name, "book-unreadable", message, "请检查位置和权限")]) from None
    if data.startswith(_OLE):
        message = "文件加了密码，或是旧格式改了扩展名"
        raise Stop([of_book(name, "book-locked", message, "请去掉密码，另存为 .xlsx")])
    return _loaded(name, data)


def _loaded(name: str, data: bytes) -> Book:
    damaged = of_book(
        name, "book-damaged", "文件损坏，或不是真正的 .xlsx", "请用 Excel 或 WPS 打开，另存为 .xlsx"
    )
    try:
        if large := too_much(data):
            raise Stop([of_book(name, "book-large", large, "请把名单单独复制到一张新表，另存一份")])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles that openpyxl does not know are no matter
            values = openpyxl.load_workbook(BytesIO(data), data_only=True, keep_links=False)
            formulas = openpyxl.load_workbook(BytesIO(data), keep_links=False)
    except Stop:
        raise
    except Exception:  # a damaged file can fail in any way
        raise Stop([damaged]) from None
    return Book(name, values, formulas)


def too_large(book: Book, sheet: Worksheet) -> Iterator[CellProblem]:
    """A sheet that reaches further than a list can: most often it is formatted to its very end."""
    if sheet.max_row > ROWS or sheet.max_column > COLUMNS:
        size = f"用到了 {sheet.max_row} 行、{sheet.max_column} 列"
        remedy = "请把名单单独复制到一张新表"
        yield at(book.name, sheet.title, "", 1, "sheet-large", size, remedy)


def hidden(book: Book, sheet: Worksheet) -> Iterator[CellProblem]:
    """Hidden rows and columns that hold something, and a sheet that is itself hidden."""
    if sheet.sheet_state != "visible":
        message, remedy = "这张表是隐藏的", "请取消隐藏，看过内容后再导入"
        yield at(book.name, sheet.title, "", 1, "sheet-hidden", message, remedy)
    for number, row in sheet.row_dimensions.items():
        if (row.hidden or row.ht == 0) and any(
            cell.value not in (None, "") for cell in sheet[number]
        ):
            message, remedy = "这一行是隐藏的，里面有内容", "请取消隐藏（或取消筛选），看过再导入"
            yield at(book.name, sheet.title, f"第{number}行", number, "row-hidden", message, remedy)
    columns = {
        number
        for column in sheet.column_dimensions.values()
        if column.hidden or column.width == 0
        for number in range(column.min or 1, min(column.max or 1, sheet.max_column) + 1)
    }
    for letter in map(get_column_letter, sorted(columns)):
        if any(cell.value not in (None, "") for cell in sheet[letter]):
            message, remedy = "这一列是隐藏的，里面有内容", "请取消隐藏，看过再导入；不要的请删去"
            yield at(book.name, sheet.title, f"{letter}列", 1, "column-hidden", message, remedy)
