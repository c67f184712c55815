"""The search page: reached from everywhere, worked by keyboard, shared by its address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.search.reader import Reader

KINDS = ("全部", "公告", "获奖者", "评定", "培育", "办法", "说明")


def test_every_page_has_a_way_to_the_search(reader: Reader) -> None:
    reader.opens("/notices/")
    reader.page.get_by_role("link", name="搜索", exact=True).click()
    expect(reader.page).to_have_url(f"{reader.host}/search/")
    expect(reader.page.locator("#search-words")).to_be_focused()


def test_nothing_is_fetched_before_the_first_search(reader: Reader) -> None:
    for address in ("/", "/notices/", "/regulation/", "/search/"):
        reader.opens(address)
        reader.page.wait_for_load_state("networkidle")
    assert not [url for url in reader.asked if "pagefind" in url or "titles" in url]
    assert [url for url in reader.asked if "search-" in url] == [
        url for url in reader.asked if url.startswith("/assets/search-")
    ]
    reader.types("示例")
    assert "/search/titles.json" in reader.asked
    assert "/pagefind/pagefind.js" in reader.asked


def test_everything_comes_from_this_site(reader: Reader) -> None:
    reader.searches("质量")
    reader.page.wait_for_load_state("networkidle")
    assert [url for url in reader.asked if url.startswith(("http:", "https:"))] == []


def test_by_keyboard_alone(reader: Reader) -> None:
    reader.opens()
    expect(reader.page.locator("#search-words")).to_be_focused()
    keys = reader.page.keyboard
    keys.type("精密制造")
    keys.press("Enter")
    reader.answered()
    expect(reader.page.locator("#search-found > li").first).to_be_visible()
    first, second = (result.address for result in reader.found()[:2])
    keys.press("ArrowDown")
    assert reader.focus == f"../{first}"
    keys.press("ArrowDown")
    assert reader.focus == f"../{second}"
    keys.press("ArrowUp")
    keys.press("ArrowUp")
    assert reader.focus == "search-words"
    keys.press("ArrowDown")
    keys.press("Escape")
    assert reader.focus == "search-words"
    keys.press("Escape")
    expect(reader.page.locator("#search-count")).to_have_text("")
    assert reader.page.input_value("#search-words") == ""
    assert reader.found() == []


def test_tab_reaches_filters_then_results(reader: Reader) -> None:
    reader.searches("质量故事")
    reached = []
    for _ in range(12):
        reader.page.keyboard.press("Tab")
        reached.append(reader.focus)
    first = reader.found()[0].address
    assert "search-year" in reached
    assert reached.index("search-year") < reached.index(f"../{first}")


def test_a_search_can_be_shared(reader: Reader) -> None:
    reader.searches("装备制造")
    reader.page.get_by_role("navigation", name="按类别筛选").get_by_role(
        "link", name="获奖者"
    ).click()
    reader.page.select_option("#search-year", index=1)
    found, address = reader.found(), reader.page.url
    assert found
    reader.opens("/about/")
    reader.page.goto(address)
    reader.answered()
    assert reader.found() == found
    assert reader.page.title().startswith("装备制造 - 搜索 - ")


def test_filters_show_what_they_name(reader: Reader) -> None:
    reader.searches("示例")
    kinds = reader.page.locator("#search-kinds a")
    words = [re.sub(r"\s+", " ", text) for text in kinds.all_inner_texts()]
    named = [text.split()[0] for text in words]
    assert named == [kind for kind in KINDS if kind in named]
    assert {"全部", "公告", "获奖者", "培育"} <= set(named)
    total = int(words[0].split()[1])
    assert total == sum(int(text.split()[1]) for text in words[1:])
    assert reader.says == f"找到 {total} 条"
    reader.page.locator("#search-kinds a", has_text="公告").click()
    assert {result.facts.split(" · ")[0] for result in reader.found()} == {"公告"}
    assert reader.page.locator("#search-kinds a:focus").count() == 1
    reader.page.select_option("#search-group", "表彰通报")
    assert {result.facts.split("\n")[0] for result in reader.found()} == {"公告 · 表彰通报"}
    reader.page.select_option("#search-year", "2024")
    assert all("2024-" in result.facts for result in reader.found())
    assert reader.found()
    reader.page.select_option("#search-group", "")
    reader.page.select_option("#search-year", "")
    reader.page.locator("#search-kinds a", has_text="获奖者").click()
    reader.page.select_option("#search-district", index=1)
    district = reader.page.locator("#search-district option:checked").get_attribute("value")
    assert all(district in result.facts for result in reader.found())


def test_more_results_are_shown_on_demand(reader: Reader) -> None:
    reader.searches("质量")
    assert len(reader.found()) == 20
    reader.page.click("#search-more")
    found = reader.found()
    assert len(found) == 40
    assert reader.focus == f"../{found[20].address}"


@pytest.mark.parametrize("broken", ["pagefind.js", "pagefind-worker.js|wasm", "rows.json", "index"])
def test_titles_answer_where_pagefind_does_not(browser: Browser, host: str, broken: str) -> None:
    page = browser.new_page()
    reader = Reader(page, host)
    page.route(
        re.compile(rf"/pagefind/.*({broken})"), lambda route: route.fulfill(status=404, body="")
    )
    found = reader.searches("第十七条")
    assert found[0].address == "regulation/#art-17"
    assert reader.searches("装备制造")[0].facts.startswith("获奖者")
    assert reader.searches("武质强示〔2026〕2号")[0].address == "notices/2026-qt-01/"
    assert page.inner_text("#search-limits").startswith("这里的浏览器或网络不能查找全文")
    assert reader.searches("量子咖啡馆") == []
    page.close()


def test_pagefind_that_throws_at_once_is_replaced_by_titles(browser: Browser, host: str) -> None:
    """As in a browser that cannot read the script itself."""
    page = browser.new_page()
    reader = Reader(page, host)

    def unreadable(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body="class A { static { } ;;; ] }")

    page.route("**/pagefind.js", unreadable)
    assert reader.searches("王示例")[0].address == "awardees/wang-shili/"
    assert page.is_visible("#search-limits")
    page.close()


def test_where_nothing_can_be_fetched_it_says_so(browser: Browser, host: str) -> None:
    page = browser.new_page()
    reader = Reader(page, host)
    page.route(re.compile("titles.json|/pagefind/"), lambda route: route.abort())
    reader.searches("示例")
    assert reader.says.startswith("没有连上搜索所需的文件")
    assert page.is_visible("#search-lists")
    page.unroute_all()
    assert reader.searches("王示例")[0].address == "awardees/wang-shili/"
    page.close()


def test_without_a_script_it_leads_to_the_lists(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}/search/?q=示例")
    assert "搜索需要浏览器运行脚本" in page.inner_text("main")
    assert not page.is_visible("#search-form")
    page.click("#search-lists a >> nth=0")
    assert page.url == f"{host}/notices/"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone(browser: Browser, host: str, scheme: str) -> None:
    dark = scheme == "dark"
    page = browser.new_page(
        viewport={"width": 360, "height": 780}, color_scheme="dark" if dark else "light"
    )
    reader = Reader(page, host)
    reader.searches("装备制造")
    across = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert across[0] <= across[1]
    heights = page.eval_on_selector_all(
        "#search-kinds a, #search-choices select, #search-form button, #search-words",
        "parts => parts.map(part => part.getBoundingClientRect().height)",
    )
    assert min(heights) >= 44
    page.close()
    assert reader.complaints == []
