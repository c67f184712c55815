"""``/statistics/``: honours by round, tier, district and sector, cultivation, notices by year.

Every chart has a sentence that says what it shows; sentence, drawing and table are made of the
same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.drawings.charts import (
    Chart,
    Count,
    Group,
    Row,
    Table,
    Tile,
    bars,
    columns,
    grouped,
    tiles,
)
from generator.drawings.charts.tiles import unplaced
from generator.pages.cultivation import on_the_ladder, pool_rows
from generator.pages.facets import Facet, address_of
from generator.pages.holder_lists import ROOT, holder_facets, holder_words, honours_sentence
from generator.pages.notice_lists import ROOT as NOTICES
from generator.pages.notice_lists import notice_facets
from generator.pages.offers import OF_STATISTICS
from generator.pages.page import Page
from generator.pages.plan import Plan
from generator.pages.renderer import Renderer
from generator.pages.search_entry import SearchEntry
from generator.records import Awardee, Honour
from generator.register import Register, State, honour_state

UNTOLD = "未列明"
"""The word for honours whose holder names no district, or no sector."""
Rows = Sequence[tuple[Awardee, Honour]]
Facets = dict[str, Facet[tuple[Awardee, Honour]]]


def statistics_plans(renderer: Renderer) -> Iterator[Plan]:
    """``/statistics/``."""
    yield Plan(
        "/statistics/",
        "statistics",
        partial(_statistics, renderer),
        lambda: SearchEntry("说明", "统计", names=("图表",)),
    )


def _statistics(renderer: Renderer) -> Page:
    register = renderer.register
    rows, facets = holder_facets(register)
    by = {facet.id: facet for facet in facets}
    places = _places(register, by, len(rows))
    shown = [
        _rounds(register, by),
        _districts(places),
        _sectors(by, len(rows)),
        on_the_ladder(register, "ladder", register.pools.values()),
        _pools(register),
        _notices(register),
    ]
    revoked = sum(honour_state(*row) is State.REVOKED for row in rows)
    figures = [
        ("荣誉", len(rows), "项"),
        ("已撤销", revoked, "项"),
        ("评定", len(register.rounds), "次"),
        ("公告", len(register.notices), "份"),
    ]
    words = holder_words(register, list(rows)) or "还没有获奖者"
    return renderer.page(
        "statistics.html",
        address="/statistics/",
        section="statistics",
        title="统计",
        description=f"{register.site.award}的授予、分布、培育和公告，每张图都附数字",
        words=words,
        figures=figures,
        charts_shown=[chart for chart in shown if chart],
        beside=unplaced(places),
        offers=OF_STATISTICS,
    )


def _rounds(register: Register, by: Facets) -> Chart | None:
    """Honours by round and tier, the latest round first."""
    tiers = [tier for tier in register.tiers.values() if _value(by["tier"], tier.id)]
    groups = [
        Group(
            register.rounds[value.id].title,
            tuple(sum(h.tier == tier.id for _, h in value.rows) for tier in tiers),
            address_of(ROOT, "year", value.id),
        )
        for value in by["year"].values
    ]
    if not groups:
        return None
    sentence = honours_sentence(register, by["year"].values[0].rows)
    sentence = f"{groups[0].label}{sentence}"
    return grouped("rounds", sentence, tuple(tier.name for tier in tiers), groups, "评定", "合计")


def _value(facet: Facet[tuple[Awardee, Honour]], id_: str) -> int:
    return next((len(value.rows) for value in facet.values if value.id == id_), 0)


def _places(register: Register, by: Facets, total: int) -> list[Tile]:
    """The districts with their honours: those with a tile, and any other that has honours."""
    given = {value.id: len(value.rows) for value in by["district"].values}
    found = []
    for body in register.bodies.values():
        if body.tile or body.id in given:
            address = address_of(ROOT, "district", body.id) if body.id in given else ""
            found.append(Tile(Count(body.short, given.get(body.id, 0), address), body.tile))
    found.sort(key=lambda tile: -tile.given.value)
    if left := total - sum(given.values()):
        found.append(Tile(Count(UNTOLD, left), None))
    return found


def _districts(places: Sequence[Tile]) -> Chart | None:
    counts = [tile.given for tile in places if tile.given.label != UNTOLD]
    if not any(count.value for count in counts):
        return None
    there = sum(count.value > 0 for count in counts)
    sentence = f"{_most(counts)}；{len(counts)} 个区和功能区中 {there} 个有获奖者"
    if any(tile.place for tile in places):
        return tiles("districts", sentence, places, ("所在区", "荣誉（项）"))
    return bars("districts", sentence, [tile.given for tile in places], ("所在区", "荣誉（项）"))


def _sectors(by: Facets, total: int) -> Chart | None:
    counts = [
        Count(value.name, len(value.rows), address_of(ROOT, "sector", value.id))
        for value in by["sector"].values
    ]
    if not counts:
        return None
    counts.sort(key=lambda count: -count.value)
    sentence = f"{_most(counts)}；{len(counts)} 个行业有获奖者"
    if left := total - sum(count.value for count in counts):
        counts.append(Count(UNTOLD, left))
    return bars("sectors", sentence, counts, ("行业", "荣誉（项）"))


def _most(counts: Sequence[Count]) -> str:
    """Who has the most honours: 甲区、乙区的荣誉最多，各 6 项."""
    most = max(count.value for count in counts)
    first = [count.label for count in counts if count.value == most]
    if len(first) > 3:
        return f"{first[0]}等 {len(first)} 处的荣誉最多，各 {most} 项"
    return f"{'、'.join(first)}的荣誉最多，{'各 ' if len(first) > 1 else '共 '}{most} 项"


def _pools(register: Register) -> Chart | None:
    """Who has how many in its pool. The table has the steps too."""
    rows = sorted(pool_rows(register), key=lambda row: -row.total)
    if not any(row.total for row in rows):
        return None
    counts = [Count(row.body.short, row.total, f"/cultivation/{row.body.id}/") for row in rows]
    first = counts[0]
    sentence = f"{len(counts)} 个单位有培育库，{first.label}在库最多，{first.value} 个"
    chart = bars("bodies", sentence, counts, ("培育单位", "在库（个）"))
    steps = (*register.ladder.values(),)
    head = ("培育单位", *(step.name for step in steps), "在库（个）")
    table = tuple(
        Row(
            count.label,
            (*(f"{row.counts[step.id]}" for step in steps), f"{row.total}"),
            count.address,
        )
        for count, row in zip(counts, rows, strict=True)
    )
    return chart._replace(table=Table(head, table))


def _notices(register: Register) -> Chart | None:
    _, (years, _) = notice_facets(register)
    given = {value.id: len(value.rows) for value in years.values}
    if not given:
        return None
    span = range(int(min(given)), int(max(given)) + 1)
    counts = [
        Count(f"{year}", given.get(f"{year}", 0), address_of(NOTICES, "year", f"{year}"))
        if f"{year}" in given
        else Count(f"{year}", 0)
        for year in span
    ]
    most = max(counts, key=lambda count: count.value)
    total = sum(given.values())
    sentence = f"{span[0]} 年以来发布公告 {total} 份，{most.label} 年最多，{most.value} 份"
    return columns("notices", sentence, counts, ("年份", "公告（份）"))
