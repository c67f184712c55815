"""The workbook to fill: headings, what each column is for, and choices taken from the records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from generator.editing.importing import headings as h
from generator.editing.importing.names import PLACES, RECOMMENDING
from generator.register import Register

ROWS = 500
TEXT = 49
"""The spreadsheet's own format for text, “@”."""
LIST, SAYS, CHOICES = "名单", "填写说明", "选项"
_DATED = dt.datetime(2026, 1, 1)
_WIDE = {h.NAME: 34, h.BASICS: 48, h.DEEDS: 48, h.CODE: 24, h.EMPLOYER: 30, h.BODY: 20}
_ABOUT = {
    h.NAME: ("必填", "单位写营业执照上的全称，个人写姓名；已有获奖记录的，与记录里写得一样"),
    h.TIER: ("必填", "从下拉框选；全表一样的，可以不填，导入时用 --tier 指定"),
    h.KIND: ("必填", "从下拉框选；全表一样的，可以不填，导入时用 --kind 指定"),
    h.DISTRICT: ("选填", "从下拉框选"),
    h.BODY: ("选填", "从下拉框选"),
    h.SECTOR: ("选填", "从下拉框选"),
    h.EMPLOYER: ("选填", "个人填写，写全称"),
    h.POST: ("选填", "个人填写"),
    h.BASICS: ("选填", "推荐公示一般要写；只写可以公开的事实"),
    h.DEEDS: ("选填", "推荐公示一般要写；只写可以公开的事实"),
    h.RECERTIFIED: ("选填", "往届获奖、这次是复评的，写 是"),
    h.CODE: ("选填", "18 位，本栏已设为文本格式；只用来核对，不写进名单"),
}


def workbook_to_fill(register: Register, file: Path) -> None:
    """Writes the workbook to `file`. Raises OSError."""
    choices = _choices(register)
    with file.open("xb") as stream, xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": "公示名单", "created": _DATED})
        head = book.add_format(
            {
                "bold": True,
                "border": 1,
                "bg_color": "#F8ECEA",
                "align": "center",
                "num_format": TEXT,
            }
        )
        text = book.add_format({"num_format": TEXT, "text_wrap": True, "valign": "top"})
        _list(book.add_worksheet(LIST), head, text, choices)
        _says(book.add_worksheet(SAYS), head, text)
        _offered(book.add_worksheet(CHOICES), head, text, choices)


def _choices(register: Register) -> Mapping[str, list[str]]:
    bodies = register.bodies.values()
    offered = {
        h.TIER: [tier.name for tier in register.edition.tiers],
        h.KIND: [kind.name for kind in register.edition.holder_kinds],
        h.DISTRICT: [body.name for body in bodies if body.role in PLACES],
        h.BODY: [body.name for body in bodies if body.role in RECOMMENDING],
        h.SECTOR: [sector.name for sector in register.site.sectors],
        h.RECERTIFIED: ["是", "否"],
    }
    return {column: names for column, names in offered.items() if names}


def _list(sheet: Any, head: Any, text: Any, choices: Mapping[str, list[str]]) -> None:
    """The list itself. All cells are text, so that a long number stays as it was typed."""
    places = {column: number for number, column in enumerate(choices)}
    for number, column in enumerate(_ABOUT):
        sheet.set_column(number, number, _WIDE.get(column, 14), text)
        sheet.write_string(0, number, column, head)
        if column in choices:
            letter = chr(ord("A") + places[column])
            source = f"={CHOICES}!${letter}$2:${letter}${len(choices[column]) + 1}"
            sheet.data_validation(
                *(1, number, ROWS, number),
                {
                    "validate": "list",
                    "source": source,
                    "error_title": "不在选项里",
                    "error_message": f"请从下拉框选{column}；选项见“{CHOICES}”表。",
                },
            )
    sheet.freeze_panes(1, 1)


def _says(sheet: Any, head: Any, text: Any) -> None:
    sheet.set_column(0, 0, 20, text)
    sheet.set_column(1, 1, 8, text)
    sheet.set_column(2, 2, 72, text)
    rows = [
        ("栏目", "是否必填", "怎样填"),
        *((f"“{column}”栏", *about) for column, about in _ABOUT.items()),
        ("其他", "", "各栏的先后可以变；空行没有关系；不要合并名称一栏，不要隐藏行和列"),
        ("其他", "", "身份证号、手机号码一律不填；有的话整表不能导入"),
        ("其他", "", "名单在同一奖项内不分先后，网站上不是排名"),
    ]
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            sheet.write_string(number, column, words, head if number == 0 else text)


def _offered(sheet: Any, head: Any, text: Any, choices: Mapping[str, list[str]]) -> None:
    for number, (column, names) in enumerate(choices.items()):
        sheet.set_column(number, number, 24, text)
        sheet.write_string(0, number, column, head)
        for row, name in enumerate(names, 1):
            sheet.write_string(row, number, name, text)
