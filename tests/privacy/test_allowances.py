"""A reason in writing lets a number stand, and is told on every run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.privacy.conftest import NOTICE, Checked, Offer
from tests.privacy.files import PHONE, PHONE_SHOWN, workbook
from tests.program import AwardSite

REASON = "值班手机由本办公布"


def _allow(content: Path, path: str, *more: str) -> None:
    file = content / path
    lines = [f'  - value: "{PHONE_SHOWN}"', *(f"    {line}" for line in more)]
    text = file.read_text(encoding="utf-8")
    allowed = "\n".join(["privacy_allowed:", *lines, f"    reason: {REASON}", ""])
    if path.endswith(".md"):
        file.write_text(text.replace("---\n", f"---\n{allowed}", 1), encoding="utf-8")
    else:
        file.write_text(f"{text.rstrip()}\n{allowed}", encoding="utf-8")


def _say(content: Path, path: str) -> None:
    file = content / path
    text = file.read_text(encoding="utf-8")
    if path.endswith(".md"):
        file.write_text(f"{text}\n请打 {PHONE}\n", encoding="utf-8")
    else:
        file.write_text(text.replace("title: ", f"title: {PHONE} ", 1), encoding="utf-8")


@pytest.mark.parametrize("path", [NOTICE, "pages/about.md", "rounds/2026.yml"])
def test_it_stands_and_is_told_each_time(
    checked: Checked, award_site: AwardSite, content: Path, path: str
) -> None:
    _say(content, path)
    (error,) = checked()
    assert " 错误 " in error
    _allow(content, path)
    for _ in range(2):
        (note,) = checked()
        assert f" 提示 经说明允许公开“{PHONE_SHOWN}”，理由：{REASON}" in note
        assert note.startswith(f"content/{path}:")
    assert award_site("build", "--no-search").out.count(REASON) == 1


def test_for_an_attachment_it_names_the_file(checked: Checked, content: Path, offer: Offer) -> None:
    def number(book: object) -> None:
        book.worksheets[0]["D7"] = PHONE  # type: ignore[attr-defined]

    offer("mingdan.xlsx", workbook(number))
    _allow(content, NOTICE)
    told = checked()
    assert [" 错误 " in line or " 警告 " in line for line in told] == [True, True]
    text = (content / NOTICE).read_text(encoding="utf-8")
    named = text.replace("    reason:", "    file: files/mingdan.xlsx\n    reason:")
    (content / NOTICE).write_text(named, encoding="utf-8")
    (note,) = checked()
    assert f"（在 files/mingdan.xlsx 里），理由：{REASON}" in note


def test_one_that_fits_nothing_is_a_warning(checked: Checked, content: Path) -> None:
    _allow(content, NOTICE)
    (warning,) = checked()
    assert f" 警告 privacy_allowed 里的“{PHONE_SHOWN}”没有对应的内容" in warning


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (f"    reason: {REASON}", "", "缺少 reason"),
        (f"reason: {REASON}", 'reason: ""', "缺少 reason"),
        (PHONE_SHOWN, PHONE, "这里写了完整的号码"),
    ],
)
def test_without_a_reason_or_with_the_whole_number_it_is_refused(
    award_site: AwardSite, content: Path, old: str, new: str, words: str
) -> None:
    _allow(content, NOTICE)
    text = (content / NOTICE).read_text(encoding="utf-8")
    (content / NOTICE).write_text(text.replace(old, new), encoding="utf-8")
    run = award_site("check")
    assert run.code == 1
    assert any(words in line for line in run.lines)
    assert PHONE not in run.out
