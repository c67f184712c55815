"""The name and the motto as outlines: whole, or not at all; small; and read as text."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from generator.drawings.lettering import ADDRESS, Line, lettering
from generator.drawings.outlines import outlines
from generator.layouts import LayoutData
from generator.layouts.palette import Palette
from generator.layouts.stylesheet import assets
from tests.layouts.specimen_site import LAYOUT_DATA

CONTENT = Path(__file__).parents[2] / "content"
SVG = "{http://www.w3.org/2000/svg}"
LACKING = "\U0003134a"  # a character of Extension G that the font does not have


@pytest.fixture(scope="module")
def shipped() -> dict[str, str]:
    site = yaml.safe_load((CONTENT / "site.yml").read_text(encoding="utf-8"))
    return {"name": site["name"], "motto": site["motto"]}


def _symbols(file: bytes) -> dict[str, ElementTree.Element]:
    return {str(each.get("id")): each for each in ElementTree.fromstring(file).iter(f"{SVG}symbol")}


def test_the_shipped_name_and_motto_are_drawn_whole(shipped: dict[str, str]) -> None:
    made = lettering({key: Line(words) for key, words in shipped.items()})
    symbols = _symbols(made.file)
    for key, words in shipped.items():
        assert len(symbols[key].findall(f"{SVG}path")) == len(words)
        assert f".lettering-{key} {{ display: block" in made.css
        assert f".lettered-{key} > .lettered-text" in made.css


def test_the_file_is_small(shipped: dict[str, str]) -> None:
    assert len(lettering({key: Line(words) for key, words in shipped.items()}).file) < 12_000


def test_a_character_that_the_font_lacks_leaves_the_whole_line_as_text() -> None:
    assert outlines({LACKING}) == {}
    made = lettering({"name": Line(f"示例{LACKING}市质量奖"), "motto": Line("卓越源于质量")})
    assert [*_symbols(made.file)] == ["motto"]
    assert "-name" not in made.css


@pytest.mark.parametrize("words", ["", "示例市市长质量奖" * 3])
def test_nothing_and_too_long_a_line_stay_text(words: str) -> None:
    made = lettering({"name": Line(words)})
    assert _symbols(made.file) == {}
    assert made.css == ""


def test_characters_of_personal_names_that_free_fonts_lack_are_there() -> None:
    assert outlines(set("堃喆珺玥祎垚")).keys() == set("堃喆珺玥祎垚")


def test_letters_follow_each_other_and_end_at_the_edge() -> None:
    made = lettering({"name": Line("质量 AB", 0.1)})
    symbol = _symbols(made.file)["name"]
    width = int((symbol.get("viewBox") or "").split()[2])
    places = [
        int(found[0]) if (found := re.search(r"\d+", path.get("transform") or "")) else 0
        for path in symbol.iter(f"{SVG}path")
    ]
    assert places == sorted(set(places))
    assert places[-1] < width
    assert len(places) == 4, "a space has no outline, and takes its place"


def test_the_same_words_give_the_same_bytes() -> None:
    lines = {"name": Line("示例市市长质量奖"), "motto": Line("卓越源于质量", 0.35)}
    assert lettering(lines) == lettering(lines)


def test_letters_take_their_colour_from_the_page() -> None:
    assert b"fill" not in lettering({"name": Line("示例市")}).file


def test_the_stylesheet_shows_letters_only_where_there_are_any(shipped: dict[str, str]) -> None:
    layout_data: LayoutData = LAYOUT_DATA
    palette = Palette.of(layout_data.main_colour, layout_data.accent)
    files, path = assets(palette, lettering({"name": Line(f"{LACKING}奖")}))
    assert ADDRESS in files
    assert b".lettering {" in files[path], "hidden unless a rule for its line shows it"
    assert b".lettering-name { display: block" not in files[path]
