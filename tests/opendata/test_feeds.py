"""The feeds, read by feedparser: every notice once, newest first, links that lead to its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest

from generator.register.notice_slugs import KIND_SLUGS
from tests.opendata.cities import City, edited

HOST = "https://host.example/zlj/"

READ = "confidential: {drafted_by: 示例甲, reviewed_by: 示例乙, approved_by: 示例丙}\n"
"""Who read a notice before it was published."""


def read(city: City, path: str = "feed.xml") -> Any:
    feed = feedparser.parse(city.files[path])
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    return feed


def test_all_notices_newest_first(city: City) -> None:
    newest = [*city.register.notices.values()][::-1][:50]
    feed = read(city)
    assert [entry.title for entry in feed.entries] == [notice.title for notice in newest]
    assert [entry.published for entry in feed.entries] == [
        f"{notice.published:%Y-%m-%dT%H:%M}:00+08:00" for notice in newest
    ]
    changed = {notice.id: f"{notice.redacted_on}T00:00:00+08:00" for notice in newest}
    assert [entry.updated for entry in feed.entries] == [
        changed[notice.id] if notice.redacted_on else entry.published
        for notice, entry in zip(newest, feed.entries, strict=True)
    ]
    assert len({entry.id for entry in feed.entries}) == len(newest)
    if newest:
        assert feed.feed.updated == feed.entries[0].updated


def test_each_kind_has_its_own(city: City) -> None:
    for kind, slug in KIND_SLUGS.items():
        notices = [n.title for n in city.register.notices.values() if n.kind == kind]
        feed = read(city, f"notices/by/kind/{slug}/feed.xml")
        assert [entry.title for entry in feed.entries] == notices[::-1][:50]
        assert {entry.tags[0].label for entry in feed.entries} <= {kind}


def test_the_demonstration_has_every_kind(demo: City) -> None:
    for slug in KIND_SLUGS.values():
        assert read(demo, f"notices/by/kind/{slug}/feed.xml").entries


def test_links_lead_to_the_page_from_wherever_the_feed_lies(city: City) -> None:
    site = city.register.site
    root = (site.url or "") + site.mount if site.url else HOST
    for path in city.files:
        if path.endswith("feed.xml"):
            feed = read(city, path)
            notices = [*city.register.notices.values()]
            by_title = {notice.title: notice for notice in notices}
            for entry in feed.entries:
                page = f"{root}notices/{by_title[entry.title].id}/"
                assert urljoin(root + path, entry.link) == page
                assert bool(site.url) == (entry.link == page)
            links = {link.rel: urljoin(root + path, link.href) for link in feed.feed.links}
            assert links == {"self": root + path, "alternate": f"{root}notices/"}


def test_ids_are_addresses_or_tags(demo: City, small: City) -> None:
    tags = [entry.id for entry in read(demo).entries]
    assert "tag:award-site.invalid,2026:/notices/2026-gs-01/" in tags
    assert "https://zl.example.gov.cn/zl/notices/2026-gs-01/" in [
        entry.id for entry in read(small).entries
    ]


def test_a_known_domain_gives_the_tag(content: Path) -> None:
    edited(content, "site.yml", "url: https://zl.example.gov.cn\n", "")
    edited(content, "site.yml", "  id_code:", "  domain: www.example.gov.cn\n  id_code:")
    assert read(City(content)).feed.id == "tag:www.example.gov.cn,2026:/zl/feed.xml"


def test_the_summary_tells_kind_issuer_and_period(small: City) -> None:
    [entry] = [entry for entry in read(small).entries if entry.id.endswith("/2026-gs-01/")]
    issuer = small.register.bodies["ban"].name
    assert entry.summary == (
        f"拟奖公示，{issuer}发布。公示期 2026-10-10 至 2026-10-15，共 5 个工作日。"
    )


def test_at_most_fifty(content: Path) -> None:
    for number in range(60):
        (content / f"notices/2026/2026-qt-{number:02}.yml").write_text(
            f"id: 2026-qt-{number:02}\nkind: 其他\ntitle: 通知{number}\nissuer: ban\n"
            f"published: 2026-11-01 08:{number:02}\n{READ}",
            encoding="utf-8",
        )
    city = City(content)
    assert [e.title for e in read(city).entries] == [f"通知{n}" for n in range(59, 9, -1)]
    other = read(city, "notices/by/kind/other/feed.xml")
    assert len(other.entries) == 50


@pytest.mark.parametrize("title", ["A & B", "“引号”与'撇号'", "A &amp B"])
def test_signs_in_titles(title: str, content: Path) -> None:
    edited(
        content,
        "notices/2026/2026-gs-01.yml",
        "title: 2026年度示例市质量奖拟奖名单公示",
        f"title: {title}",
    )
    assert read(City(content)).entries[0].title == title


def test_a_feed_without_notices_waits_for_the_first(empty: City) -> None:
    feed = read(empty)
    assert feed.entries == []
    assert feed.feed.title
