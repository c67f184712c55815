"""Cultivation pools: the list of bodies with their ladder, and each pool by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from generator.drawings.charts import Chart, Count, ladder
from generator.pages.facets import PAGE
from generator.pages.holder_lists import ranked
from generator.pages.offers import OF_POOLS
from generator.pages.page import Heading, Page
from generator.pages.plan import Plan
from generator.pages.renderer import Renderer
from generator.pages.search_entry import SearchEntry, district_of
from generator.records import Body, Pool
from generator.register import Register


def cultivation_plans(renderer: Renderer) -> Iterator[Plan]:
    """``/cultivation/`` and ``/cultivation/<body>/``."""
    yield Plan("/cultivation/", "cultivation", partial(_list, renderer))
    for id_ in renderer.register.pools:
        yield Plan(
            f"/cultivation/{id_}/",
            "cultivation",
            partial(_pool, renderer, id_),
            partial(_search_entry, renderer.register, id_),
        )


def _search_entry(register: Register, id_: str) -> SearchEntry:
    body = register.bodies[id_]
    return SearchEntry("培育", _title(body), district=district_of(body))


def _title(body: Body) -> str:
    return f"{body.short}培育库"


class PoolRow(NamedTuple):
    """A body with a pool: how many it has on each step, by the step's id, and in all."""

    body: Body
    counts: dict[str, int]
    total: int


def pool_rows(register: Register) -> list[PoolRow]:
    """The bodies that have a pool. Who has left it is not counted."""
    rows = []
    for body in register.bodies.values():
        if pool := register.pools.get(body.id):
            counts = _counts(register, pool)
            rows.append(PoolRow(body, counts, sum(counts.values())))
    return rows


def _counts(register: Register, pool: Pool) -> dict[str, int]:
    counts = dict.fromkeys(register.ladder, 0)
    for entry in pool.entries:
        counts[entry.step] += entry.until is None
    return counts


def on_the_ladder(register: Register, name: str, pools: Iterable[Pool]) -> Chart | None:
    """How many of these pools stand on each step, or nothing where nobody does."""
    counts = dict.fromkeys(register.ladder, 0)
    for pool in pools:
        for step, number in _counts(register, pool).items():
            counts[step] += number
    total = sum(counts.values())
    if not total:
        return None
    steps = [Count(step.name, counts[step.id]) for step in register.ladder.values()]
    sentence = (
        f"在库 {total} 个，从低到高分 {len(steps)} 个梯次，{steps[-1].label} {steps[-1].value} 个"
    )
    return ladder(name, sentence, steps, ("梯次", "在库（个）"))


def _list(renderer: Renderer) -> Page:
    register = renderer.register
    rows = pool_rows(register)
    return renderer.page(
        "cultivation.html",
        address="/cultivation/",
        section="cultivation",
        title="培育库",
        description=f"各区、功能区和行业协会为{register.site.award}培育的组织和个人",
        pools=rows,
        total=sum(row.total for row in rows),
        chart=on_the_ladder(register, "ladder", register.pools.values()),
        offers=OF_POOLS,
    )


def _pool(renderer: Renderer, id_: str) -> Page:
    register = renderer.register
    pool, body = register.pools[id_], register.bodies[id_]
    steps = [
        (step, [entry for entry in pool.entries if entry.step == step.id])
        for step in [*register.ladder.values()][::-1]
    ]
    holders = ranked(register, register.in_area[id_])
    contents = [Heading(f"step-{step.id}", step.name) for step, _ in steps]
    if body.contact:
        contents.append(Heading("contact", "联系方式"))
    if holders:
        contents.append(Heading("holders", "本地获奖者"))
    return renderer.page(
        "pool.html",
        address=f"/cultivation/{pool.body}/",
        section="cultivation",
        title=_title(body),
        description=f"{body.name}为{register.site.award}培育的组织和个人，按梯次排列",
        contents=tuple(contents),
        pool=pool,
        body=body,
        steps=steps,
        active=sum(entry.until is None for entry in pool.entries),
        chart=on_the_ladder(register, "ladder", [pool]),
        holders=holders,
        page=PAGE,
        offers=OF_POOLS,
    )
