"""What is taken out of a record is in nothing that is published, and every reader is told."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import NamedTuple

import feedparser
import pytest

from generator.editing.redacting import Wanted, begin_redaction
from generator.publishing import build
from tests.documents.sheets import text_of
from tests.outputs import everything
from tests.publishing.works import TODAY, Files, Works, tree

GONE = ("钱示例", "錢示例", "示例红星农机厂", "班长", "班長", "万分之三", "萬分之三")
SAID = "名单中 1 名未获奖个人的姓名、单位、事迹等信息已于2026年10月12日删除，依据《中华人民共和国"
PAGE = "notices/2024-gs-01"


class Redone(NamedTuple):
    """A site with papers and a variant: where traces were, and the site of the redacted records."""

    works: Works
    traces: set[str]
    files: Files

    def said(self, path: str) -> str:
        return self.files[path].decode()


def traces(site: Path) -> set[str]:
    """The files in which there is anything of what is to be taken out."""
    told = [word.encode() for word in GONE]
    return {name for name, data in everything(site) if any(word in data for word in told)}


@pytest.fixture(scope="module")
def redone(tmp_path_factory: pytest.TempPathFactory) -> Redone:
    works = Works.at(tmp_path_factory.mktemp("redacted"))
    works.edit("site.yml", "documents: {made: 否}\n", "traditional: 是\n")
    works.edit("notices/2024/2024-bz-01.yml", "钱示例在公示后**自愿放弃**。", "一人自愿放弃。")
    works.edit("notices/2024/2024-gs-01.yml", "示例机械厂", "示例红星农机厂")
    build(works.content, works.out, works.cache, TODAY)
    before = traces(works.out)
    redaction = begin_redaction(Wanted(), works.content, works.cache, TODAY)
    redaction.write(works.content, works.cache, TODAY)
    build(works.content, works.out, works.cache, TODAY)
    return Redone(works, before, tree(works.out))


def test_no_output_and_no_cache_keeps_any_of_it(redone: Redone) -> None:
    assert {path.suffix for path in map(Path, redone.traces)} >= {".html", ".pdf", ".csv", ".xlsx"}
    assert traces(redone.works.out) == set()
    kept = b"".join(f.read_bytes() for f in redone.works.cache.rglob("*") if f.is_file())
    assert [word for word in ("示例红星农机厂", "班长") if word.encode() in kept] == []


def test_page_paper_feed_and_data_say_so(redone: Redone, tmp_path: Path) -> None:
    page = redone.said(f"{PAGE}/index.html")
    assert f'<div class="note" role="note"><p>{SAID}' in page
    assert '<th scope="row">个人信息已删除</th>' in page
    assert '"dateModified":"2026-10-12"' in page
    assert "2024-09-02 09:00" in page  # published when it was
    assert "個人信息已刪除" in redone.said(f"hant/{PAGE}/index.html")
    paper = text_of(redone.files[f"{PAGE}/2024-gs-01.pdf"], tmp_path)
    assert SAID.replace(" ", "") in paper.replace(" ", "")
    feed = feedparser.parse(redone.files["feed.xml"])
    (entry,) = (one for one in feed.entries if one.link.endswith(f"{PAGE}/"))
    assert (entry.published[:10], entry.updated[:10]) == ("2024-09-02", "2026-10-12")
    assert feed.feed.updated == entry.updated
    assert "名单中未获奖个人的信息已于 2026-10-12 删除" in entry.summary
    rows = csv.DictReader(redone.said("data/notice_rows.csv").removeprefix("\ufeff").splitlines())
    (row,) = (row for row in rows if row["redacted"])
    told = {key: value for key, value in row.items() if value}
    assert told == {
        "notice": "2024-gs-01",
        "list": "2",
        "row": "2",
        "kind_of_notice": "拟奖公示",
        "published": "2024-09-02",
        "round": "2024",
        "list_title": "个人",
        "kind": "individual",
        "kind_name": row["kind_name"],
        "tier": "award",
        "tier_name": row["tier_name"],
        "recertified": "false",
        "redacted": "2026-10-12",
    }


def test_no_byte_follows_the_day(redone: Redone, tmp_path: Path) -> None:
    content, day = redone.works.content, dt.date(2040, 1, 2)
    build(content, tmp_path / "site", redone.works.cache, day, search=False)
    later = tree(tmp_path / "site")
    assert {name for name in later if later[name] != redone.files.get(name)} == set()
