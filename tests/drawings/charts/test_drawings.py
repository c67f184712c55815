"""Each kind of drawing as a file that a browser shows, under ``golden/``.

After a change write them anew, look at them, and commit them with the reason::

    .venv/bin/pytest tests/charts --write-golden
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.drawings.charts import (
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
from generator.drawings.charts.tiles import unplaced

GOLDEN = Path(__file__).parent / "golden"
STYLES = Path(__file__).parents[3] / "generator/layouts/overrides/assets"
SVG = "{http://www.w3.org/2000/svg}"
TRADES = [Count("装备制造", 7), Count("医疗 & 养老", 2), Count("教育", 0)]
LONG = [Count("生物医药与医疗器械、康复辅具和实验动物", 3), Count("软件", 1)]
YEARS = [Count(f"{year}", year % 5) for year in range(2017, 2027)]
STEPS = [Count("入库", 32), Count("区级质量奖", 12), Count("市长质量奖提名奖", 9)]
PLACES = [
    Tile(Count("黄陂", 1), (2, 1)),
    Tile(Count("东西湖", 3), (1, 2)),
    Tile(Count("武汉经济技术开发区", 6), (2, 2)),
    Tile(Count("汉南", 0), (1, 3)),
    Tile(Count("同一处的另一区", 2), (1, 2)),
    Tile(Count("没有位置的区", 1), None),
]
TIERS = ("市长质量奖", "市长质量奖提名奖")
ROUNDS = [Group("2024年度评定", (7, 3)), Group("2022年度评定", (4, 0))]


def _readings(*values: str, first: int = 2021) -> list[Reading]:
    return [Reading(first + place, Decimal(value)) for place, value in enumerate(values)]


RATES = _readings("97.6", "98.1", "98.70", "99.0", "99.2")
FAULTS = [Reading(2016, Decimal(12)), Reading(2020, Decimal(4)), Reading(2026, Decimal(3))]
DRAWINGS: dict[str, Callable[[], Chart]] = {
    "bars": lambda: bars("b", "装备制造最多，7 项", TRADES, ("行业", "荣誉")),
    "bars-long-names": lambda: bars("b", "前者最多", LONG, ("行业", "荣誉")),
    "columns": lambda: columns("c", "逐年的公告", YEARS, ("年份", "公告")),
    "grouped": lambda: grouped("g", "两次评定", TIERS, ROUNDS, "评定", "合计"),
    "ladder": lambda: ladder("l", "三个梯次", STEPS, ("梯次", "在库")),
    "tiles": lambda: tiles("t", "经开区最多", PLACES, ("所在区", "荣誉")),
    "trend": lambda: trend("r", "合格率", "%", "越高越好", RATES),
    "trend-target": lambda: trend("r", "合格率", "%", "越高越好", RATES, Decimal("99.5")),
    "trend-gaps": lambda: trend("r", "投诉", "件/年", "越低越好", FAULTS),
    "trend-one-year": lambda: trend("r", "寿命", "小时", "越高越好", _readings("1200")),
    "trend-level": lambda: trend("r", "合格率", "%", "越高越好", _readings("99", "99")),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawing(name: str, golden: Callable[[str, Path], None]) -> None:
    drawn = str(DRAWINGS[name]().svg)
    golden(drawn.replace("><", ">\n<") + "\n", GOLDEN / f"{name}.svg")


def test_no_drawing_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == {*DRAWINGS}


@pytest.mark.parametrize("make", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_text_is_in_ink_and_every_class_is_in_the_stylesheet(make: Callable[[], Chart]) -> None:
    known = set(
        re.findall(r"\.([a-z][\w-]*)", "".join(f.read_text() for f in STYLES.glob("*.css")))
    )
    drawing = ElementTree.fromstring(str(make().svg))
    inks = {
        element: paint
        for parent in drawing.iter()
        for element in parent
        for paint in f"{parent.get('class', '')} {element.get('class', '')}".split()
        if paint.startswith("paint-")
    }
    for element in drawing.iter(f"{SVG}text"):
        assert inks[element] in {"paint-ink", "paint-soft"}
    used = {name for element in drawing.iter() for name in element.get("class", "").split()}
    assert {name for name in used if name.startswith(("paint-", "line-"))} <= known
    assert "chart" in used


@pytest.mark.parametrize("make", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_nothing_is_drawn_beyond_the_edge(make: Callable[[], Chart]) -> None:
    drawing = ElementTree.fromstring(str(make().svg))
    _, top, wide, high = map(float, drawing.get("viewBox", "").split())
    for block in drawing.iter(f"{SVG}rect"):
        assert 0 <= float(block.get("x", "")) <= wide
        assert float(block.get("x", "")) + float(block.get("width", "")) <= wide + 0.2
        assert float(block.get("y", "")) + float(block.get("height", "")) <= high + 0.2
    for text in drawing.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x", "")) <= wide
        assert top + 10 <= float(text.get("y", "")) <= top + high


@pytest.mark.parametrize("make", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_the_description_says_every_number_of_the_table(make: Callable[[], Chart]) -> None:
    chart = make()
    drawing = ElementTree.fromstring(str(chart.svg))
    named = (drawing.get("aria-labelledby"), drawing.get("aria-describedby"))
    by_id = {element.get("id"): element.text or "" for element in drawing.iter()}
    assert chart.sentence in by_id[named[0]]
    for row in chart.table.rows:
        assert row.label in by_id[named[1]]
        numbers = row.cells[:-1] if len(row.cells) > 1 else row.cells  # the sum is told by them
        for number in numbers:
            assert number in by_id[named[1]]


def test_a_sum_is_that_of_its_group() -> None:
    table = DRAWINGS["grouped"]().table
    assert table.head == ("评定", *TIERS, "合计")
    assert [row.cells for row in table.rows] == [("7", "3", "10"), ("4", "0", "4")]


def test_what_has_no_tile_of_its_own_stands_beside_the_map_and_in_the_table() -> None:
    assert [count.label for count in unplaced(PLACES)] == ["同一处的另一区", "没有位置的区"]
    assert len(DRAWINGS["tiles"]().table.rows) == len(PLACES)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("trend", "五年里从 97.6% 升到 99.2%（越高越好）"),
        ("trend-target", "五年里从 97.6% 升到 99.2%（越高越好，目标 99.5%）"),
        ("trend-gaps", "11 年里从 12 件/年 降到 3 件/年（越低越好）"),
        ("trend-one-year", "2021 年为 1200 小时（越高越好）"),
        ("trend-level", "两年里首尾都是 99%（越高越好）"),
    ],
)
def test_a_trend_in_one_sentence(name: str, sentence: str) -> None:
    assert DRAWINGS[name]().sentence == sentence
