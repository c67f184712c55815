"""For each kind of fault, `check` and `build` tell the same; and a check told once is cheap."""

from __future__ import annotations

import json
import time
from random import Random

import pytest

from generator.layouts import theme
from generator.publishing import preparation
from tests.privacy.invented import id_number
from tests.program import AwardSite, Run
from tests.publishing.works import Works

RARE = chr(0x2A6D0)
ABOUT = "pages/about.md"
NOTICE = "notices/2024/2024-gs-01.yml"
HOST = "host:\n"
FAULTS = {
    "link-dangling": (NOTICE, "](/awardees/)", "](/nowhere/)"),
    "picture": (NOTICE, "](/awardees/)", "](/awardees/)，![图](/files/none.png)"),
    "prose picture": (ABOUT, "见[办法]", "![图](/files/none.png)，见[办法]"),
    "prose relative": (ABOUT, "(/regulation/#art-5)", "(regulation.md)"),
    "prose anchor": (ABOUT, "(/regulation/#art-5)", "(#nowhere)"),
    "prose head": (ABOUT, "description: 本站是什么\n", ""),
    "prose html": (ABOUT, "见[办法]", "<script>x()</script>见[办法]"),
    "html": (NOTICE, "评定工作已经完成", "评定<b>工作</b>已经完成"),
    "javascript": (NOTICE, "](/awardees/)", "](java&#115;cript:alert(1))"),
    "navigation": ("site.yml", "address: /rounds/", "address: /runden/"),
    "contrast": ("site.yml", HOST, f"colours: {{main: '#F5C542', accent: '#B08A3E'}}\n{HOST}"),
    "host header missing": ("site.yml", HOST, f"{HOST}  header: files/top.html\n"),
    "host header unfit": ("site.yml", HOST, f"{HOST}  header: files/2024/名单.csv\n"),
    "typeface": ("site.yml", "documents: {made: 否}", "documents: {body: 没有的字体}"),
    "character": (NOTICE, "评定工作已经完成", f"评定{RARE}工作已经完成"),
    "checks": (NOTICE, "published: 2024-", "published: 2023-"),
}


def told(run: Run) -> list[object]:
    found: list[object] = json.loads(run.out)["problems"]
    return found


def both(award_site: AwardSite, works: Works, *more: object) -> list[object]:
    """What `check` tells, which is what `build` tells."""
    where = ("--content", works.content, "--out", works.out, "--cache", works.cache)
    also = (*where, "--today", "2026-10-12", "--format", "json", "--jobs", "1", *more)
    checked = award_site("check", *also)
    again = award_site("check", *also)
    built = award_site("build", *also)
    assert told(checked) == told(again) == told(built)
    assert checked.code == again.code == built.code
    return told(checked)


@pytest.mark.parametrize(("path", "old", "new"), FAULTS.values(), ids=[*FAULTS])
def test_check_tells_what_build_refuses(
    award_site: AwardSite, works: Works, path: str, old: str, new: str
) -> None:
    if "的" in new or RARE in new:
        works.edit("site.yml", "documents: {made: 否}", "documents: {}")
        old, new = (text.replace("{made: 否}", "{}") for text in (old, new))
    if path == "site.yml" and "csv" in new:
        works.write("files/2024/名单.csv", "<script>x()</script>")
    works.edit(path, old, new)
    problems = both(award_site, works)
    assert [problem for problem in problems if problem["level"] == "error"]  # type: ignore[index]
    assert not works.out.exists()


def test_nothing_is_told_of_what_can_be_built(award_site: AwardSite, works: Works) -> None:
    assert not [p for p in both(award_site, works) if p["level"] == "error"]  # type: ignore[index]
    assert (works.out / "index.html").is_file()


def test_a_page_that_says_a_publicity_still_runs(award_site: AwardSite, works: Works) -> None:
    text = (
        "第八届的\n[拟奖名单](/notices/2026-gs-01/)正在公示。\n\n正在公示的名单在首页。\n\n见[办法]"
    )
    works.edit(ABOUT, "见[办法]", text)
    where = ("--content", works.content, "--cache", works.cache, "--format", "json")
    for day, lines in (("2026-10-15", []), ("2026-12-01", [7])):
        run = award_site("check", *where, "--today", day)
        found = [p for p in run.json["problems"] if p["code"] == "prose-bygone"]
        assert [(p["line"], p["level"]) for p in found] == [(line, "note") for line in lines]


def test_faults_of_all_parts_are_told_together(award_site: AwardSite, works: Works) -> None:
    for name in ("link-dangling", "prose anchor", "contrast", "host header missing", "navigation"):
        works.edit(*FAULTS[name])
    codes = {problem["code"] for problem in both(award_site, works)}  # type: ignore[index]
    assert codes >= {"link-dangling", "prose-anchor", "contrast", "host-slot-missing"}


def test_a_form_that_is_not_there_is_told(award_site: AwardSite, works: Works) -> None:
    (problem,) = [
        p
        for p in both(award_site, works, "--form", works.cache / "form")
        if p["level"] == "error"  # type: ignore[index]
    ]
    assert problem["code"] == "form-missing"  # type: ignore[index]


def test_what_was_published_otherwise_is_told(award_site: AwardSite, works: Works) -> None:
    works.build()
    works.edit(
        "notices/2026/2026-gs-01.yml", "published: 2026-10-09 09:00", "published: 2026-10-09 10:00"
    )
    codes = {problem["code"] for problem in both(award_site, works)}  # type: ignore[index]
    assert "steadfast-published" in codes


def test_a_weak_colour_is_told_where_it_is_written(
    award_site: AwardSite, works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    works.edit("site.yml", HOST, f"colours:\n  accent: '#B08A3E'\n  main: '#F5C542'\n{HOST}")
    lines = (works.content / "site.yml").read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if "main: '#" in text)
    monkeypatch.chdir(works.content.parent)
    run = award_site("check", "--content", "content", "--today", "2026-10-12")
    assert run.code == 1
    assert [x for x in run.lines if x.startswith(f"content/site.yml:{line}: 错误 主色 #")]


def test_no_personal_number_is_shown_of_a_link(award_site: AwardSite, works: Works) -> None:
    number = id_number(Random(1))
    works.edit(NOTICE, "](/awardees/)", f"](/{number}/)")
    assert number not in json.dumps(both(award_site, works), ensure_ascii=False)


def test_a_link_of_what_is_confidential_is_never_shown(award_site: AwardSite, works: Works) -> None:
    works.edit("awardees/yihao.yml", "notes: 不公开的工艺", "notes: '[见](/neibu/gongyi/)'")
    assert "neibu" not in json.dumps(both(award_site, works))


def test_check_never_starts_the_theme_and_unchanged_makes_nothing_out(
    award_site: AwardSite, works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("not for a check")

    where = ("--content", works.content, "--out", works.out, "--cache", works.cache)
    monkeypatch.setattr(theme, "render", refused)
    assert award_site("check", *where, "--today", "2026-10-12").code == 0
    time.sleep(0.15)  # what was changed just now may change again
    assert award_site("check", *where, "--today", "2026-10-12").code == 0
    monkeypatch.setattr(preparation, "prepared", refused)
    assert award_site("check", *where, "--today", "2026-10-12").code == 0
