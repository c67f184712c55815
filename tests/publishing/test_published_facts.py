"""What was published stays: its time, its index number, its page."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.problems import Level, Problem, Stop
from generator.publishing import build
from tests.publishing.works import Works, tree

TODAY = dt.date(2026, 10, 12)
NOTICE = "notices/2026/2026-gs-01.yml"


def published(works: Works) -> list[Problem]:
    """Publishes; what it says of things that moved."""
    built = build(works.content, works.out, works.cache, TODAY)
    return [problem for problem in built.problems if problem.code.startswith("steadfast-")]


def refused(works: Works) -> list[Problem]:
    before = tree(works.out)
    with pytest.raises(Stop) as stopped:
        published(works)
    assert tree(works.out) == before
    return [p for p in stopped.value.problems if p.level is Level.ERROR]


def test_a_publication_time_that_moved_stops_the_build(works: Works) -> None:
    assert published(works) == []
    works.edit(NOTICE, "published: 2026-10-09 09:00", "published: 2026-10-08 09:00")
    (problem,) = refused(works)
    assert problem.code == "steadfast-published"
    assert problem.file.endswith(NOTICE)
    assert problem.sentence == (
        "已发布的时间“2026-10-09 09:00”改成了“2026-10-08 09:00”；"
        "发布时间一经发布不再改动，请改回；内容有误的发更正公告 〔国办秘函〔2019〕19号〕"
    )
    works.edit(NOTICE, "published: 2026-10-08 09:00", "published: 2026-10-09 09:00")
    assert published(works) == []


def test_what_is_not_out_yet_may_still_change(works: Works) -> None:
    text = (
        "id: 2026-qt-09\nkind: 其他\ntitle: 预告\nissuer: ban\npublished: 2026-12-01 09:00\n"
        "confidential: {drafted_by: 示例甲, reviewed_by: 示例乙, approved_by: 示例丙}\n"
    )
    works.write("notices/2026/2026-qt-09.yml", text)
    published(works)
    works.write("notices/2026/2026-qt-09.yml", text.replace("12-01", "12-02"))
    assert published(works) == []


def test_an_index_number_is_not_reissued_even_where_its_record_is_gone(works: Works) -> None:
    works.write(
        "notices/2026/2026-qt-09.yml",
        "id: 2026-qt-09\nkind: 其他\ntitle: 通知\nissuer: ban\nindex_number: SL01/2026-00077\n"
        "published: 2026-03-01 09:00\n"
        "confidential: {drafted_by: 示例甲, reviewed_by: 示例乙, approved_by: 示例丙}\n",
    )
    published(works)
    old = works.content / "notices/2026/2026-qt-09.yml"
    new = works.content / "notices/2026/2026-qt-10.yml"
    new.write_text(old.read_text(encoding="utf-8").replace("qt-09", "qt-10"), encoding="utf-8")
    old.unlink()
    (problem,) = refused(works)
    assert problem.code == "steadfast-index"
    assert "索引号“SL01/2026-00077”已随“2026-qt-09”发布过" in problem.sentence
    new.unlink()
    (gone,) = published(works)
    assert gone.level is Level.WARNING
    assert "已发布的公告 “2026-qt-09” 共 1 份没有记录了" in gone.sentence


def test_a_preview_may_show_it_otherwise(works: Works) -> None:
    published(works)
    works.edit(NOTICE, "published: 2026-10-09 09:00", "published: 2026-10-08 09:00")
    works.edit(NOTICE, "approved_by: 示例签发人", "approved_by: ")
    built = build(works.content, works.out, works.cache, TODAY, preview=True)
    (unread,) = [p for p in built.problems if p.code == "site-review-missing"]
    assert unread.level is Level.WARNING


def test_a_notice_that_was_not_read_three_times_is_not_published(works: Works) -> None:
    works.edit(NOTICE, "approved_by: 示例签发人", "approved_by: ")
    with pytest.raises(Stop) as stopped:
        published(works)
    (problem,) = [p for p in stopped.value.problems if p.level is Level.ERROR]
    assert "没有记录签发人，不能发布" in problem.sentence
    assert not works.out.exists()


@pytest.mark.parametrize(
    "text",
    [
        *("", "[", "{}", "5", "null", "[1]", "[null]", '[{"id": "x"}]'),
        '[{"id": "x", "published": null, "published_at": null, "index_number": null}]',
        '[{"id": "x", "published": "gestern", "published_at": null, "index_number": null}]',
    ],
)
def test_a_damaged_index_of_the_live_site_stops_nothing(works: Works, text: str) -> None:
    published(works)
    (works.out / "data/disclosure.json").write_text(text, encoding="utf-8")
    assert published(works) == []
