"""Charts: what a reader sees, and what one who cannot see them is told."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from generator.charts import (
    Chart,
    Count,
    Group,
    Reading,
    Tile,
    bars,
    columns,
    grouped,
    ladder,
    tiles,
    trend,
)

COUNTS = [Count("装备制造", 7, "/a/"), Count("生物医药与医疗器械", 4), Count("教育 <一> & 二", 0)]
HEAD = ("行业", "荣誉")
SVG = "{http://www.w3.org/2000/svg}"


def _grouped() -> Chart:
    groups = [Group("2024年度评定", (3, 1)), Group("2022年度评定", (0, 2))]
    return grouped("rounds", "两次评定", ("市长质量奖", "提名奖"), groups, "评定", "合计")


KINDS: dict[str, Callable[[], Chart]] = {
    "bars": lambda: bars("sectors", "装备制造最多", COUNTS, HEAD),
    "columns": lambda: columns("years", "逐年", COUNTS, HEAD),
    "ladder": lambda: ladder("steps", "梯次", COUNTS, HEAD),
    "tiles": lambda: tiles(
        "districts",
        "各区",
        [Tile(Count("江岸", 3, "/b/"), (1, 1)), Tile(Count("汉南", 0), (2, 2))],
        ("区", "荣誉"),
    ),
    "grouped": _grouped,
}


def _text(chart: Chart) -> str:
    return "".join(ElementTree.fromstring(str(chart.svg)).itertext())


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS.keys())
def test_every_chart_is_an_image_with_words_and_the_numbers_of_its_table(
    make: Callable[[], Chart],
) -> None:
    chart = make()
    drawing = ElementTree.fromstring(str(chart.svg))
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby") or drawing.find(f"{SVG}title") is not None
    assert chart.sentence in _text(chart)
    for row in chart.table.rows:
        # A label may be folded over two lines of the drawing.
        assert row.label.replace(" ", "") in _text(chart).replace(" ", "")
        assert row.cells[0] in _text(chart)


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS.keys())
def test_colours_are_classes(make: Callable[[], Chart]) -> None:
    for element in ElementTree.fromstring(str(make().svg)).iter():
        assert not {"style", "fill", "stroke", "onclick"} & set(element.keys())


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS.keys())
def test_the_same_numbers_give_the_same_drawing(make: Callable[[], Chart]) -> None:
    assert str(make().svg) == str(make().svg)


def test_a_bar_is_as_long_as_its_number() -> None:
    chart = bars("b", "甲是乙的两倍", [Count("甲", 8), Count("乙", 4)], ("项", "数"))
    widths = [
        float(r.get("width", "0"))
        for r in ElementTree.fromstring(str(chart.svg)).iter(f"{SVG}rect")
    ]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)


@pytest.mark.parametrize(
    ("first", "last", "said"), [("97.6", "99.2", "升"), ("1.42", "0.55", "降")]
)
def test_a_trend_says_which_way_it_went_and_which_way_is_good(
    first: str, last: str, said: str
) -> None:
    readings = [Reading(2021, Decimal(first)), Reading(2025, Decimal(last))]
    chart = trend("t", "合格率", "%", "越高越好", readings)
    assert said in chart.sentence
    assert "越高越好" in chart.sentence
    assert first in chart.sentence
    assert last in chart.sentence
    assert [row.cells[0] for row in chart.table.rows] == [first, last]
