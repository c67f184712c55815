"""The statistics: every number is that of the records, and every chart has words and a table."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from generator.pages import Plan, Renderer, plans
from generator.regulation import examine
from tests.pages.readable import readable

TOP = Path(__file__).parents[2]
CONTENT = TOP / "content"
ANOTHER_CITY = TOP / "tests/cities/linjiang"


def _planned(content: Path) -> tuple[Renderer, dict[str, Plan]]:
    found = examine(content, today=dt.date(2026, 10, 12))
    renderer = Renderer(
        found.register, found.calendar, read=lambda path: (content / path).read_bytes()
    )
    return renderer, {plan.address: plan for plan in plans(renderer)}


@pytest.fixture(scope="module")
def made() -> tuple[Renderer, str]:
    renderer, planned = _planned(CONTENT)
    return renderer, planned["/statistics/"].make().body


def _sections(body: str) -> dict[str, str]:
    """The sections of charts by the name of each."""
    found = re.findall(r'<section class="chart-section[^>]*"([\w-]+)">(.*?)</section>', body, re.S)
    return dict(found)


def _rows(section: str) -> dict[str, list[int]]:
    """The rows of a section's table: heading and numbers."""
    rows = {}
    for line in re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", section, re.S):
        label, *cells = [re.sub(r"<[^>]+>", "", part) for part in re.split(r"<td[^>]*>", line)]
        rows[unescape(label)] = [int(cell) for cell in cells]
    return rows


def test_every_chart_has_a_sentence_a_drawing_and_a_table(made: tuple[Renderer, str]) -> None:
    _, body = made
    sections = _sections(body)
    assert [*sections] == ["rounds", "districts", "sectors", "ladder", "bodies", "notices"]
    for section in sections.values():
        sentence = re.search(r"<h2[^>]*>(.*?)</h2>", section)
        assert sentence
        assert re.search(r"\d", sentence[1]), sentence[1]
        title = re.search(r"<title[^>]*>(.*?)</title>", section)
        assert title
        assert title[1] == sentence[1]
        assert section.count("<svg") == section.count("<table") == 1
    readable(body)
    assert "style=" not in body
    assert len(re.findall(r' id="([^"]+)"', body)) == len(set(re.findall(r' id="([^"]+)"', body)))


def test_honours_are_counted_by_round_and_tier(made: tuple[Renderer, str]) -> None:
    register = made[0].register
    rows = _rows(_sections(made[1])["rounds"])
    given = Counter(
        (register.rounds[honour.round].title, honour.tier)
        for holder in register.awardees.values()
        for honour in holder.honours
    )
    tiers = [*register.tiers]
    for title, (*numbers, total) in rows.items():
        assert numbers == [given[title, tier] for tier in tiers]
        assert total == sum(numbers)
    assert sum(total for *_, total in rows.values()) == given.total()


@pytest.mark.parametrize(("chart", "field"), [("districts", "district"), ("sectors", "sector")])
def test_honours_are_counted_by_what_their_holders_are(
    made: tuple[Renderer, str], chart: str, field: str
) -> None:
    register = made[0].register
    names = {body.id: body.short for body in register.bodies.values()}
    names |= {sector.id: sector.name for sector in register.sectors.values()}
    given = Counter(
        names.get(getattr(holder, field), "未列明")
        for holder in register.awardees.values()
        for _ in holder.honours
    )
    rows = {label: number for label, (number,) in _rows(_sections(made[1])[chart]).items()}
    assert {label: number for label, number in rows.items() if number} == dict(given)


def test_every_district_and_zone_has_a_tile_of_its_own(made: tuple[Renderer, str]) -> None:
    bodies = made[0].register.bodies.values()
    tiles = [body.tile for body in bodies if body.role in ("区", "功能区")]
    assert None not in tiles
    assert len(tiles) == len(set(tiles)) == 17
    section = _sections(made[1])["districts"]
    assert len(_rows(section)) == 17
    assert "图外另有" not in section


def test_who_has_left_a_pool_is_not_counted(made: tuple[Renderer, str]) -> None:
    register = made[0].register
    there = sum(e.until is None for pool in register.pools.values() for e in pool.entries)
    assert there < sum(len(pool.entries) for pool in register.pools.values())
    sections = _sections(made[1])
    assert sum(number for (number,) in _rows(sections["ladder"]).values()) == there
    assert sum(row[-1] for row in _rows(sections["bodies"]).values()) == there
    assert all(sum(row[:-1]) == row[-1] for row in _rows(sections["bodies"]).values())


def test_notices_are_counted_by_year_and_a_year_without_one_is_shown(
    made: tuple[Renderer, str],
) -> None:
    register = made[0].register
    rows = {label: number for label, (number,) in _rows(_sections(made[1])["notices"]).items()}
    given = Counter(f"{notice.published.year}" for notice in register.notices.values())
    assert {year: number for year, number in rows.items() if number} == dict(given)
    years = [int(year) for year in rows]
    assert years == [*range(min(years), max(years) + 1)]


def test_another_city_without_tiles_gets_bars(made: tuple[Renderer, str]) -> None:
    _, planned = _planned(ANOTHER_CITY)
    body = planned["/statistics/"].make().body
    assert "chart-tiles" not in body
    readable(body)


def test_every_link_of_a_table_leads_to_a_page() -> None:
    for content in (CONTENT, ANOTHER_CITY):
        _, planned = _planned(content)
        charts, _, _ = planned["/statistics/"].make().body.partition('<nav class="beside"')
        links = re.findall(r'<a href="\.\./([^"]*)"', charts)
        assert {f"/{link}" for link in links} <= planned.keys()


def test_results_of_a_holder_are_charts_with_their_sentence_and_numbers() -> None:
    renderer, planned = _planned(CONTENT)
    shown = renderer.register.showcase_of("shili-jingmi-zhizao")
    assert shown
    body = planned["/awardees/shili-jingmi-zhizao/"].make().body
    assert "五年里从 97.6% 升到 99.2%（越高越好）" in body
    assert "五年里从 1.42% 降到 0.55%（越低越好）" in body
    sections = re.findall(r'<section class="result".*?</section>', body, re.S)
    assert len(sections) == len(shown.results)
    for section, result in zip(sections, shown.results, strict=True):
        for point in result.points:
            assert f'<th scope="row">{point.year}</th><td class="at-right">{point.value}</td>' in (
                section
            )
            assert re.search(rf"<text[^>]*>{point.value}%</text>", section)
