"""The lists of holders: by round on one page, and by round, tier, kind, district and sector."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from itertools import groupby

from generator.pages.facets import (
    PAGE,
    Facet,
    Known,
    Panel,
    Value,
    address_of,
    counted,
    facet,
    given_to,
    panel,
    portions,
)
from generator.pages.offers import OF_HOLDERS
from generator.pages.page import Page
from generator.pages.plan import Plan
from generator.pages.renderer import Renderer
from generator.records import Awardee, Honour
from generator.register import Given, Register

ROOT = "/awardees/"
Holders = list[tuple[Awardee, Honour]]
"""Rows of a list: honours with their holders. Who holds two stands in two rows."""


def ranked(register: Register, given: Iterable[Given]) -> Holders:
    """Honours with their holders: by tier and kind as the regulation orders them, then by name."""
    tiers = {tier: place for place, tier in enumerate(register.tiers)}
    kinds = {kind: place for place, kind in enumerate(register.holder_kinds)}
    rows = sorted(
        given, key=lambda g: (tiers[g.honour.tier], kinds[g.awardee.kind], g.awardee.name)
    )
    return [(g.awardee, g.honour) for g in rows]


def holder_facets(register: Register) -> tuple[Holders, tuple[Facet[tuple[Awardee, Honour]], ...]]:
    """Every honour with its holder, the latest round first, and what they can be parted by."""
    rounds = [*register.rounds.values()][::-1]
    rows = [row for round_ in rounds for row in ranked(register, register.given[round_.id])]
    known = {
        "year": [Known(r.id, r.id, f"{r.title}的获奖者") for r in rounds],
        "tier": [Known(t.id, t.name, f"{t.name}获奖者") for t in register.tiers.values()],
        "kind": [Known(k.id, k.name, f"获奖{k.name}") for k in register.holder_kinds.values()],
        "district": [Known(b.id, b.short, f"{b.name}的获奖者") for b in register.bodies.values()],
        "sector": [Known(s.id, s.name, f"{s.name}行业的获奖者") for s in register.sectors.values()],
    }
    return rows, (
        facet("year", "年份", known["year"], rows, lambda row: row[1].round),
        facet("tier", "奖项", known["tier"], rows, lambda row: row[1].tier),
        facet("kind", "类别", known["kind"], rows, lambda row: row[0].kind),
        facet("district", "所在区", known["district"], rows, lambda row: row[0].district),
        facet("sector", "行业", known["sector"], rows, lambda row: row[0].sector),
    )


def holder_words(register: Register, rows: Holders) -> str:
    """How many holders and honours there are, in words."""
    numbers = dict.fromkeys(register.holder_kinds, 0)
    for kind in {awardee.id: awardee.kind for awardee, _ in rows}.values():
        numbers[kind] += 1
    return counted(numbers, _counters(register), len(rows), "项荣誉")


def _counters(register: Register) -> dict[str, str]:
    return {k.id: f"{k.counter}获奖{k.name}" for k in register.holder_kinds.values()}


def honours_sentence(register: Register, rows: Holders) -> str:
    """授予 10 项荣誉，其中市长质量奖 7 项."""
    first = next((t for t in register.tiers.values() if any(h.tier == t.id for _, h in rows)), None)
    if first is None:
        return "还没有授予荣誉"
    of_it = sum(honour.tier == first.id for _, honour in rows)
    if of_it == len(rows):
        return f"授予 {len(rows)} 项荣誉，都是{first.name}"
    return f"授予 {len(rows)} 项荣誉，其中{first.name} {of_it} 项"


def holder_list_plans(renderer: Renderer) -> Iterator[Plan]:
    """``/awardees/`` and ``/awardees/by/<facet>/<value>/``."""
    lists = _Lists(renderer.unobserved)
    outline = renderer.unobserved.recall("lists of holders", lambda: [*_outline(lists)])
    yield Plan(ROOT, "awardees", partial(_list, renderer, lists), given=outline[0][1])
    for place, given in outline[1:]:
        page = partial(_by, renderer, lists, place)
        yield Plan(address_of(ROOT, *place), "awardees", page, given=given)


Place = tuple[str, str, int]
"""A page of a facet: the facet, its value, and the number of the page."""


class _Lists:
    """The lists of holders, parted when the first page of them is made.

    They are not observed: what a page shows of how they are parted is given to it by its plan,
    and the holders on it are looked up anew.
    """

    def __init__(self, register: Register) -> None:
        self._register = register

    @cached_property
    def _parted(self) -> tuple[Holders, tuple[Facet[tuple[Awardee, Honour]], ...]]:
        return holder_facets(self._register)

    @cached_property
    def panel(self) -> Panel:
        return panel(ROOT, self._parted[1], len(self.rows))

    @property
    def rows(self) -> Holders:
        return self._parted[0]

    @cached_property
    def values(self) -> dict[tuple[str, str], Value[tuple[Awardee, Honour]]]:
        return {(each.id, value.id): value for each in self._parted[1] for value in each.values}

    @cached_property
    def words(self) -> dict[tuple[str, str], str]:
        return {key: holder_words(self._register, v.rows) for key, v in self.values.items()}


def _outline(lists: _Lists) -> Iterator[tuple[Place, bytes]]:
    """The whole list and each page of a facet, with what is given to it: who is on it, counts."""
    yield ("", "", 1), given_to(_named(lists.rows), lists.panel, "")
    for key, value in lists.values.items():
        words = f"{value.title} {lists.words[key]}"
        for part in portions(value.rows):
            yield (*key, part.number), given_to(_named(part.rows), lists.panel, words)


def _named(rows: Holders) -> Iterator[str]:
    return (f"{holder.id} {honour.round} {honour.tier}" for holder, honour in rows)


def _looked_up(register: Register, rows: Holders) -> Holders:
    """The same rows, each holder asked of the register."""
    return [(register.awardees[holder.id], honour) for holder, honour in rows]


def _list(renderer: Renderer, lists: _Lists) -> Page:
    register, links = renderer.register, lists.panel
    rows = _looked_up(register, lists.rows)
    groups = []
    for place, (id_, group) in enumerate(groupby(rows, lambda row: row[1].round)):
        held = [*group]
        shown = held if links.live else held[: PAGE if place == 0 else 0]
        groups.append((register.rounds[id_], shown, len(held)))
    return renderer.page(
        "awardees.html",
        address=ROOT,
        section="awardees",
        title="获奖名单",
        description=f"{register.site.award}的全部获奖者，按评定年份排列",
        filters=links.live,
        groups=groups,
        total=len(rows),
        offers=OF_HOLDERS,
        words=holder_words(register, rows),
        panel=links,
        counters=[["kind", kind, words] for kind, words in _counters(register).items()],
    )


def _by(renderer: Renderer, lists: _Lists, place: Place) -> Page:
    facet_, id_, number = place
    value, words = lists.values[facet_, id_], lists.words[facet_, id_]
    part = [*portions(value.rows)][number - 1]
    part = part._replace(rows=_looked_up(renderer.register, part.rows))
    more = f"（第 {part.number} 页）" if part.number > 1 else ""
    return renderer.page(
        "holders.html",
        address=address_of(ROOT, facet_, value.id, part.number),
        section="awardees",
        title=value.title + more,
        description=f"{renderer.register.site.award}：{value.title}，{words}",
        filters=lists.panel.live,
        words=words,
        order="按奖项和名称" if facet_ == "year" else "按年份，近的在前",
        without=facet_,
        part=part,
        first=address_of(ROOT, facet_, value.id),
        panel=lists.panel._replace(chosen=(facet_, value.id)),
        offers=OF_HOLDERS,
    )
