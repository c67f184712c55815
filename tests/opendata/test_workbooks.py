"""The workbooks, read back by openpyxl: heads, values and their types, what stays in sight."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.opendata.cities import TABLES, City, edited


def read(city: City, name: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(city.files[f"data/{name}.xlsx"]))


def rows_of(sheet: Worksheet) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_the_same_as_json(name: str, city: City) -> None:
    fields = [row for row in city.json("dictionary") if row["table"] == name]
    sheet = read(city, name).active
    assert isinstance(sheet, Worksheet)
    heads, *rows = rows_of(sheet)
    assert heads == [field["name"] for field in fields]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    objects = city.json(name)
    assert len(rows) == len(objects)
    for row, object_ in zip(rows, objects, strict=True):
        for cell, field in zip(row, fields, strict=True):
            assert cell == _as_cell(object_[field["field"]], field["type"]), field


def _as_cell(value: Any, type_: str) -> Any:
    if value in (None, "", []):
        return None
    if type_ == "日期":
        return dt.datetime.fromisoformat(value)
    if type_ == "时间":
        return dt.datetime.fromisoformat(value).replace(tzinfo=None)
    if type_ == "是否":
        return "是" if value else "否"
    return "；".join(value) if isinstance(value, list) else value


def test_widths_and_looks(small: City) -> None:
    sheet = read(small, "awardees").active
    assert isinstance(sheet, Worksheet)
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["B"].width > 20
    assert [cell.value for cell in sheet["K"]][:3] == [
        "统一社会信用代码",
        None,
        "91TPEC1234567890AB",
    ]
    assert (sheet["K3"].data_type, sheet["K3"].number_format) == ("s", "@")


def test_the_whole_has_every_table_and_explains_itself(city: City) -> None:
    book = read(city, "award-data")
    titles = [*dict.fromkeys(row["table_title"] for row in city.json("dictionary"))]
    assert book.sheetnames == ["说明", *titles, "字段"]
    for name, title in zip(TABLES, titles, strict=True):
        alone = read(city, name).active
        assert isinstance(alone, Worksheet)
        assert rows_of(book[title]) == rows_of(alone)
    said = {row[0]: row[1] for row in rows_of(book["说明"])}
    wanted = {
        "标识符",
        "名称",
        "摘要",
        "标签",
        "领域",
        "更新频率",
        "开放属性",
        "来源部门",
        "联系方式",
    }
    assert wanted <= said.keys()
    assert ("演示" in said) == city.register.site.demo
    assert rows_of(book["字段"])[1:] == [[*row.values()] for row in city.json("dictionary")]


def test_no_clock(city: City) -> None:
    properties = read(city, "award-data").properties
    assert properties.created == properties.modified == dt.datetime(2026, 1, 1)


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "_x0041_", "A & B", '=HYPERLINK("a")'])
def test_a_text_is_a_text(name: str, content: Path) -> None:
    edited(content, "awardees/erhao.yml", "示例二号线缆有限公司", f"'{name}'")
    city = City(content)
    sheet = read(city, "awardees").active
    assert isinstance(sheet, Worksheet)
    assert (sheet["B2"].value, sheet["B2"].data_type) in {(name, "s"), (_unread(name), "s")}


def _unread(name: str) -> str:
    """What openpyxl, which does not know Excel's escapes in cells, shows of an escaped text."""
    return name.replace("_x0041_", "_x005F_x0041_")


def test_a_text_too_long_for_a_cell_ends_with_a_sign(content: Path) -> None:
    edited(content, "regulation/2023.yml", "公示不少于五个工作日", "公" * 40_000)
    city = City(content)
    sheet = read(city, "articles").active
    assert isinstance(sheet, Worksheet)
    texts = [cell.value or "" for cell in sheet["H"]]
    assert [len(text) for text in texts if len(text) > 1000] == [32_767]
    assert max(texts, key=len)[-1] == "…"
    assert max(len(row["says"]) for row in city.json("articles")) > 40_000
