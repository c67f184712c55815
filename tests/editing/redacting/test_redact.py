"""``award-site redact``: who is meant, what stands against it, and that it is all or nothing."""

from __future__ import annotations

import datetime as dt
import errno
import io
import os
import sys
from pathlib import Path

import docx
import openpyxl
import pytest
from PIL import Image

from generator.documents import Paper, printed, typefaces
from generator.documents.paper import Paragraph, Run
from generator.reading import read_tree
from generator.records import Site
from tests.program import AwardSite, laid_over
from tests.publishing.works import SMALL

DAY = ("--today", "2026-10-12")
LISTED = "notices/2024/2024-gs-01.yml"
ACCEPTED = "notices/2024/2024-sl-01.yml"
COMMENDED = "notices/2024/2024-bz-01.yml"
NAMED = "钱示例在公示后**自愿放弃**。"
FILE = "files/2024/名单.csv"
MORE = """\
id: 2024-sl-01  # 受理名单
kind: 受理名单
title: 2024年度受理名单
round: 2024
issuer: ban
index_number: SL01/2024-00009
published: 2024-08-05 09:00
lists:
  - kind: individual
    rows:
      - {name: 钱示例}
      - {awardee: zhang}
      - {name: 孙示例, employer: 示例纺织厂}  # 未获奖
confidential: {drafted_by: 甲, reviewed_by: 乙, approved_by: 丙}
"""


@pytest.fixture
def content(workplace: Path) -> Path:
    """A small city in which two persons were not chosen; one stands on two lists."""
    there = (SMALL / COMMENDED).read_text(encoding="utf-8")
    files = {ACCEPTED: MORE, COMMENDED: there.replace(NAMED, "一人自愿放弃。")}
    return laid_over(SMALL, workplace / "content", files)


def texts(content: Path) -> dict[str, bytes]:
    return {f.name: f.read_bytes() for f in sorted(content.rglob("*.yml"))}


def edit(content: Path, path: str, old: str, new: str) -> None:
    file = content / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_all_that_are_due_once_and_never_again(award_site: AwardSite, content: Path) -> None:
    assert "site-retention-due" in award_site("check", *DAY, "--format", "json").out
    before = texts(content)
    run = award_site("redact", "--yes", *DAY)
    assert run.code == 0, run
    assert "已删除 2 人在 2 份公告里的个人信息" in run.out
    after = texts(content)
    assert {name for name in after if after[name] != before[name]} == {
        "2024-gs-01.yml",
        "2024-sl-01.yml",
    }
    text = after["2024-sl-01.yml"].decode()
    assert "id: 2024-sl-01  # 受理名单\n" in text
    assert "      - {awardee: zhang}\n" in text
    assert text.count('{redacted: {"on": "2026-10-12", "basis": "《中华') == 2
    assert "}  # 未获奖\n" in text
    assert all("钱示例" not in one.decode() for one in after.values())
    assert "site-retention" not in award_site("check", *DAY, "--format", "json").out
    again = award_site("redact", *DAY)
    assert (again.code, again.out) == (0, "没有需要删除的个人信息，没有改动记录。\n")
    assert texts(content) == after


def test_one_notice_or_one_candidate(award_site: AwardSite, content: Path) -> None:
    run = award_site("redact", "2024-sl-01", "--candidate", "钱示例", "--yes", *DAY)
    assert run.code == 0
    assert "2024-gs-01.yml:45: 警告 名称里还写着“钱示例”" in run.out  # and the other list says so
    text = (content / ACCEPTED).read_text(encoding="utf-8")
    assert "钱示例" not in text
    assert "孙示例" in text
    again = award_site("redact", "2024-sl-01", "--candidate", "钱示例", "--yes", *DAY)
    assert again.code == 0
    assert "名单里没有“钱示例”，可能已经删除（有 1 行删除过）" in again.out
    assert (content / ACCEPTED).read_text(encoding="utf-8") == text


