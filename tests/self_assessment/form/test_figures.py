"""Figures as people type and paste them: run in node, without a page."""

from __future__ import annotations

from typing import Any

from tests.self_assessment.typescript import TypeScript

_FROM = "./self_assessment/form/src"

_FIGURES = f"""
import {{ readFigure }} from "{_FROM}/filing/figures";
const answer = (texts) => texts.map((text) => {{
  const read = readFigure(text);
  return read === null ? null : read.value + (read.percent ? " %" : "");
}});
"""


_TYPED = [
    ("12", "12"),
    ("1,234.50", "1234.50"),
    ("12,34", None),
    ("９８．７％", "98.7 %"),
    (" 95.2 % ", "95.2 %"),
    ("(12.5)", "-12.5"),
    ("−3", "-3"),
    ("1.2E+3", "1200"),
    ("5e-3", "0.005"),
    ("¥ 300", "300"),
    ("—", ""),
    ("/", ""),
    ("N/A", ""),
    ("", ""),
    (".5", "0.5"),
    ("007", "7"),
    ("0.123456785", "0.12345679"),
    ("-0.999999999", "-1"),
    ("约三成", None),
    ("12 万元", None),
    ("1" * 16, None),
    ("1..2", None),
]


def test_figures_as_people_type_them(typescript: TypeScript) -> None:
    told = typescript.answer(_FIGURES, [typed for typed, _ in _TYPED])
    assert [*zip((typed for typed, _ in _TYPED), told, strict=True)] == _TYPED


_PASTE = f"""
import {{ paste }} from "{_FROM}/filing/pasting";
const answer = ([table, row, column, text]) => paste(table, row, column, text);
"""


def _table(*rows: Any, years: tuple[int, ...] = (2023, 2024, 2025)) -> dict[str, Any]:
    return {
        "id": "t",
        "title": "",
        "years": [*years],
        "rows": [*rows] or [_row(years=years)],
        "note": "",
        "secret": False,
    }


def _row(
    name: str = "", *values: str, years: tuple[int, ...] = (2023, 2024, 2025), **more: Any
) -> dict[str, Any]:
    return {
        "name": name,
        "unit": "",
        "good": "up",
        "values": [*values, *[""] * (len(years) - len(values))],
        "target": "",
        "benchmark": {"value": "", "source": ""},
    } | more


def test_block_of_figures_lands_where_the_cursor_is(typescript: TypeScript) -> None:
    text = '"1,020"\t98.5%\t\r\n3\t—\t5\r\n'
    pasted = typescript.answer(_PASTE, [_table(_row("甲")), 0, 0, text])
    rows = pasted["table"]["rows"]
    assert rows[0]["values"] == ["1020", "98.5", ""]
    assert rows[0]["unit"] == "%"
    assert rows[1]["values"] == ["3", "", "5"]
    assert pasted["filled"] == 5
    assert pasted["unread"] == []


def test_whole_table_with_a_head_of_years(typescript: TypeScript) -> None:
    text = (
        "指标\t单位\t2022年\t2023\t2024年度\t目标\n"
        "一次合格率\t%\t97.1\t97.9\t98.4\t99\n"
        '"客户投诉\n（件）"\t件\t12\t9\t7\t5\n'
    )
    table = _table(_row("", "", "", "88"))
    pasted = typescript.answer(_PASTE, [table, 0, "name", text])["table"]
    assert pasted["years"] == [2022, 2023, 2024, 2025]
    assert pasted["rows"][0]["values"] == ["97.1", "97.9", "98.4", "88"]
    assert pasted["rows"][0]["target"] == "99"
    assert pasted["rows"][1]["name"] == "客户投诉\n（件）"
    assert pasted["rows"][1]["values"] == ["12", "9", "7", ""]


def test_columns_that_a_block_lacks_are_passed_by(typescript: TypeScript) -> None:
    text = "一次合格率\t97.1\t97.9\t98.4\n投诉\t12\t9\t7"
    rows = typescript.answer(_PASTE, [_table(), 0, "name", text])["table"]["rows"]
    assert [row["values"] for row in rows] == [["97.1", "97.9", "98.4"], ["12", "9", "7"]]
    text = "投诉\t件\t越小越好\t12\t9\t7\t5\t8\t行业协会"
    row = typescript.answer(_PASTE, [_table(), 0, "name", text])["table"]["rows"][0]
    assert row["good"] == "down"
    assert row["benchmark"] == {"value": "8", "source": "行业协会"}


def test_what_is_no_figure_is_told_and_not_put(typescript: TypeScript) -> None:
    pasted = typescript.answer(_PASTE, [_table(_row("甲", "1", "2", "3")), 0, 0, "九成\t95"])
    assert pasted["table"]["rows"][0]["values"] == ["1", "95", "3"]
    assert pasted["unread"] == ["九成"]
