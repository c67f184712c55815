"""Workbooks as offices keep them, and notices to take them into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.program import AwardSite, Run, laid_over

TOP = Path(__file__).parents[3]
NOTICE = "notices/2026/2026-gs-01.yml"
HEAD = ["序号", "单位名称", "所属区", "行业"]
ROWS = [
    [1, "示例星火航天电子有限公司", "东湖高新区", "光电子信息"],
    [2, "示例临江绿色建材有限公司", "新洲", "工程建设"],
    [3, "示例协和医疗器械有限公司", None, None],
]
Sheet = Callable[[Worksheet], None]


@pytest.fixture
def content(workplace: Path) -> Path:
    """A copy of the demonstration."""
    return laid_over(TOP / "content", workplace / "content", {})


@pytest.fixture
def book(workplace: Path) -> Callable[..., Path]:
    """Writes ``list.xlsx`` of these rows; `then` may do more to the sheet."""

    def write(
        rows: Sequence[Sequence[object]], then: Sheet | None = None, name: str = "list.xlsx"
    ) -> Path:
        workbook = openpyxl.Workbook()
        sheet = workbook.worksheets[0]
        sheet.title = "Sheet1"
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)  # type: ignore[call-overload]
        if then:
            then(sheet)
        workbook.save(workplace / name)
        return workplace / name

    return write


@pytest.fixture
def take(award_site: AwardSite, content: Path) -> Callable[..., Run]:
    """Imports ``list.xlsx`` into the publicity of 2026, for organisations of the award."""

    def run(*options: str, file: str = "list.xlsx", fixed: bool = True) -> Run:
        tier = ("--tier", "市长质量奖", "--kind", "组织") if fixed else ()
        return award_site("import", file, "--as", "list", "--notice", "2026-gs-01", *tier, *options)

    return run