def test_a_dry_run_shows_and_writes_nothing(award_site: AwardSite, content: Path) -> None:
    before = texts(content)
    run = award_site("redact", "--dry-run", *DAY)
    assert run.code == 0
    assert "content/notices/2024/2024-gs-01.yml\n-      - name: 钱示例\n" in run.out
    assert "+      - redacted:\n+          on: 2026-10-12\n" in run.out
    assert "将删除 2 人在 2 份公告里的个人信息。" in run.out
    told = award_site("redact", "--dry-run", "--format", "json", *DAY).json
    assert (told["persons"], told["rows"], told["written"]) == (2, 3, False)
    assert texts(content) == before


def test_it_asks_first(
    award_site: AwardSite, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(content)
    monkeypatch.setattr(sys, "stdin", io.StringIO("是\n"))
    nobody = award_site("redact", *DAY)
    assert nobody.code == 2
    assert "无法询问；请加 --yes" in nobody.err
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: "")
    assert award_site("redact", *DAY).out.endswith("没有写入，没有改动记录。\n")
    assert texts(content) == before
    monkeypatch.setattr("builtins.input", lambda _: "是")
    assert "已删除 2 人" in award_site("redact", *DAY).out


REFUSED = {
    ("2024-bz-01",): "“2024-bz-01”是表彰通报，不从里面删除个人信息",
    ("2024-gs-9",): "公告“2024-gs-9”不存在；是不是 2024-gs-01",
    ("--candidate", "张示例"): "“张示例”是获奖者“zhang”，获奖者保留，不删除",
    ("--candidate", "钱示利"): "名单里没有“钱示利”；是不是“钱示例”",
    ("--candidate", "示例三号阀门有限公司"): "不是未获奖的个人，不删除；组织的信息和决定保留",
    ("--candidate", "周示例", "--basis", "本人申请"): (
        "这次评定还没有表彰通报，“周示例”是否获奖还不知道"
    ),
    ("--candidate", "钱示例", "--today", "2026-09-20"): "保存到“2026-09-20”，还没有到期",
    ("--basis", "本人\n申请"): "--basis 的值不对：这里应只有一行",
}


@pytest.mark.parametrize("options", REFUSED, ids=" ".join)
def test_what_is_refused(options: tuple[str, ...], award_site: AwardSite, content: Path) -> None:
    more = "{name: 周示例, kind: individual}\n      - {awardee: yihao, recertified"
    edit(content, "notices/2026/2026-gs-01.yml", "{awardee: yihao, recertified", more)
    before = texts(content)
    run = award_site("redact", "--yes", *DAY, *options)
    assert run.code in (1, 2)
    assert REFUSED[options] in run.out + run.err
    assert texts(content) == before


def test_before_the_time_with_a_basis_of_its_own(award_site: AwardSite, content: Path) -> None:
    early = ("--today", "2024-10-08")
    run = award_site("redact", "--candidate", "钱示例", "--basis", "本人申请。", "--yes", *early)
    assert run.code == 0, run
    text = (content / LISTED).read_text(encoding="utf-8")
    assert "on: 2024-10-08\n          basis: 本人申请\n" in text
    assert "孙示例" in (content / ACCEPTED).read_text(encoding="utf-8")


def test_a_namesake_of_a_holder_stays_unless_another_employer_is_told(
    award_site: AwardSite, content: Path
) -> None:
    edit(content, ACCEPTED, "{name: 孙示例, employer: 示例纺织厂}", "{name: 张示例}")
    run = award_site("redact", "--candidate", "张示例", "--yes", *DAY)
    assert run.code == 1
    edit(content, ACCEPTED, "{name: 张示例}", "{name: 张示例, employer: 示例纺织厂}")
    run = award_site("redact", "--candidate", "张示例", "--yes", *DAY)
    assert run.code == 0, run
    assert "张示例" not in (content / ACCEPTED).read_text(encoding="utf-8")


