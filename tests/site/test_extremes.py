"""The empty city, and the fullest page: both build, fit a phone, and say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.pages.readable import readable
from tests.publishing.works import SMALL
from tests.site.conftest import Serve
from tests.site.heard import heard
from tests.site.test_browser import sideways
from tests.sites import Built

SITE = """
name: 空城质量奖
description: 还没有任何记录
city: 空城
award: 空城质量奖
host: {name: 空城政府网站}
office: ban
contact: {phone: 000-00000000}
supervision: {phone: 000-00000001}
regulation: first
nav:
  - {title: 公告, address: /notices/}
  - {title: 获奖名单, address: /awardees/}
  - {title: 评定, address: /rounds/}
  - {title: 培育, address: /cultivation/}
  - {title: 办法, address: /regulation/}
"""
EDITION = """
id: first
title: 空城质量奖办法
short: 办法
status: 征求意见稿
holder_kinds: [{id: firm, name: 企业}]
tiers: [{id: only, name: 质量奖, kinds: [firm]}]
"""
BODIES = "bodies: [{id: ban, name: 空城质量办, short: 质量办, role: 评定办公室}]"
NEXT_STEP = {
    "/": ("还没有发布公告", "先看评定办法"),
    "/notices/": ("还没有发布公告", "回到首页"),
    "/awardees/": ("还没有获奖者", "查看通知公告"),
    "/rounds/": ("还没有评定", "回到首页"),
    "/cultivation/": ("还没有公布培育库", "查看获奖名单"),
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A city that has just begun: a site, an edition, one body."""
    place = tmp_path_factory.mktemp("empty")
    content = place / "content"
    (content / "regulation").mkdir(parents=True)
    (content / "site.yml").write_text(SITE, encoding="utf-8")
    (content / "regulation/first.yml").write_text(EDITION, encoding="utf-8")
    (content / "bodies.yml").write_text(BODIES, encoding="utf-8")
    return Built.of(content, place / "site", place / "cache")


@pytest.mark.parametrize("address", NEXT_STEP)
def test_an_empty_page_says_so_and_leads_on(empty: Built, address: str) -> None:
    page = empty.pages[address]
    for words in NEXT_STEP[address]:
        assert words in page.text


def test_every_page_of_an_empty_city_is_sound(empty: Built, browser: Browser, serve: Serve) -> None:
    assert set(empty.pages) >= {*NEXT_STEP, "/regulation/", "/404.html"}
    host = serve(empty, "/")
    with heard(browser, viewport={"width": 360, "height": 780}) as reader:
        for address, page in empty.pages.items():
            reader.page.goto(host + address)
            assert sideways(reader.page) <= 0, address
            assert page.headings.count(1) == 1
            assert reader.page.locator("ul:empty, ol:empty, dl:empty, table:empty").count() == 0
        assert reader.wrong == []


LONG_HAN = "示例" + "很长的名称" * 23 + "公司"
LONG_LATIN = "A" * 118 + "公司"


@pytest.fixture(scope="module")
def fullest(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small content with a list of 300 and names as long as may be."""
    place = tmp_path_factory.mktemp("fullest")
    content = place / "content"
    for file in SMALL.rglob("*"):
        if file.is_file():
            target = content / file.relative_to(SMALL)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    rows = "".join(
        f"      - {{name: 示例第{number}号有限公司, district: xi, sector: machines}}\n"
        for number in range(298)
    )
    _edit(content / "notices/2026/2026-gs-01.yml", "    rows:\n", f"    rows:\n{rows}")
    _edit(content / "awardees/yihao.yml", "name: 示例一号机床有限公司", f"name: {LONG_HAN}")
    _edit(content / "awardees/erhao.yml", "name: 示例二号线缆有限公司", f"name: {LONG_LATIN}")
    _edit(content / "awardees/zhang.yml", "employer: 示例医院", f"employer: {LONG_LATIN}")
    _edit(content / "notices/2025/2025-cx-01.yml", "title: 关于撤销", f"title: {'长' * 80}")
    wide = "|" + "".join(f" 第{n}列 |" for n in range(30)) + "\n  |" + "---|" * 30
    _edit(content / "notices/2025/2025-cx-01.yml", "body: ", f"body: |\n  {wide}\n\n  ")
    address = "https://long.example/" + "a" * 300
    _edit(content / "awardees/yihao.yml", "https://yihao.example.cn/", address)
    return Built.of(content, place / "www/zl", place / "cache")


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_longest_names_are_120_characters() -> None:
    assert len(LONG_HAN) <= 120
    assert len(LONG_LATIN) == 120


def test_the_fullest_pages_fit_a_phone(fullest: Built, browser: Browser, serve: Serve) -> None:
    host = serve(fullest, "/zl/")
    with heard(browser, viewport={"width": 360, "height": 780}) as reader:
        for address in fullest.pages:
            reader.page.goto(host + address)
            for width in (320, 360, 1280):
                reader.page.set_viewport_size({"width": width, "height": 780})
                assert sideways(reader.page) <= 0, (address, width)
        reader.page.goto(host + "/notices/2026-gs-01/")
        assert reader.page.locator("tbody tr").count() == 300
        assert reader.wrong == []


def test_every_element_is_closed_in_its_order(fullest: Built, empty: Built, shipped: Built) -> None:
    for site in (fullest, empty, shipped):
        for file in site.root.rglob("*.html"):
            readable(file.read_text(encoding="utf-8").removeprefix("<!doctype html>"))
