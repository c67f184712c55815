"""Nothing on any kind of page is cut, lies over another thing, or leaves the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.heard import Heard, heard
from tests.site.kinds import KINDS, SEARCH, settled

LOOK = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")
WIDTHS = (320, 360, 768, 1280)
PICTURE = "<svg width=200 height=80 style='position:absolute;top:0;left:0'></svg>"
FAULTS = {
    "<div style='width:5em;overflow:hidden;white-space:nowrap'>一行很长很长的字</div>": "cut by",
    "<div style='height:1em;overflow:hidden'>上<br>中<br>下</div>": "cut by",
    "<p style='position:absolute;left:-3em'>左边出去的字</p>": "outside the window",
    "<div style='width:2000px'>宽</div>": "scrolls sideways",
    "<p style='margin:0'>上一段</p><p style='margin:-1em 0 0'>下一段</p>": "lie over each other",
    f"<p>图下面的字</p>{PICTURE}": "lies over svg",
    "<a href='#1' style='display:block;height:4em'>一</a>"
    "<a href='#2' style='display:block;margin:-2em 0 0;padding-left:9em'>二</a>": "at one place",
}


def faults(page: Page) -> list[str]:
    """What is wrong with the layout of a page as it stands."""
    found: list[str] = page.evaluate(LOOK)
    return found


@pytest.fixture(scope="module")
def without_scripts(browser: Browser) -> Iterator[Heard]:
    with heard(browser, java_script_enabled=False) as reader:
        yield reader


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("kind", [*KINDS, *SEARCH])
def test_everything_has_its_place(
    reader: Heard, without_scripts: Heard, whole_host: str, kind: str, scripts: bool
) -> None:
    visit = reader if scripts else without_scripts
    visit.page.goto(whole_host + (KINDS | SEARCH)[kind])
    if scripts:
        settled(visit.page)
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert faults(visit.page) == [], f"{width} px"
    assert visit.wrong == []


def test_everything_has_its_place_with_all_folds_open(browser: Browser, whole_host: str) -> None:
    with heard(browser) as reader:
        for kind in ("awardees", "publicity", "organisation", "statistics", "pool"):
            reader.page.goto(whole_host + KINDS[kind])
            reader.page.evaluate("document.querySelectorAll('details').forEach(f => f.open = true)")
            for width in WIDTHS:
                reader.page.set_viewport_size({"width": width, "height": 800})
                assert faults(reader.page) == [], f"{kind} {width} px"


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_are_seen(browser: Browser, fault: str) -> None:
    with heard(browser, viewport={"width": 400, "height": 400}) as reader:
        reader.page.set_content(f"<!doctype html><p>好的</p><div>{fault}</div>")
        assert FAULTS[fault] in " ".join(faults(reader.page))
