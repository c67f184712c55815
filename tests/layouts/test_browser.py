"""The specimen pages in a browser: nothing scrolls sideways, nothing leaves the host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import hosted
from tests.layouts.specimen_site import LAYOUT_DATA, PAGES, write_site

ADDRESSES = [page.address for page in PAGES.values()] + ["/guide/"]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory, frame_cache: Path) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    write_site(folder / LAYOUT_DATA.mount.strip("/"), frame_cache)
    with hosted(folder) as address:
        yield f"{address}{LAYOUT_DATA.mount.rstrip('/')}"


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_sideways_scroll_no_foreign_request_no_complaint(
    browser: Browser, host: str, address: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.goto(host + address)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 780})
        across = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert across[0] <= across[1], f"{address} at {width} px"
    page.close()
    assert said == []
    assert [url for url in asked if not url.startswith(host)] == []


def test_keyboard_reaches_skip_link_then_navigation(browser: Browser, host: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    page.goto(host + "/notices/2026-gs-01/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Shift+Tab")
    page.reload()
    reached = []
    for _ in range(11):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert reached[:2] == ["跳到正文", "跳到栏目和搜索"]
    assert reached[3:] == [
        *(entry.title for entry in LAYOUT_DATA.nav),
        *("搜索", "长辈版", "阅读设置"),
    ]
    page.close()


def test_the_other_skip_link_leads_to_the_sections(browser: Browser, host: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 780})
    page.goto(host + "/notices/2026-gs-01/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == LAYOUT_DATA.nav[0].title
    page.close()


def test_folds_open_on_phones_and_are_open_on_wide_screens(browser: Browser, host: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    page.goto(host + "/notices/2026-gs-01/")
    assert not page.is_visible(".disclosure dl")
    page.click(".disclosure summary")
    assert page.is_visible(".disclosure dl")
    page.reload()
    page.set_viewport_size({"width": 1280, "height": 780})
    assert page.is_visible(".disclosure dl")
    assert not page.is_visible(".disclosure summary")
    assert page.is_visible(".contents ol")
    page.close()


def test_targets_are_large_enough_for_a_thumb(browser: Browser, host: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    page.goto(host + "/awardees/by/")
    heights = page.eval_on_selector_all(
        ".sections a, .tools a, .wordmark, .colophon a, .chips a, .filters a",
        "links => links.map(link => link.getBoundingClientRect().height)",
    )
    assert min(heights) >= 44
    page.close()
