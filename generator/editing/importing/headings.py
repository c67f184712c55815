"""The row of headings: which column is what, whatever their order, and the sheet that has it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from generator.editing.importing.cells import Cell, Grid, merged_upright, plain

NAME, TIER, KIND, DISTRICT, BODY, SECTOR = "名称", "奖项", "类别", "所在区", "推荐单位", "行业"
EMPLOYER, POST, BASICS, DEEDS = "工作单位", "职务", "基本情况", "简要事迹"
RECERTIFIED, CODE, NUMBER = "复评", "统一社会信用代码", "序号"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    NUMBER: ("编号", "No.", "排序"),
    NAME: (
        *(
            "单位名称",
            "组织名称",
            "企业名称",
            "申报单位",
            "获奖单位",
            "获奖组织",
            "组织（单位）名称",
        ),
        *("姓名", "个人姓名", "获奖个人", "项目名称", "名称（姓名）", "单位名称/姓名", "名称/姓名"),
    ),
    TIER: ("奖项名称", "申报奖项", "奖励项目", "拟授奖项", "奖项类别"),
    KIND: ("组织/个人", "申报类别", "对象类别"),
    DISTRICT: ("区", "所属区", "所在区（功能区）", "区（功能区）", "所在地", "所在地区"),
    BODY: ("推荐部门", "推荐机构", "推荐渠道"),
    SECTOR: ("所属行业", "行业类别", "行业领域"),
    EMPLOYER: ("所在单位", "单位"),
    POST: ("职务职称", "职务/职称", "岗位"),
    BASICS: ("基本信息", "推荐对象基本情况", "单位简介", "简介"),
    DEEDS: ("主要事迹", "先进事迹", "事迹", "事迹简介"),
    RECERTIFIED: ("是否复评", "复评标记"),
    CODE: ("信用代码", "社会信用代码", "统一信用代码", "统一社会信用代码（18位）"),
}
"""What each column is called, first by its own name, then by others that offices use."""

_BY_WORDS = {plain(word): name for name, words in COLUMNS.items() for word in (name, *words)}
_FIRST = 30
"""Rows among which the headings are looked for."""


@dataclass(frozen=True, slots=True)
class Table:
    """Where a sheet's list is: the last row of its headings, and what each column is.

    `columns` gives the column's number by its name in `COLUMNS`, `unknown` the headings that have
    none, `twice` those of a column that there is already.
    """

    row: int
    columns: Mapping[str, Cell]
    unknown: tuple[Cell, ...]
    twice: tuple[Cell, ...]


def column_called(words: str) -> str | None:
    """The column of this heading; remarks in brackets and marks of a required one do not matter."""
    bare = plain(words).strip("*＊:：")
    return _BY_WORDS.get(bare) or _BY_WORDS.get(re.sub(r"[(（\[【].*?[)）\]】]", "", bare))


def nearest(words: str) -> str:
    """The known heading that a heading may have been meant for; empty where none is near."""
    near = difflib.get_close_matches(plain(words), _BY_WORDS, n=1, cutoff=0.6)
    return _BY_WORDS[near[0]] if near else ""


def table(cells: Grid, sheet: Worksheet) -> Table | None:
    """Where the list is; None for a sheet without a heading for names.

    Headings may stand in two rows, joined by merged cells: the lower word counts where it is known.
    """
    for row in range(1, min(_FIRST, sheet.max_row) + 1):
        in_row = [cell for (r, _), cell in cells.items() if r == row]
        if NAME not in {column_called(cell.text) for cell in in_row}:
            continue
        last = merged_upright(sheet, row)
        columns: dict[str, Cell] = {}
        unknown, twice = [], []
        for number in sorted({column for r, column in cells if row <= r <= last}):
            stack = [cells[r, number] for r in range(last, row - 1, -1) if (r, number) in cells]
            heading = next((cell for cell in stack if column_called(cell.text)), stack[0])
            name = column_called(heading.text)
            if name is None:
                unknown.append(heading)
            elif name in columns:
                twice.append(heading)
            else:
                columns[name] = Cell(heading.row, number, heading.text)
        return Table(last, columns, tuple(unknown), tuple(twice))
    return None
