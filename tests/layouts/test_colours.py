"""Every pair of text and ground can be read in both themes; the stylesheet stands alone."""

from __future__ import annotations

import re

import pytest

from generator.layouts import LayoutSet
from generator.layouts.palette import (
    AMPLE,
    ENOUGH,
    FORCED,
    TEXT_PAIRS,
    Palette,
    contrast,
    weak_pairs,
)
from generator.layouts.stylesheet import OVERRIDES
from tests.layouts.specimen_site import LAYOUT_DATA, SPECIMENS

SHIPPED = Palette.of(LAYOUT_DATA.main_colour, LAYOUT_DATA.accent)
TOO_NEW = re.compile(
    r":has\(|@layer|@container|color-mix\(|\d(?:d|s|l)v[hw]\b|@scope|^\s*&|@property|subgrid", re.M
)


def stylesheet(layout_set: LayoutSet) -> str:
    (css,) = (text for path, text in layout_set.assets.items() if path.endswith(".css"))
    return css.decode()


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(theme: str, text: str, ground: str) -> None:
    tokens = getattr(SHIPPED, theme)
    assert contrast(tokens[text], tokens[ground]) >= ENOUGH


@pytest.mark.parametrize("theme", ["contrast", "night"])
@pytest.mark.parametrize("main", ["#9E1B22", "#E60012", "#F5C542", "#0B4F8A", "#000000", "#ffffff"])
def test_high_contrast_is_high_for_any_city(theme: str, main: str) -> None:
    tokens = getattr(Palette.of(main, main), theme)
    for text, ground in (*TEXT_PAIRS, ("accent", "paper")):
        assert contrast(tokens[text], tokens[ground]) >= AMPLE, (text, ground)
    assert {tokens["ink"], tokens["paper"]} == {"#000000", "#ffffff"}


def test_every_theme_has_every_colour() -> None:
    tokens = {frozenset(getattr(SHIPPED, name)) for name in Palette.__slots__}
    assert tokens == {frozenset(FORCED)}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "card", "shade", "wash"])
def test_borders_of_controls_stand_out(theme: str, ground: str) -> None:
    tokens = getattr(SHIPPED, theme)
    assert contrast(tokens["soft"], tokens[ground]) >= 3
    assert contrast(tokens["main"], tokens[ground]) >= 3


@pytest.mark.parametrize("main", ["#9E1B22", "#7A1F1F", "#0B4F8A", "#14532D", "#5B2A86", "#000000"])
def test_other_cities_colours_work_too(main: str) -> None:
    assert list(weak_pairs(main, "#B08A3E")) == []


@pytest.mark.parametrize("main", ["#F5C542", "#E60012AA", "red"])
def test_a_colour_that_cannot_be_read_is_told(main: str) -> None:
    assert all(main in sentence for sentence in weak_pairs(main, "#B08A3E"))
    assert [*weak_pairs(main, "#B08A3E")]


def test_every_colour_is_a_token(layout_set: LayoutSet) -> None:
    css = stylesheet(layout_set)
    used = set(re.findall(r"var\(--([\w-]+)", css))
    defined = set(re.findall(r"--([\w-]+):", css))
    assert used <= defined
    body = css.split("--sans:", 1)[1]
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(", body) == []


def test_stylesheet_asks_no_host_and_no_new_browser(layout_set: LayoutSet) -> None:
    css = stylesheet(layout_set)
    asked = set(re.findall(r'url\("([^"]*)"\)', css))
    assert {f"assets/{name}" for name in asked} <= set(layout_set.assets)
    assert css.count("url(") == len(asked) == 2
    assert "@import" not in css
    assert TOO_NEW.search(css) is None


def test_every_part_of_the_stylesheet_stands_in_a_specimen() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in SPECIMENS.iterdir())
    # Classes that Markdown writes, or that are for drawings.
    elsewhere = re.compile(
        r"paint-|line-(?!list)|at-|button|admonition|footnote|prose|at-center|holder-none"
    )
    styles = ("content.css", "home.css", "holder.css")
    content = "".join((OVERRIDES / "assets" / name).read_text("utf-8") for name in styles)
    parts = set(re.findall(r"\.([a-z][a-z-]+)", re.sub(r"/\*.*?\*/", "", content)))
    assert {part for part in parts if part not in shown and not elsewhere.match(part)} == set()
    assert "dated-list" in parts
