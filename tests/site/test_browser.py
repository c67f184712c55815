"""Every page of the demonstration in a browser: it asks no other host, fails nothing, fits."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from playwright.sync_api import Browser, Page

from tests.site.conftest import MOUNT, Serve
from tests.site.heard import Heard, heard
from tests.site.kinds import KINDS
from tests.sites import Built


def test_every_address_is_fetched_whole_from_its_own_host(
    browser: Browser, shipped: Built, shipped_host: str
) -> None:
    _visit(browser, shipped_host, shipped.pages)


def test_so_is_every_kind_of_page_below_a_path_of_another_site(
    browser: Browser, real_host: str
) -> None:
    _visit(browser, real_host, KINDS.values())


def _visit(browser: Browser, host: str, addresses: Iterable[str]) -> None:
    with heard(browser, viewport={"width": 360, "height": 780}) as reader:
        for address in addresses:
            reader.page.goto(host + address)
        assert reader.wrong == []
        assert reader.asked == {host.split("/")[2]}


def sideways(page: Page) -> int:
    """How far a page scrolls sideways, in pixels."""
    far: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return far


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways(reader: Heard, shipped_host: str, kind: str) -> None:
    reader.page.goto(shipped_host + KINDS[kind])
    for width in (320, 360, 768, 1280):
        reader.page.set_viewport_size({"width": width, "height": 780})
        assert sideways(reader.page) <= 0, f"{width} px"


def test_everything_can_be_read_without_scripts(browser: Browser, shipped_host: str) -> None:
    with heard(browser, java_script_enabled=False) as reader:
        for kind, address in KINDS.items():
            reader.page.goto(shipped_host + address)
            assert reader.page.locator("h1").inner_text(), kind
            assert len(reader.page.locator("main").inner_text()) > 40, kind
        reader.page.goto(shipped_host + KINDS["publicity"])
        words = reader.page.locator(".objection").inner_text()
        assert "2026-10-10 至 2026-10-15，共 5 个工作日" in words
        reader.page.goto(shipped_host + KINDS["home"])
        assert "2026-10-10 至 2026-10-15" in reader.page.locator(".objection").inner_text()
        assert reader.wrong == []


DAYS = [
    ("2026-10-08T04:00:00Z", "未开始"),
    ("2026-10-09T15:59:00Z", "未开始"),
    ("2026-10-09T16:00:00Z", "公示中，还有 5 天"),
    ("2026-10-10T04:00:00Z", "公示中，还有 5 天"),
    ("2026-10-14T04:00:00Z", "公示中，还有 1 天"),
    ("2026-10-15T04:00:00Z", "公示中，今天截止"),
    ("2026-10-15T15:59:00Z", "公示中，今天截止"),
    ("2026-10-15T16:30:00Z", "已结束"),
    ("2026-10-16T04:00:00Z", "已结束"),
]


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Shanghai"])
def test_the_state_of_a_period_is_that_of_the_day_in_china(
    browser: Browser, real_host: str, zone: str
) -> None:
    with heard(browser, timezone_id=zone) as reader:
        for moment, words in DAYS:
            reader.page.clock.set_fixed_time(moment)
            reader.page.goto(real_host + KINDS["publicity"])
            states = reader.page.locator("[data-first]").all_inner_texts()
            assert set(states) == {words}, moment
            reader.page.goto(real_host + KINDS["home"])
            (shown,) = reader.page.locator("[data-only-open] li").all()
            assert shown.is_visible() == (words != "已结束"), moment
            assert reader.page.locator("#none-open").is_visible() == (words == "已结束"), moment
        assert reader.wrong == []


def test_the_stage_of_a_round_is_that_of_the_day(browser: Browser, real_host: str) -> None:
    with heard(browser) as reader:
        reader.page.clock.set_fixed_time("2026-04-20T04:00:00Z")
        reader.page.goto(real_host + KINDS["round"])
        words = reader.page.locator(".stage-line").first.locator(".stage-word").all_inner_texts()
        assert words[:3] == ["已完成", "进行中", "未开始"]


@pytest.mark.parametrize("moment", ["2020-01-01T00:00:00Z", "2031-01-01T00:00:00Z"])
def test_the_demonstration_pretends_its_day(
    browser: Browser, shipped_host: str, moment: str
) -> None:
    with heard(browser) as reader:
        reader.page.clock.set_fixed_time(moment)
        for kind in ("home", "notices", "publicity"):
            reader.page.goto(shipped_host + KINDS[kind])
            mark = reader.page.locator("[data-last='2026-10-15']").first
            assert mark.inner_text() == "公示中，还有 3 天", kind


@pytest.mark.parametrize("where", ["/nowhere/", "/notices/2026/none", "/a/b/c/d/e/f.html"])
@pytest.mark.parametrize("which", ["shipped", "real"])
def test_an_address_that_leads_nowhere(
    browser: Browser, request: pytest.FixtureRequest, which: str, where: str
) -> None:
    host: str = request.getfixturevalue(f"{which}_host")
    with heard(browser) as reader:
        answer = reader.page.goto(host + where)
        assert answer
        assert answer.status == 404
        assert reader.page.locator("h1").inner_text() == "没有这一页"
        assert reader.page.evaluate("document.styleSheets[0].cssRules.length") > 20
        assert [
            line for line in reader.wrong if not line.startswith("404") and where not in line
        ] == []
        for href in reader.page.eval_on_selector_all("main a", "links => links.map(a => a.href)"):
            assert href.startswith(host + "/"), href
        reader.page.click("main a >> nth=1")
        assert reader.page.locator("h1").inner_text() == "通知公告"


def test_one_site_below_a_path_and_at_the_root_shows_the_same(
    shipped: Built, real: Built, serve: Serve
) -> None:
    assert shipped.pages.keys() == real.pages.keys()
    codes = ("https://beian.", "https://zfwzgl.")  # of the host, which the demonstration has not
    for address, page in real.pages.items():
        if address != "/404.html":
            links = [link for link in page.links if not link.startswith(codes)]
            assert links == shipped.pages[address].links
    assert all(link.startswith((MOUNT, "#", "http")) for link in real.pages["/404.html"].links)
