"""What a workbook may not hold is refused at its cell, all at once, and nothing is written."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.editing.importing.conftest import HEAD, NOTICE, ROWS
from tests.program import AwardSite, Run

Taken = Callable[..., Run]
Book = Callable[..., Path]
PLACE = "list.xlsx 表“Sheet1” "


@pytest.fixture(autouse=True)
def _nothing_is_written(content: Path) -> Iterator[None]:
    before = (content / NOTICE).read_bytes()
    yield
    assert (content / NOTICE).read_bytes() == before


def test_every_problem_is_told_at_its_cell(take: Taken, book: Book) -> None:
    book(
        [
            ["名称", "所在区", "推荐单位", "行业", "统一社会信用代码", "复评"],
            ["示例一", "东湖高新技术区", "示例装备制造商会", "光电子", 914201001000000000, "也许"],
            ["示例二", "没有的区", None, None, "9.14201E+17", None],
            [None, "江汉区"],
            ["示例三", None, None, None, "91420100"],
            ["示例一"],
            ["注：不分先后"],
        ]
    )
    run = take()
    assert run.code == 1
    said = "\n".join(run.lines)
    for part in (
        "B2: 错误 所在区“东湖高新技术区”不认识；是不是 ",
        "C2: 错误 推荐单位“示例装备制造商会”不认识；",
        "D2: 错误 行业“光电子”不认识；是不是 光电子信息",
        "E2: 错误 统一社会信用代码“914201001000000000”存成了数字，末尾的位数已经丢失；",
        "F2: 错误 复评写成了“也许”；写 是 或 否",
        "B3: 错误 所在区“没有的区”不认识；",
        "E3: 错误 统一社会信用代码“9.14201E+17”存成了数字，末尾的位数已经丢失；",
        "B4: 错误 这一行没有名称；",
        "E5: 错误 统一社会信用代码“91420100”有 8 位，应为 18 位；",
        "A6: 错误 “示例一”在同一奖项里写了两次，A2 已经有了；请只留一行",
    ):
        assert f"{PLACE}{part}" in said, part
    assert all(line.startswith(PLACE) for line in run.lines)


ID = "420102199003070011"[:17]


def _with_check(body: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(d) * w for d, w in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


WHOLE = _with_check(ID)
WIDE = WHOLE.translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)})
PERSONAL = [
    (WHOLE, "身份证号", WHOLE[:2]),
    (f"身份证：{WHOLE[:6]} {WHOLE[6:14]} {WHOLE[14:]}。", "身份证号", WHOLE[:2]),
    (f"{WHOLE[:6]}-{WHOLE[6:14]}-{WHOLE[14:]}", "身份证号", WHOLE[:2]),
    (WIDE, "身份证号", WHOLE[:2]),
    ("420102900307001", "身份证号", "42"),
    ("13800138000", "手机号码", "138****8000"),
    (13800138000, "手机号码", "138****8000"),
    ("电话 138-0013-8000", "手机号码", "138****8000"),
    ("+86 138 0013 8000", "手机号码", "138****8000"),
    (420102199003070011, "很长的数字", "42***"),
]


@pytest.mark.parametrize(("value", "what", "masked"), PERSONAL, ids=str)
def test_personal_numbers_are_refused_and_masked(
    take: Taken, book: Book, value: object, what: str, masked: str
) -> None:
    book([["公示名单", None, None, value], ["名称", "基本情况"], ["示例一", value]])
    run = take()
    assert run.code == 1
    told = [line for line in run.lines if what in line]
    assert [line.removeprefix(PLACE).split(":")[0] for line in told] == ["D1", "B3"]
    assert all(masked in line for line in told)
    assert str(value) not in run.out
    assert WHOLE not in run.out


def test_other_numbers_are_no_personal_ones(take: Taken, book: Book) -> None:
    book(
        [
            ["名称", "基本情况"],
            ["示例", "编号 20261009123456789，电话 027-00000000，产值 138001380001 元"],
        ]
    )
    assert take("--dry-run").code == 0


def _hide(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[9].hidden = True  # nothing in it
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions["H"].hidden = True


def test_hidden_content_must_be_shown(take: Taken, book: Book) -> None:
    book([HEAD, *ROWS], _hide)
    run = take()
    assert run.code == 1
    assert run.lines == [
        f"{PLACE}C列: 错误 这一列是隐藏的，里面有内容；请取消隐藏，看过再导入；不要的请删去",
        f"{PLACE}第3行: 错误 这一行是隐藏的，里面有内容；请取消隐藏（或取消筛选），看过再导入",
    ]


def test_a_hidden_sheet_is_told(take: Taken, book: Book) -> None:
    def hide(sheet: Worksheet) -> None:
        other = sheet.parent.create_sheet("底稿")  # type: ignore[union-attr]
        other["A1"] = "得分"
        other.sheet_state = "hidden"

    book([HEAD, *ROWS], hide)
    run = take("--dry-run")
    assert run.code == 0
    assert "list.xlsx 表“底稿”: 警告 这张表是隐藏的，没有导入；" in run.out


def test_unknown_headings_are_named(take: Taken, book: Book) -> None:
    book(
        [
            ["单位名称", "得分", "推荐单为", "单位全名", "企业名称"],
            ["示例一", "612", None, None, None],
        ]
    )
    run = take()
    assert run.code == 1
    said = "\n".join(run.lines)
    assert (
        f"{PLACE}B1: 错误 标题“得分”不认识；请改成认识的标题，或用 --ignore-unknown 略去这一栏"
        in said
    )
    assert f"{PLACE}C1: 错误 标题“推荐单为”不认识；是不是“推荐单位”" in said
    assert f"{PLACE}E1: 错误 标题“企业名称”与另一栏的意思相同；请只留一栏" in said
    book([["单位名称", "得分"], ["示例一", "612"]])
    run = take("--ignore-unknown", "--dry-run")
    assert run.code == 0
    assert "612" not in run.out
    assert "标题“得分”不认识，略去" in run.out


def test_a_column_without_a_heading_is_not_dropped(take: Taken, book: Book) -> None:
    book([["名称"], ["示例一", "附注"], ["示例二", "附注"]])
    run = take()
    assert run.lines == [f"{PLACE}B2: 错误 这一栏有内容，却没有标题；请补上标题；不要的请删去"]


def test_a_formula_without_a_value(take: Taken, book: Book) -> None:
    book([["名称", "所在区"], ["示例一", "=VLOOKUP(A2,X:Y,2)"]])
    run = take()
    assert run.code == 1
    assert f"{PLACE}B2: 错误 这一格是公式，没有算出的值；" in run.out


def test_a_tier_that_is_not_given_to_the_kind(take: Taken, book: Book) -> None:
    book(
        [
            ["姓名", "奖项", "类别"],
            ["何示例", "市长质量奖提名奖", "个人"],
            ["吕示例", "提名", "个体"],
        ]
    )
    run = take(fixed=False)
    assert run.lines == [
        f"{PLACE}B2: 错误 市长质量奖提名奖不授予“个人”这一类别；请核对奖项和类别",
        f"{PLACE}B3: 错误 奖项“提名”不认识；可写 市长质量奖、市长质量奖提名奖",
        f"{PLACE}C3: 错误 类别“个体”不认识；是不是 个人",
    ]
    book([["姓名"], ["何示例"]])
    run = take(fixed=False)
    assert run.code == 1
    assert f"{PLACE}第2行: 错误 这一行没有写奖项；请填“奖项”栏，或用 --tier 指定" in run.out


@pytest.mark.parametrize("ending", [".xls", ".et", ".csv", ".ods"])
def test_other_formats_are_to_be_saved_anew(take: Taken, workplace: Path, ending: str) -> None:
    (workplace / f"名单{ending}").write_text("名称\n示例\n", encoding="utf-8")
    run = take(file=f"名单{ending}")
    assert run.code == 1
    assert run.lines[0].endswith("请用 Excel 或 WPS 打开，另存为 .xlsx")


@pytest.mark.parametrize("ending", [".doc", ".wps", ".docx"])
def test_texts_are_no_lists(take: Taken, workplace: Path, ending: str) -> None:
    (workplace / f"名单{ending}").write_text("名称", encoding="utf-8")
    run = take(file=f"名单{ending}")
    assert run.code == 1
    assert "另存为 .xlsx" in run.lines[0]


def test_broken_and_locked_workbooks_are_one_sentence(
    take: Taken, workplace: Path, book: Book
) -> None:
    locked = "文件加了密码，或是旧格式改了扩展名；请去掉密码，另存为 .xlsx"
    damaged = "文件损坏，或不是真正的 .xlsx；请用 Excel 或 WPS 打开，另存为 .xlsx"
    whole = book([HEAD, *ROWS]).read_bytes()
    for data, said in (
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), locked),
        (b"", damaged),
        (b"PK\x03\x04 nothing", damaged),
        (whole[: len(whole) // 2], damaged),
        (whole.replace(b"<sheetData>", b"<sheetDat>>"), None),
    ):
        (workplace / "list.xlsx").write_bytes(data)
        run = take("--dry-run")
        assert said is None or run.lines == [f"list.xlsx: 错误 {said}"]
        assert "Traceback" not in run.err
    with zipfile.ZipFile(workplace / "list.xlsx", "w") as packed:
        packed.writestr("a.txt", "no workbook")
    assert take().lines == [f"list.xlsx: 错误 {damaged}"]


def test_missing_file_notice_and_option(
    award_site: AwardSite, take: Taken, book: Book, content: Path
) -> None:
    run = take(file="gone.xlsx")
    assert run.lines == ["gone.xlsx: 错误 文件“gone.xlsx”打不开（不存在）；请检查位置和权限"]
    book([HEAD, *ROWS])
    run = award_site("import", "list.xlsx", "--notice", "2026-gs-1")
    assert "公告“2026-gs-1”不存在；是不是 2026-gs-01" in run.lines[0]
    run = take("--tier", "奖")
    assert "奖项“奖”不认识" in run.lines[0]
    assert award_site("import", "list.xlsx").code == 2
    assert award_site("import", "list.xlsx", "--notice", "x", "--as", "y").code == 2
    book([["什么", "也没有"], ["1", "2"]])
    assert "没有找到“名称”" in take().lines[0]
    book([HEAD])
    assert "标题下面没有名单" in take().lines[0]
