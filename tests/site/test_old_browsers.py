"""Browsers of some years ago, as offices have them: every page is read, and searched by titles."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import old_chromium, old_page
from tests.site.heard import Heard
from tests.site.kinds import KINDS, SEARCH
from tests.site.test_aloud import CHINESE, VOICE
from tests.site.test_layout import faults
from tests.site.test_modes import small

VERSIONS = (88, 92)
FIRST = [
    ("第十七条", "../regulation/#art-17"),
    ("示例江城精密制造有限公司", "../awardees/shili-jingmi-zhizao/"),
    ("装备制造", "../awardees/shili-chuandong/"),
    ("武质强示〔2026〕2号", "../notices/2026-qt-01/"),
]


@pytest.fixture(scope="module", params=VERSIONS)
def old(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with old_chromium(request.param, browser) as started:
        yield old_page(started, viewport={"width": 360, "height": 780})


def test_every_kind_of_page_is_read(old: Page, whole_host: str) -> None:
    reader = Heard(old)
    for address in (KINDS | SEARCH).values():
        old.goto(whole_host + address)
        assert old.locator("h1").inner_text()
        assert faults(old) == [], address
        assert old.evaluate("document.querySelector('header').offsetHeight") < 120, address
    assert reader.wrong == []
    assert reader.asked == {whole_host.split("/")[2]}


@pytest.mark.parametrize(("words", "address"), FIRST)
def test_titles_answer_where_pagefind_cannot_start(
    old: Page, whole_host: str, words: str, address: str
) -> None:
    reader = Heard(old)
    old.goto(f"{whole_host}/search/")
    old.fill("#search-words", words)
    old.wait_for_selector("#search-found > li")
    assert old.locator("#search-found h2 a").first.get_attribute("href") == address
    assert old.inner_text("#search-limits").startswith("这里的浏览器或网络不能查找全文")
    old.click("#search-found h2 a >> nth=0")
    assert old.url.startswith(f"{whole_host}/{address.removeprefix('../')}")
    assert reader.wrong == []


def test_the_modes_are_at_work(old: Page, whole_host: str) -> None:
    reader = Heard(old)
    for kind in ("publicity", "awardees", "statistics"):
        old.goto(whole_host + KINDS[kind])
        old.click("[data-turn=elder]")
        old.click("[data-turn=settings]")
        old.click("label:has-text('特大')")
        old.click("label:has-text('高对比')")
        old.reload()
        shown = old.evaluate("({ ...document.documentElement.dataset })")
        assert {"view": "elder", "size": "largest", "look": "contrast"}.items() <= shown.items()
        assert old.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert faults(old) == [], kind
        assert small(old, 60) == [], kind
        old.click("[data-turn=settings]")
        old.click("text=恢复默认")
    assert reader.wrong == []


def test_an_article_is_read_aloud(old: Page, whole_host: str) -> None:
    assert old.context.browser
    page = old_page(old.context.browser)
    page.add_init_script(f"({VOICE})({json.dumps([CHINESE])})")
    page.goto(whole_host + KINDS["publicity"])
    page.click(".aloud button >> nth=0")
    page.evaluate("for (let i = 0; i < 5; i++) sentenceEnds()")
    assert len(page.evaluate("heard.said")) == 6
    assert page.evaluate("document.querySelectorAll('.spoken').length") >= 1
    page.evaluate("while (heard.now) sentenceEnds()")
    assert page.evaluate("document.querySelectorAll('.spoken').length") == 0
    page.context.close()


def test_what_is_not_there_is_not_found(old: Page, whole_host: str) -> None:
    old.goto(f"{whole_host}/search/?q=量子咖啡馆")
    expect(old.locator("#search-count")).to_contain_text("没有找到“量子咖啡馆”")
    assert old.is_visible("#search-lists")


def test_filters_and_periods_are_at_work(old: Page, whole_host: str) -> None:
    old.goto(f"{whole_host}/awardees/?sector=food")
    assert old.locator("[data-group] [data-year]:visible").count() == 3
    assert old.inner_text("#found").startswith("2 家获奖组织、1 名获奖个人")
    old.goto(whole_host + KINDS["publicity"])
    assert old.locator(".state[data-state=open]").first.inner_text() == "公示中，还有 3 天"
