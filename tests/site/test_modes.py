"""Every kind of page as a reader may choose to see it: no barrier, nothing cut, large targets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.heard import Heard, heard
from tests.site.kinds import KINDS, SEARCH, settled
from tests.site.modes import CONTRAST, ELDER, ELDER_LARGEST, choose, read_as
from tests.site.test_barriers import EVERYTHING, ONLY_COLOURS, barriers
from tests.site.test_keyboard import walked
from tests.site.test_layout import faults

TARGETS = Path(__file__).with_name("targets.js").read_text(encoding="utf-8")
AMPLE = {
    "runOnly": {"type": "rule", "values": ["color-contrast-enhanced", "link-in-text-block"]},
    "preload": False,
}
"""7 : 1 where it is text (WCAG 2.2, 1.4.6)."""
WIDTHS = (360, 1280)
SOME = ("publicity", "organisation", "awardees", "statistics", "search with results")


def small(page: Page, least: int) -> list[str]:
    """What can be pressed on a page and is smaller than `least` pixels."""
    found: list[str] = page.evaluate(TARGETS, least)
    return found


@pytest.fixture(scope="module")
def _chooser(browser: Browser, whole_host: str) -> Iterator[Heard]:
    with heard(browser) as reader:
        reader.page.goto(whole_host)  # `choose` needs a page of the site
        yield reader


@pytest.fixture
def chooser(_chooser: Heard) -> Heard:
    """A page of someone who chooses, and opens the next page then: one for all tests."""
    _chooser.wrong.clear()
    _chooser.page.emulate_media(color_scheme="light")
    _chooser.page.set_viewport_size({"width": 360, "height": 800})
    return _chooser


@pytest.mark.parametrize("kind", [*KINDS, *SEARCH])
def test_no_page_has_a_barrier_in_any_mode(chooser: Heard, whole_host: str, kind: str) -> None:
    page = chooser.page
    choose(page, ELDER)
    page.goto(whole_host + (KINDS | SEARCH)[kind])
    settled(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert barriers(page, EVERYTHING) == [], f"{width}, elder"
    choose(page, CONTRAST)
    assert barriers(page, AMPLE) == [], "contrast"
    if kind in SOME:
        page.emulate_media(color_scheme="dark")
        assert barriers(page, AMPLE) == [], "contrast, dark"
        page.set_viewport_size({"width": 360, "height": 800})
        choose(page, ELDER | CONTRAST)
        assert barriers(page, AMPLE) == [], "elder, contrast, dark"
        choose(page, ELDER | {"look": "dark"})
        assert barriers(page, ONLY_COLOURS) == [], "elder, dark"
    assert chooser.wrong == []


@pytest.mark.parametrize("kind", [*KINDS, *SEARCH])
def test_everything_has_its_place_in_the_elder_mode(
    chooser: Heard, whole_host: str, kind: str
) -> None:
    """In all three sizes; and all that can be pressed is 60 px high and wide."""
    page = chooser.page
    choose(page, ELDER_LARGEST)
    page.goto(whole_host + (KINDS | SEARCH)[kind])
    settled(page)
    assert faults(page) == [], "largest, 360 px"
    assert small(page, 60) == [], "largest, 360 px"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        choose(page, ELDER | {"size": "standard"})
        assert faults(page) == [], f"standard, {width} px"
        assert small(page, 60) == [], f"standard, {width} px"
    choose(page, ELDER_LARGEST)
    assert faults(page) == [], "largest, 1280 px"


SIZES = [("standard", 20.5, 22.5), ("", 24, 26), ("largest", 28, 30)]


@pytest.mark.parametrize(("size", "phone", "desktop"), SIZES)
def test_the_three_sizes(
    browser: Browser, whole_host: str, size: str, phone: float, desktop: float
) -> None:
    with read_as(browser, ELDER | {"size": size}) as reader:
        reader.page.goto(whole_host + KINDS["publicity"])
        for width, pixels in ((360, phone), (1280, desktop)):
            reader.page.set_viewport_size({"width": width, "height": 800})
            shown = reader.page.evaluate(
                "parseFloat(getComputedStyle(document.querySelector('.doc p')).fontSize)"
            )
            assert shown == pytest.approx(pixels, abs=0.6)


def test_folds_and_the_panel_have_their_place_in_the_elder_mode(
    browser: Browser, whole_host: str
) -> None:
    with read_as(browser, ELDER_LARGEST, viewport={"width": 360, "height": 800}) as reader:
        for kind in ("publicity", "awardees", "regulation"):
            reader.page.goto(whole_host + KINDS[kind])
            reader.page.click("[data-turn=settings]")
            reader.page.evaluate("document.querySelectorAll('details').forEach(f => f.open = true)")
            assert faults(reader.page) == [], kind
            assert small(reader.page, 60) == [], kind
            assert barriers(reader.page, EVERYTHING) == [], kind


@pytest.mark.parametrize("chosen", [ELDER_LARGEST, CONTRAST], ids=["elder", "contrast"])
@pytest.mark.parametrize("kind", ["home", "publicity", "awardees"])
def test_the_focus_is_seen(
    chooser: Heard, whole_host: str, chosen: dict[str, str], kind: str
) -> None:
    choose(chooser.page, chosen)
    chooser.page.goto(whole_host + KINDS[kind])
    assert walked(chooser.page) == []


def test_the_numbers_of_a_chart_stand_open(browser: Browser, whole_host: str) -> None:
    with read_as(browser, ELDER) as reader:
        reader.page.goto(whole_host + KINDS["statistics"])
        tables = reader.page.locator(".chart-numbers table")
        assert tables.count() > 3
        assert all(table.is_visible() for table in tables.all())
        reader.page.click("[data-turn=elder]")
        assert not any(table.is_visible() for table in tables.all())


def test_a_wide_table_is_a_card_for_each_row(browser: Browser, whole_host: str) -> None:
    with read_as(browser, ELDER) as reader:
        reader.page.goto(whole_host + KINDS["statistics"])
        cell = reader.page.locator("#content table[data-labelled] tbody td").first
        said = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert "市长质量奖" in said
        assert cell.bounding_box()["x"] == cell.locator("xpath=..").bounding_box()["x"]  # type: ignore[index]


def test_who_has_asked_the_system_for_contrast_gets_it(browser: Browser, whole_host: str) -> None:
    with heard(browser, contrast="more") as reader:
        reader.page.goto(whole_host + KINDS["publicity"])
        assert barriers(reader.page, AMPLE) == []
        assert reader.page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        reader.page.emulate_media(color_scheme="dark")
        assert reader.page.evaluate("getComputedStyle(document.body).color") == (
            "rgb(255, 255, 255)"
        )


def test_forced_colours_are_those_of_the_system(browser: Browser, whole_host: str) -> None:
    with heard(browser, forced_colors="active") as reader:
        reader.page.goto(whole_host + KINDS["statistics"])
        painted = "getComputedStyle(document.querySelector('.chart .paint-ink')).fill"
        ink = "getComputedStyle(document.body).color"
        assert reader.page.evaluate(f"{painted} === {ink}")
        reader.page.goto(whole_host + KINDS["publicity"])
        dot = "getComputedStyle(document.querySelector('[data-state=open]'), '::before')"
        assert reader.page.evaluate(f"{dot}.backgroundColor === {dot}.borderTopColor")


def test_print_is_the_same_in_every_mode(browser: Browser, whole_host: str) -> None:
    sizes = set()
    for chosen in ({}, ELDER_LARGEST, CONTRAST, {"look": "dark"}):
        with read_as(browser, chosen) as reader:
            reader.page.goto(whole_host + KINDS["organisation"])
            reader.page.emulate_media(media="print")
            reader.page.set_viewport_size({"width": 660, "height": 900})
            assert not reader.page.is_visible("[data-turn=elder]")
            sizes.add(
                reader.page.evaluate(
                    """() => [getComputedStyle(document.querySelector(".story p")).font,
                        getComputedStyle(document.body).color, document.body.scrollHeight].join()"""
                )
            )
    assert len(sizes) == 1
