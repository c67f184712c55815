"""By keyboard alone: Tab reaches everything that can be pressed, and one sees where one is."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.heard import Heard, heard
from tests.site.kinds import KINDS, SEARCH, settled

WATCH = Path(__file__).with_name("keyboard.js").read_text(encoding="utf-8")


def walked(page: Page) -> list[str]:
    """What is wrong after Tab has come down once for everything on the page, and once more."""
    for _ in range(page.evaluate(WATCH) + 1):
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    wrong: list[str] = page.evaluate("keyboardReport()")
    return wrong


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", [*KINDS, "search with results"])
def test_tab_reaches_everything_and_the_focus_is_seen(
    reader: Heard, whole_host: str, kind: str, width: int
) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.page.goto(whole_host + (KINDS | SEARCH)[kind])
    settled(reader.page)
    assert walked(reader.page) == []


def test_what_a_keyboard_cannot_use_is_noticed(browser: Browser) -> None:
    with heard(browser) as reader:
        reader.page.set_content(
            "<!doctype html><a href='#1' style='outline:none'>看不见</a>"
            "<button tabindex='-1'>到不了</button>"
            "<div style='overflow:hidden'><a href='#2' style='outline:9px solid'>被切</a></div>"
            "<a href='#3' style='position:absolute;left:-99em'>在外面</a>"
        )
        wrong = walked(reader.page)
    for words in ("no ring round a “看不见”", "Tab does not reach button “到不了”"):
        assert words in wrong
    assert "the ring round a “被切” is cut by div." in wrong
    assert "a “在外面” has the focus out of sight" in wrong
