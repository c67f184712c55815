"""The scan as the office meets it: before anything is written, by every command."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from generator.reading import SourceFile
from generator.records import Entry, RecordKind
from tests.privacy.conftest import NOTICE, TOP, Checked, Offer
from tests.privacy.files import ID_SHOWN, PHONE, PHONE_SHOWN, WHOLE_ID, workbook
from tests.privacy.invented import code_and_id
from tests.program import AwardSite


def _with_hidden_column(book: Any) -> None:
    book.worksheets[0]["F12"] = WHOLE_ID
    book.worksheets[0].column_dimensions["F"].hidden = True


@pytest.mark.parametrize("command", [("check",), ("build", "--no-search")])
def test_an_id_number_in_a_hidden_column_stops_the_run_and_is_named_by_cell(
    award_site: AwardSite, offer: Offer, workplace: Path, command: tuple[str, ...]
) -> None:
    offer("2026/mingdan.xlsx", workbook(_with_hidden_column))
    run = award_site(*command)
    assert run.code == 1
    (error,) = (line for line in run.lines if " 错误 " in line)
    assert error.startswith(
        "content/files/2026/mingdan.xlsx: 错误 工作表“名单”单元格 F12（所在列已隐藏）"
        f"有身份证号“{ID_SHOWN}”；"
    )
    guide = (TOP / "content/pages/guide-office.md").read_text(encoding="utf-8")
    assert f"\n{error.partition('；')[0]}\n" in guide
    assert WHOLE_ID not in run.out + run.err
    assert not (workplace / "site").exists()


def test_the_old_site_stays_when_a_number_comes_in(
    award_site: AwardSite, offer: Offer, workplace: Path
) -> None:
    assert award_site("build", "--no-search").code == 0
    before = {p: p.stat().st_mtime_ns for p in (workplace / "site").rglob("*")}
    offer("mingdan.xlsx", workbook(_with_hidden_column))
    assert award_site("build", "--no-search").code == 1
    assert {p: p.stat().st_mtime_ns for p in (workplace / "site").rglob("*")} == before


def test_a_record_that_changes_between_reading_and_scan_stops_the_run(
    content: Path, award_site: AwardSite, monkeypatch: pytest.MonkeyPatch, workplace: Path
) -> None:
    gathering = importlib.import_module("generator.register.gather")
    read = gathering.read_entry

    def read_and_edited(root: Path, source: SourceFile, record_kind: RecordKind) -> Entry:
        entry: Entry = read(root, source, record_kind)
        if source.path == NOTICE:
            file = root / NOTICE
            file.write_text(f"{file.read_text('utf-8')}# {PHONE}\n", encoding="utf-8")
        return entry

    monkeypatch.setattr(gathering, "read_entry", read_and_edited)
    run = award_site("build", "--no-search", "--jobs", "1")
    assert run.code == 1
    (error,) = (line for line in run.lines if " 错误 " in line)
    assert error == f"content/{NOTICE}:1: 错误 文件在检查过程中改动了；请再运行一次"
    assert PHONE not in run.out + run.err
    assert not (workplace / "site").exists()


def test_the_hosts_header_is_scanned_as_it_stands_on_every_page(
    checked: Checked, content: Path
) -> None:
    (content / "files/top.html").write_text(
        f"<p>示例主站</p>\n<p>联系人 {WHOLE_ID[:10]}<b>{WHOLE_ID[10:]}</b></p>\n", encoding="utf-8"
    )
    site = content / "site.yml"
    text = site.read_text(encoding="utf-8")
    site.write_text(
        text.replace("host:\n", "host:\n  header: files/top.html\n", 1), encoding="utf-8"
    )
    (told,) = checked()
    assert "files/top.html:2: 错误 " in told
    assert ID_SHOWN in told


def test_a_file_that_nothing_offers_is_not_published_and_not_scanned(
    checked: Checked, content: Path
) -> None:
    (content / "files/notes.xlsx").write_bytes(workbook(_with_hidden_column))
    assert checked() == []


def test_a_file_that_a_page_offers_is_scanned(checked: Checked, content: Path) -> None:
    (content / "files/ming_dan.xlsx").write_bytes(workbook(_with_hidden_column))
    with (content / "pages/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[名单](/files/ming%5Fdan.xlsx)\n")
    told = checked()
    assert any("files/ming_dan.xlsx: 错误" in line and "F12" in line for line in told)


def _edited(content: Path, path: str, old: str, new: str) -> None:
    file = content / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _line(content: Path, path: str, words: str) -> int:
    lines = (content / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


FIELDS = [
    (NOTICE, "title: 关于", "title: 关于13800138000", "13800138000", "标题"),
    (NOTICE, "2. 市强市办不收取", "2. 请打 138-0013-8000，市强市办不收取", "138-0013", "正文"),
    (
        "awardees/shili-shuiwu.yml",
        "summary: ",
        "summary: １３８００１３８０００",
        "１３８",
        "一句话介绍",
    ),
    ("bodies.yml", "name: ", "name: 示例13800138000", "13800138000", "全称"),
]


@pytest.mark.parametrize(("path", "old", "new", "words", "called"), FIELDS)
def test_a_number_in_a_record_is_told_with_its_line(
    checked: Checked, content: Path, path: str, old: str, new: str, words: str, called: str
) -> None:
    _edited(content, path, old, new)
    line = _line(content, path, words)
    (told,) = checked()
    start = f"content/{path}:{line}: 错误 {called}里有手机号码“{PHONE_SHOWN}”；"
    assert told.startswith(start)


def test_an_office_may_be_reached_by_a_mobile_number(checked: Checked, content: Path) -> None:
    _edited(content, "site.yml", "phone: 027-00000000", f"phone: {PHONE}")
    _edited(content, "site.yml", "email: office@example.cn", "email: zhiliang@163.com")
    assert checked() == []


def test_a_contact_holds_no_id_number(checked: Checked, content: Path) -> None:
    _edited(content, "site.yml", "phone: 027-00000000", f"phone: 027-0 {WHOLE_ID}")
    assert len(checked()) == 1


def test_what_is_confidential_is_not_published_and_not_told(
    checked: Checked, content: Path
) -> None:
    _edited(content, NOTICE, "confidential:\n", f"confidential:\n  notes: 电话 {PHONE}\n")
    assert checked() == []


@pytest.mark.parametrize(
    "written",
    [PHONE, "138&nbsp;0013&nbsp;8000", "<b>138</b>00138000", "138**0013**8000", "138\n00138000"],
)
def test_a_page_is_read_with_and_without_its_markup(
    checked: Checked, content: Path, written: str
) -> None:
    with (content / "pages/about.md").open("a", encoding="utf-8") as page:
        page.write(f"\n请打电话 {written} 联系。\n")
    line = _line(content, "pages/about.md", "请打电话")
    (told,) = checked()
    assert told.startswith(f"content/pages/about.md:{line}: 错误 有手机号码“{PHONE_SHOWN}”")


def test_what_other_checks_quote_is_masked_too(award_site: AwardSite, content: Path) -> None:
    _edited(content, NOTICE, "title: 关于", f"title: <b>{PHONE} 关于")
    run = award_site("check")
    assert "排版记号" in run.out
    assert PHONE not in run.out + award_site("check", "--format", "json").out


def test_an_escape_hides_nothing(checked: Checked, content: Path) -> None:
    _edited(content, NOTICE, "title: 关于报送", 'title: "\\x31\\x33800138000 关于报送')
    _edited(content, NOTICE, "》的通知\n", '》的通知"\n')
    assert len(checked()) == 1


def test_a_credit_code_in_its_field_is_none(checked: Checked, content: Path) -> None:
    both = code_and_id("52")
    _edited(content, "awardees/shili-shuiwu.yml", "honours:", f"credit_code: {both}\nhonours:")
    assert checked() == []


def test_what_is_found_is_found_again_from_memory_and_goes_when_it_is_mended(
    checked: Checked, content: Path, offer: Offer
) -> None:
    file = offer("mingdan.xlsx", workbook(_with_hidden_column))
    _edited(content, NOTICE, "title: 关于", "title: 关于13800138000")
    first = checked()
    assert checked() == first
    assert sum(" 错误 " in line for line in first) == 2
    _edited(content, NOTICE, "13800138000", "")
    file.write_bytes(workbook(lambda book: None))
    assert checked() == []
