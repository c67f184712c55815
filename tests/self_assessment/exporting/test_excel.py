"""The workbook: everything, whole, numbers as numbers, texts as texts."""

from __future__ import annotations

import io
import warnings
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.self_assessment.exporting.desk import Desk
from tests.self_assessment.exporting.filings import Marked, filled
from tests.self_assessment.exporting.reading import cells
from tests.self_assessment.filings import CRITERIA

SHEETS = [
    *["说明", "得分", "条款内容", "优势与改进", "证据"],
    *["结果数据", "改进计划", "推广与事故", "评分与合议", "修改记录"],
]
ITEM = next(iter(CRITERIA.items)).id
ON, BACK = "〔下一行续〕", "〔接上一行〕"


@pytest.fixture(scope="module")
def book(exports: dict[str, bytes]) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(io.BytesIO(exports["excel"]))


def _with_text(marked: Marked, text: str) -> dict[str, Any]:
    filing = {**marked.whole, "items": {**marked.whole["items"]}}
    answer = filing["items"][ITEM]
    elements = {**answer["elements"], "approach": {"text": text, "band": None}}
    filing["items"][ITEM] = {**answer, "elements": elements}
    return filing


def test_its_sheets_have_heads_that_stay_and_columns_one_can_read(book: Workbook) -> None:
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.bold for cell in sheet[1])
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=2) for cell in row)
        widths = [column.width for column in sheet.column_dimensions.values()]
        assert min(widths) >= 8
        assert max(widths) <= 100


def test_results_are_long_and_typed(book: Workbook, marked: Marked) -> None:
    rows = [*book["结果数据"].values]
    head, *lines = rows
    places = [place for place in marked.places if "/rows/" in place and "/values/" in place]
    assert len(lines) == len(places)
    at = {name: place for place, name in enumerate(head)}
    for line in lines:
        assert isinstance(line[at["年份"]], int)
        assert isinstance(line[at["数值"]], int)
        assert isinstance(line[at["目标值"]], int)
        assert isinstance(line[at["对比值"]], int)


def test_numbers_keep_their_decimals_and_long_ones_stay_text(desk: Desk) -> None:
    filing = filled(CRITERIA, 1)
    item = next(item.id for item in CRITERIA.items if item.kind == "result")
    table = filing["items"][item]["tables"][0]
    written = ["6.50", "-0.00000001", "123456789012345.12345678"]
    table["rows"][0]["values"] = written
    sheet = openpyxl.load_workbook(io.BytesIO(desk.made("excel", filing)))["结果数据"]
    found = [row for row in sheet.iter_rows(min_row=2) if row[0].value == item][:3]
    values = [row[8] for row in found]
    assert [cell.value for cell in values] == [6.5, -1e-8, "123456789012345.12345678"]
    assert [cell.number_format for cell in values[:2]] == ["0.00", "0.00000000"]


def test_scores_are_numbers_that_add_up(desk: Desk) -> None:
    rows = cells(desk.made("excel", filled(CRITERIA, 1)))["得分"]
    items = [row[5] for row in rows if row[0] == "条款"]
    categories = [row[5] for row in rows if row[0] == "类目"]
    total = next(row[5] for row in rows if row[0] == "总分")
    assert len(items) == len([*CRITERIA.items])
    assert sum(items) == sum(categories) == total == 500  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["=1+1", "+86 21", "-12", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_what_looks_like_a_formula_stays_text(text: str, desk: Desk, marked: Marked) -> None:
    made = desk.made("excel", _with_text(marked, text))
    sheet = openpyxl.load_workbook(io.BytesIO(made))["条款内容"]
    rows = [row for row in sheet.iter_rows() if row[1].value == ITEM and row[3].value == "方法"]
    cell = rows[0][4]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


@pytest.mark.parametrize(
    "text",
    [
        "长" * 100_000,
        "👩‍💻" * 20_000,
        "\n".join(f"第{line}行" for line in range(900)),
        "_x0041_" * 3_000,
    ],
    ids=["characters", "emoji", "lines", "escapes"],
)
def test_a_text_too_long_for_a_cell_goes_on_below(text: str, desk: Desk, marked: Marked) -> None:
    rows = cells(desk.made("excel", _with_text(marked, text)))["条款内容"]
    start = next(at for at, row in enumerate(rows) if row[1] == ITEM and row[3] == "方法")
    parts = [str(rows[start][4])]
    while parts[-1].endswith(ON):
        start += 1
        parts.append(str(rows[start][4]))
        assert parts[-1].startswith(BACK)
    assert all(len(part.encode("utf-16-le")) // 2 <= 32_767 for part in parts)
    assert all(part.count("\n") <= 253 for part in parts)
    whole = "".join(part.removeprefix(BACK).removesuffix(ON) for part in parts)
    assert whole.replace("_x005F_", "_") == text


def _whole(text: str) -> str:
    """A line without the half of a sign, which no file can hold."""
    return text.replace("\ud800", "")


def test_the_history_is_in_it(book: Workbook, marked: Marked) -> None:
    _, first, *_ = book["修改记录"].values
    assert first == (
        "2026-06-01 09:00",
        *(_whole(marked.places[f"history/0/{key}"]) for key in ("who", "where", "what")),
    )