def test_who_is_named_in_the_text_is_taken_out_there_first(
    award_site: AwardSite, content: Path
) -> None:
    edit(content, LISTED, "评定工作已经完成", "钱\n\n  示例等三人的评定工作已经完成")
    edit(content, LISTED, "withheld:", "# 钱 示例：见档案\nwithheld:")
    edit(content, COMMENDED, "一人自愿放弃。", NAMED)
    edit(content, "pages/about.md", "title: 关于本站", "title: 关于本站和钱示例")
    before = texts(content)
    run = award_site("redact", "2024-gs-01", "--yes", *DAY)
    assert run.code == 1
    assert "2024-gs-01.yml:53: 错误 正文里还写着“钱示例”；请先改掉，再删除" in run.out
    assert "2024-gs-01.yml:50: 错误 注释里还写着“钱示例”" in run.out
    assert "2024-bz-01.yml:22: 警告 与公示名单的差异说明里还写着“钱示例”" in run.out
    assert "pages/about.md:" in run.out
    assert run.err == "未通过：2 个错误，没有改动记录。\n"
    assert texts(content) == before
    run = award_site("redact", "2024-gs-01", "--other-people", "--yes", *DAY)
    assert run.code == 0
    assert "警告 正文里还写着“钱示例”" in run.out


def in_a_docx(name: str) -> bytes:
    document, data = docx.Document(), io.BytesIO()
    paragraph = document.add_paragraph("推荐")
    for sign in name:  # an editor parts a name into runs as it likes
        paragraph.add_run(sign)
    document.save(data)
    return data.getvalue()


def in_an_xlsx(name: str) -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    book.create_sheet("内部").append([name])
    book.save(data)
    return data.getvalue()


def in_a_pdf(name: str) -> bytes:
    site = Site.model_validate(read_tree((SMALL / "site.yml").read_bytes()))
    words = (Paragraph((Run(f"推荐{name}。"),)),)
    paper = Paper("附件", "", words, (), (), "评定办", dt.date(2024, 9, 2), "", "", ())
    return printed(paper, typefaces(site, SMALL))


ATTACHED = {"docx": in_a_docx, "xlsx": in_an_xlsx, "pdf": in_a_pdf, "csv": str.encode}


@pytest.mark.parametrize("ending", ATTACHED)
def test_an_attachment_that_names_somebody_is_replaced_first(
    ending: str, award_site: AwardSite, content: Path
) -> None:
    edit(content, LISTED, FILE, file := f"files/2024/名单.{ending}")
    (content / file).write_bytes(ATTACHED[ending]("钱示例"))
    before = texts(content)
    run = award_site("redact", "2024-gs-01", "--yes", *DAY)
    assert run.code == 1
    assert f"{file}: 错误 附件里还写着“钱示例”；请先换成不写这个人的文件" in run.out
    assert texts(content) == before
    (content / file).write_bytes(ATTACHED[ending]("另一人"))
    assert award_site("redact", "2024-gs-01", "--yes", *DAY).code == 0


def test_what_cannot_be_read_is_told(award_site: AwardSite, content: Path) -> None:
    edit(content, LISTED, FILE, "files/awardees/yihao.png")
    Image.new("RGB", (9, 9)).save(content / "files/awardees/yihao.png")
    run = award_site("redact", "2024-gs-01", "--yes", *DAY)
    assert run.code == 0
    assert "yihao.png: 警告 附件里有程序读不了的内容" in run.out


def test_all_of_it_or_nothing(
    award_site: AwardSite, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, replace, calls = texts(content), os.replace, []

    def full(source: str, target: Path) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "full", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", full)
    run = award_site("redact", "--yes", *DAY)
    assert run.code == 1
    assert "磁盘已满" in run.err
    assert len(calls) == 3  # two were written, of which the first was put back
    assert texts(content) == before
    assert not [*content.rglob(".written-*")]


def test_a_list_with_rows_taken_out_is_not_imported_anew(
    award_site: AwardSite, content: Path, workplace: Path
) -> None:
    award_site("redact", "--yes", *DAY)
    (workplace / "名单.xlsx").write_bytes(in_an_xlsx("钱示例"))
    run = award_site("import", "名单.xlsx", "--notice", "2024-gs-01")
    assert run.code == 1
    assert "名单里有已删除的个人信息，整张名单不能再换" in run.out
