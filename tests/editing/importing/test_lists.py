"""A list in the office's own workbook becomes the list of a notice, however it is laid out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import yaml
from openpyxl.worksheet.worksheet import Worksheet

from tests.editing.importing.conftest import HEAD, NOTICE, ROWS, TOP
from tests.program import AwardSite, Run, laid_over

Taken = Callable[..., Run]
Book = Callable[..., Path]


def _lists(content: Path, path: str = NOTICE) -> list[dict[str, object]]:
    text = (content / path).read_text(encoding="utf-8")
    found: list[dict[str, object]] = yaml.load(text, yaml.BaseLoader)["lists"]
    return found


EXPECTED = [
    {"name": "示例星火航天电子有限公司", "district": "donghu", "sector": "electronics"},
    {"name": "示例临江绿色建材有限公司", "district": "xinzhou", "sector": "construction"},
    {"name": "示例协和医疗器械有限公司"},
]


def test_a_list_is_taken_in(take: Taken, book: Book, content: Path) -> None:
    book([HEAD, *ROWS])
    run = take()
    assert run.code == 0, run.out
    assert f"已写入 content/{NOTICE}：3 行，其中 0 行有获奖记录，换掉原有 12 行。" in run.out
    assert _lists(content) == [{"tier": "award", "kind": "organisation", "rows": EXPECTED}]


def test_all_other_lines_stay_as_they_were(take: Taken, book: Book, content: Path) -> None:
    file = content / NOTICE
    text = file.read_text(encoding="utf-8").replace("body: |", "# 正文由某人起草\nbody: |")
    file.write_bytes(text.replace("\n", "\r\n").encode())
    book([HEAD, *ROWS])
    assert take().code == 0
    after = file.read_bytes().decode()
    assert after.count("\n") == after.count("\r\n")
    head, rest = text.split("lists:\n")
    tail = rest[rest.index("# 正文由某人起草") :]
    plain = after.replace("\r\n", "\n")
    assert plain.startswith(head + "lists:\n  - tier: award\n")
    assert plain.endswith("      - name: 示例协和医疗器械有限公司\n" + tail)


def test_a_notice_without_a_list_gets_one_in_its_place(
    award_site: AwardSite, take: Taken, book: Book, content: Path
) -> None:
    made = award_site(
        *("new", "notice", "--kind", "受理名单", "--title", "另一批", "--round", "2026"),
        *("--published", "2026-06-02", "--issuer", "qiangshiban"),
        *("--drafted-by", "示例甲", "--reviewed-by", "示例乙", "--approved-by", "示例丙"),
    )
    assert made.code == 0, made.err
    book([HEAD, *ROWS])
    path = "notices/2026/2026-sl-02.yml"
    before = (content / path).read_text(encoding="utf-8")
    run = award_site(
        *("import", "list.xlsx", "--as", "名单", "--notice", "2026-sl-02"),
        *("--tier", "award", "--kind", "organisation"),
    )
    assert run.code == 0, run.out
    after = (content / path).read_text(encoding="utf-8")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert _lists(content, path)[0]["rows"] == EXPECTED
    assert award_site("check").code == 0


def test_names_of_holders_become_their_ids(take: Taken, book: Book, content: Path) -> None:
    book(
        [
            ["姓名", "类别", "奖项", "所在单位", "职务", "复评", "统一社会信用代码"],
            ["示例江城光芯科技股份有限公司", "组织", "市长质量奖", None, None, "√", None],
            ["示例江城光芯科技股份公司", "组织", "市长质量奖"],
            ["何　示例", "个人", "市长质量奖", "示例恒温制冷设备有限公司", "工艺工程师"],
            ["陈示例", "个人", "市长质量奖", "另一家单位", "主任"],
        ]
    )
    run = take(fixed=False)
    assert run.code == 0, run.out
    assert _lists(content) == [
        {
            "tier": "award",
            "kind": "organisation",
            "rows": [
                {"awardee": "shili-guangxin", "recertified": "是"},
                {"name": "示例江城光芯科技股份公司"},
            ],
        },
        {
            "tier": "award",
            "kind": "individual",
            "rows": [
                {
                    "name": "何示例",
                    "employer": "示例恒温制冷设备有限公司",
                    "post": "工艺工程师",
                },
                {"name": "陈示例", "employer": "另一家单位", "post": "主任"},
            ],
        },
    ]
    near = "list.xlsx 表“Sheet1” A3: 警告 “示例江城光芯科技股份公司”没有获奖记录，按名称写入；"
    assert any(line.startswith(near) for line in run.lines), run.out
    assert any(
        line.startswith("list.xlsx 表“Sheet1” A5: 警告 有同名的获奖者“陈示例”")
        for line in run.lines
    )


def _titles(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("C2:D2")
    sheet.merge_cells("C4:C5")
    sheet.parent.create_sheet("备查")["A1"] = "别的内容"  # type: ignore[union-attr]


def test_titles_merged_headings_blank_rows_and_wide_spaces(
    take: Taken, book: Book, content: Path
) -> None:
    book(
        [
            ["2026年度拟奖名单　（送审稿）"],
            ["　序 号", "单位\n名称 *", "其他情况"],
            [None, None, "所在区", "所 属 行 业"],
            [1, "　示例星火航天电子有限公司　", "东湖高新区", "光电子信息"],
            [2, "示例湖畔电子有限公司", None, "光电子信息"],
            [None, "   ", "\u3000"],
            [3],
            [4, "示例（江汉）\n文旅服务有限公司"],
        ],
        _titles,
    )
    run = take()
    assert run.code == 0, run.out
    assert _lists(content)[0]["rows"] == [
        {"name": "示例星火航天电子有限公司", "district": "donghu", "sector": "electronics"},
        {"name": "示例湖畔电子有限公司", "district": "donghu", "sector": "electronics"},
        {"name": "示例（江汉）文旅服务有限公司"},
    ]


def test_several_sheets(take: Taken, book: Book, content: Path) -> None:
    def second(sheet: Worksheet) -> None:
        other = sheet.parent.create_sheet("定稿")  # type: ignore[union-attr]
        for row in (HEAD, ROWS[0]):
            other.append(row)

    book([HEAD, *ROWS], second)
    run = take()
    assert run.code == 1
    assert run.lines == ["list.xlsx: 错误 有几张表像名单：Sheet1、定稿；请用 --sheet 指定一张"]
    assert take("--sheet", "定 稿").code == 1
    assert take("--sheet", "定稿").code == 0
    assert _lists(content)[0]["rows"] == EXPECTED[:1]


def test_long_texts_and_odd_names_read_back(take: Taken, book: Book, content: Path) -> None:
    deeds = "第一段：质量 #1，“好”。\n\n第二段 - 有横线"
    book(
        [
            ["名称", "简要事迹", "基本情况"],
            ["360: 示例 #2", deeds, "yes"],
            [7, "null", "2026-10-09"],
        ]
    )
    run = take()
    assert run.code == 0, run.out
    rows = _lists(content)[0]["rows"]
    assert rows == [
        {"name": "360: 示例 #2", "basics": "yes", "deeds": deeds + "\n"},
        {"name": "7", "basics": "2026-10-09", "deeds": "null"},
    ]


def test_a_dry_run_shows_and_writes_nothing(take: Taken, book: Book, content: Path) -> None:
    before = (content / NOTICE).read_bytes()
    book([HEAD, *ROWS])
    run = take("--dry-run")
    assert run.code == 0
    assert "  - tier: award\n    kind: organisation\n    rows:\n      - name: 示例星火" in run.out
    assert f"将写入 content/{NOTICE}：3 行" in run.out
    assert (content / NOTICE).read_bytes() == before
    told = take("--dry-run", "--format", "json").json
    assert (told["ok"], told["rows"], told["written"]) == (True, 3, False)


def test_a_list_that_breaks_the_regulation_is_taken_back(
    award_site: AwardSite, book: Book, content: Path
) -> None:
    path = content / "notices/2024/2024-bz-01.yml"
    before = path.read_bytes()
    book([["名称"], ["示例从未获奖有限公司"]])
    run = award_site(
        *("import", "list.xlsx", "--as", "list", "--notice", "2024-bz-01"),
        *("--tier", "award", "--kind", "organisation"),
    )
    assert run.code == 1
    assert any("受到表彰，拟奖公示的" in line for line in run.lines), run.out
    assert path.read_bytes() == before
    assert not [*path.parent.glob(".import-*")]


@pytest.mark.parametrize("which", ["content", "linjiang"])
def test_the_workbook_to_fill_can_be_filled_and_taken_in(
    award_site: AwardSite, content: Path, workplace: Path, which: str
) -> None:
    laid_over(TOP / "tests/cities/linjiang", workplace / "linjiang", {})
    run = award_site("template", "list", "--content", which)
    assert run.code == 0
    assert run.out == "已生成 名单.xlsx。填好后用 award-site import 导入。\n"
    assert award_site("template", "list", "--content", which).code == 1  # never over another
    workbook = openpyxl.load_workbook(workplace / "名单.xlsx")
    assert workbook.sheetnames == ["名单", "填写说明", "选项"]
    sheet = workbook["名单"]
    columns = {cell.value: cell.column or 0 for cell in sheet[1]}
    with zipfile.ZipFile(workplace / "名单.xlsx") as packed:  # the column itself is text
        column = re.search(
            rf'<col min="{columns["统一社会信用代码"]}"[^>]*style="(\d+)"',
            packed.read("xl/worksheets/sheet1.xml").decode(),
        )
        formats = re.findall(
            r'<xf numFmtId="(\d+)"',
            packed.read("xl/styles.xml").decode().partition("<cellXfs")[2],
        )
    assert column is not None
    assert formats[int(column.group(1))] == "49"  # 49 is “@”
    assert len(sheet.data_validations.dataValidation) == 6
    choices = {cell.value: cell.column or 0 for cell in workbook["选项"][1]}

    def offered(column: str, place: int = 2) -> object:
        return workbook["选项"].cell(place, choices[column]).value

    values = {"名称": "示例新企业", "奖项": offered("奖项"), "类别": offered("类别")}
    values |= {
        "所在区": offered("所在区", 3),
        "推荐单位": offered("推荐单位"),
        "行业": offered("行业"),
    }
    for heading, value in values.items():
        sheet.cell(2, columns[heading], value)  # type: ignore[call-overload]
    workbook.save(workplace / "名单.xlsx")
    notice = "2026-gs-01" if which == "content" else "lj-2025-sl"
    run = award_site(
        *("import", "名单.xlsx", "--as", "list", "--notice", notice, "--content", which),
        "--dry-run",
    )
    assert run.code == 0, run.out
    assert "- name: 示例新企业" in run.out
