"""The list with a script: facets and names combined at once, in the address, and back again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.register import Register
from tests.browsing import hosted
from tests.facets.test_pages import honours
from tests.sites import Built

WHOLE = "24 家获奖组织、9 名获奖个人，共 35 项荣誉，按年份，近的在前"


@pytest.fixture(scope="module")
def register(shipped: Built) -> Register:
    return shipped.register


@pytest.fixture(scope="module")
def host(shipped: Built) -> Iterator[str]:
    with hosted(shipped.root) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []
    context.close()


def shown(page: Page) -> list[str]:
    """The holders of the rows that can be seen."""
    hrefs: list[str] = page.eval_on_selector_all(
        "[data-group] [data-year] th a",
        "links => links.filter(a => a.offsetParent).map(a => a.getAttribute('href'))",
    )
    return [href.rstrip("/").rsplit("/", 1)[-1] for href in hrefs]


def expected(register: Register, **chosen: str) -> Counter[str]:
    return Counter(
        holder
        for holder, is_ in honours(register)
        if all(is_[facet] == value for facet, value in chosen.items())
    )


def facet(page: Page, name: str, value: str) -> None:
    page.click(f'.filters a[data-facet="{name}"][data-value="{value}"]')


def test_facets_and_a_name_are_combined(page: Page, host: str, register: Register) -> None:
    page.goto(f"{host}/awardees/")
    assert page.inner_text("#found") == WHOLE
    facet(page, "year", "2024")
    facet(page, "tier", "award")
    assert Counter(shown(page)) == expected(register, year="2024", tier="award")
    assert page.url == f"{host}/awardees/?year=2024&tier=award"
    assert page.inner_text("#found") == "4 家获奖组织、3 名获奖个人，按年份，近的在前"
    page.fill("#find", "ＪＩ 动力")
    assert shown(page) == []
    page.fill("#find", "长江 动力")
    assert shown(page) == ["shili-chuandong"]
    chips = page.eval_on_selector_all(".chips a", "all => all.map(a => a.lastChild.textContent)")
    assert chips == ["2024", "市长质量奖", "名称含“长江 动力”"]
    assert page.get_attribute("#found", "aria-live") == "polite"


def test_the_words_of_the_script_are_those_of_the_page(page: Page, host: str) -> None:
    page.goto(f"{host}/awardees/")
    before = page.inner_text("#found")
    links = page.inner_text(".filters")
    page.fill("#find", "示例")
    page.fill("#find", "")
    assert page.inner_text("#found") == before == WHOLE
    assert page.inner_text(".filters") == links
    assert page.url == f"{host}/awardees/"


@pytest.mark.parametrize(
    ("facet_", "value"),
    [("year", "2022"), ("tier", "nomination"), ("kind", "individual"), ("district", "jingkai")],
)
def test_the_list_with_a_facet_has_the_rows_of_its_page(
    page: Page, host: str, facet_: str, value: str
) -> None:
    page.goto(f"{host}/awardees/?{facet_}={value}")
    filtered, words = Counter(shown(page)), page.inner_text("#found").split("，按")[0]
    page.goto(f"{host}/awardees/by/{facet_}/{value}/")
    links = page.eval_on_selector_all(
        ".holders th a", "links => links.map(a => a.getAttribute('href').split('/').slice(-2)[0])"
    )
    assert filtered == Counter(links)
    assert page.inner_text(".count").split("，按")[0] == words


def test_an_address_can_be_shared(page: Page, host: str, register: Register) -> None:
    page.goto(f"{host}/awardees/?tier=award&district=jingkai&q=示例")
    assert Counter(shown(page)) == expected(register, tier="award", district="jingkai")
    assert page.input_value("#find") == "示例"
    assert page.locator('.filters a[aria-current="true"]').count() == 2
    groups = page.locator("[data-group]:visible")
    for place in range(groups.count()):
        group = groups.nth(place)
        rows = group.locator("[data-year]:visible").count()
        assert group.locator("[data-group-count]").inner_text() == f"{rows}"


def test_back_and_forward(page: Page, host: str, register: Register) -> None:
    page.goto(f"{host}/awardees/")
    facet(page, "year", "2020")
    facet(page, "kind", "individual")
    page.fill("#find", "周")
    page.go_back()
    assert Counter(shown(page)) == expected(register, year="2020")
    assert page.input_value("#find") == ""
    page.go_back()
    assert page.inner_text("#found") == WHOLE
    page.go_forward()
    page.go_forward()
    assert page.url.split("?")[1].startswith("year=2020&kind=individual&q=")
    assert page.input_value("#find") == "周"
    assert shown(page) == ["zhou-shili"]


def test_what_is_chosen_can_be_taken_away(page: Page, host: str, register: Register) -> None:
    page.goto(f"{host}/awardees/?year=2024&tier=award&q=示例")
    page.click('.chips a[data-chip="q"]')
    assert page.input_value("#find") == ""
    assert page.evaluate("document.activeElement.id") == "found"
    page.click('.chips a[data-chip="year"]')
    assert Counter(shown(page)) == expected(register, tier="award")
    facet(page, "tier", "award")
    assert page.inner_text("#found") == WHOLE
    assert not page.is_visible(".chips")


def test_no_result_says_what_to_do(page: Page, host: str) -> None:
    page.goto(f"{host}/awardees/?q=没有这个名称&year=1900")
    assert page.inner_text("#found") == "没有符合条件的结果"
    assert shown(page) == []
    assert page.locator("[data-group]:visible").count() == 0
    assert "请减少一个条件" in page.inner_text("[data-none]")
    page.click("[data-none] a")
    assert page.inner_text("#found") == WHOLE
    assert page.url == f"{host}/awardees/"


def test_counts_say_what_a_further_facet_would_leave(
    page: Page, host: str, register: Register
) -> None:
    page.goto(f"{host}/awardees/?year=2024")
    for tier in ("award", "nomination"):
        count = page.inner_text(f'.filters a[data-facet="tier"][data-value="{tier}"] small')
        assert int(count) == expected(register, year="2024", tier=tier).total()
    other = page.inner_text('.filters a[data-facet="year"][data-value="2022"] small')
    assert int(other) == expected(register, year="2022").total()


def test_a_page_of_one_facet_leads_to_both(page: Page, host: str, register: Register) -> None:
    page.goto(f"{host}/awardees/by/district/jingkai/")
    facet(page, "tier", "award")
    page.wait_for_load_state("load")  # another page, whose script filters when it is there
    assert page.url == f"{host}/awardees/?tier=award&district=jingkai"
    assert Counter(shown(page)) == expected(register, tier="award", district="jingkai")


def test_notices_are_filtered_alike(page: Page, host: str, register: Register) -> None:
    page.goto(f"{host}/notices/")
    facet(page, "kind", "recommendation")
    facet(page, "year", "2024")
    page.fill("#find", "推荐")
    rows = page.locator("[data-group] [data-year]:visible")
    number = sum(
        notice.kind == "推荐公示" and notice.published.year == 2024 and "推荐" in notice.title
        for notice in register.notices.values()
    )
    assert number > 1
    assert rows.count() == number
    assert page.inner_text("#found") == f"{number} 份公告，按发布时间，新的在前"


def test_without_a_script_every_facet_is_a_page(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{host}/awardees/")
    assert not page.is_visible("#find")
    page.click(".finder summary")
    page.click('.filters a[data-facet="sector"][data-value="food"]')
    assert page.url == f"{host}/awardees/by/sector/food/"
    assert page.inner_text("h1") == "食品与农业行业的获奖者"
    page.click(".chips a")
    assert page.url == f"{host}/awardees/"
    context.close()


@pytest.mark.parametrize("address", ["/awardees/", "/awardees/by/tier/award/", "/statistics/"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways(page: Page, host: str, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(host + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_three_hundred_rows_answer_at_once(page: Page, host: str) -> None:
    """The rows of the page nine times over, on a phone; the slowest machines are given time."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{host}/awardees/")
    script = page.get_attribute('script[src*="filter-"]', "src")
    took = page.evaluate(
        """async script => {
            for (const body of document.querySelectorAll("[data-group] tbody")) {
                const rows = body.innerHTML;
                for (let n = 0; n < 8; n += 1) body.insertAdjacentHTML("beforeend", rows);
            }
            await new Promise(done => {
                const again = document.createElement("script");
                again.src = script; again.onload = done; document.head.append(again);
            });
            const box = document.getElementById("find"), times = [];
            for (const text of ["示", "示例", "示例江", "示例江城", ""]) {
                box.value = text;
                const start = performance.now();
                box.dispatchEvent(new InputEvent("input"));
                document.body.offsetHeight;
                times.push(performance.now() - start);
            }
            return Math.min(...times);
        }""",
        script,
    )
    assert page.locator("[data-group] [data-year]").count() > 300
    assert took < 150
