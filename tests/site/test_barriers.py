"""Every kind of page held against WCAG 2.2 AA, and against good practice, by axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.heard import Heard, heard
from tests.site.kinds import KINDS, SEARCH, settled

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
WIDTHS = (360, 768, 1280)
RUN = """async given => {
    const told = await axe.run(document, { ...given, resultTypes: ["violations"] });
    return told.violations.flatMap(rule => rule.nodes.map(
        node => `${rule.id}: ${node.target.join(" ")} ${node.failureSummary}`));
}"""
# Styles are not fetched again at each look: one rule asks for them, which is asked once below.
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}, "preload": False}
BUT_COLOURS = EVERYTHING | {"rules": {rule: {"enabled": False} for rule in COLOURS}}
ONLY_COLOURS = {"runOnly": {"type": "rule", "values": COLOURS}, "preload": False}
TURNED = {"runOnly": {"type": "rule", "values": ["css-orientation-lock"]}}


def barriers(page: Page, given: dict[str, Any]) -> list[str]:
    """What axe finds on a page as it stands."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, given)
    return found


@pytest.mark.parametrize("kind", [*KINDS, *SEARCH])
def test_no_page_has_a_barrier(reader: Heard, whole_host: str, kind: str) -> None:
    """All rules in three widths; those of colour in both themes, where the layout differs most."""
    page = reader.page
    page.goto(whole_host + (KINDS | SEARCH)[kind])
    settled(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        assert barriers(page, BUT_COLOURS if width == 768 else EVERYTHING) == [], width
        if width != 768:
            page.emulate_media(color_scheme="dark")
            assert barriers(page, ONLY_COLOURS) == [], f"{width}, dark"
    assert reader.wrong == []


def test_no_style_locks_the_screen(reader: Heard, whole_host: str) -> None:
    """All pages have the same styles."""
    reader.page.goto(whole_host)
    assert barriers(reader.page, TURNED) == []


@pytest.fixture(scope="module")
def without_scripts(browser: Browser) -> Iterator[Page]:
    """Scripts are not switched off, since axe is one, but the site's own are not to be had."""
    with heard(browser, viewport={"width": 360, "height": 780}) as reader:
        reader.page.route("**/*.js", lambda route: route.abort())
        yield reader.page


@pytest.mark.parametrize("kind", [*KINDS, "search"])
def test_nor_where_no_script_arrives(without_scripts: Page, whole_host: str, kind: str) -> None:
    without_scripts.goto(whole_host + (KINDS | SEARCH)[kind])
    assert barriers(without_scripts, EVERYTHING) == []


def test_axe_is_at_work(browser: Browser) -> None:
    """A page with one barrier of each sort is found out: also a target that is too small."""
    with heard(browser) as reader:
        reader.page.set_content(
            "<html lang=zh-CN><title>页</title><main><h1>页</h1>"
            "<style>@media (orientation: portrait) { main { transform: rotate(90deg) } }</style>"
            "<p style='color:#bbb'>浅灰的字</p><img src='data:,'>"
            "<a href='#a' style='font-size:8px'>一</a><a href='#b' style='font-size:8px'>二</a>"
        )
        told = [*barriers(reader.page, EVERYTHING), *barriers(reader.page, TURNED)]
    found = {each.split(":")[0] for each in told}
    assert {"css-orientation-lock", "color-contrast", "image-alt", "target-size"} <= found
