"""Cultivation pools: the list of bodies with their ladder, and each pool by step."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.awardees import ranked
from generator.pages.page import Heading, Page
from generator.pages.plan import Needs, Plan
from generator.pages.press import Press
from generator.records import Pool
from generator.register import Given, Key, Register


def cultivation_plans(press: Press, needs: Needs) -> Iterator[Plan]:
    """``/cultivation/`` and ``/cultivation/<body>/``."""
    register = press.register
    yield Plan("/cultivation/", "cultivation", needs.everything, lambda: _list(press))
    for pool in register.pools.values():
        yield Plan(
            f"/cultivation/{pool.body}/",
            "cultivation",
            needs.of(_shown_on(register, pool)),
            lambda pool=pool: _pool(press, pool),  # type: ignore[misc]
        )


def _shown_on(register: Register, pool: Pool) -> Iterator[Key]:
    yield "pool", pool.body
    for entry in pool.entries:
        if entry.awardee:
            yield "awardee", entry.awardee
    for given in _local(register, pool):
        yield "awardee", given.awardee.id


def _local(register: Register, pool: Pool) -> tuple[Given, ...]:
    """The honours of the holders in the body's area, or recommended by it."""
    return tuple(
        Given(awardee, honour, place)
        for awardee in register.awardees.values()
        if pool.body in (awardee.district, awardee.recommended_by)
        for place, honour in enumerate(awardee.honours)
    )


def _list(press: Press) -> Page:
    register = press.register
    rows = []
    for body in register.bodies.values():
        if pool := register.pools.get(body.id):
            counts = dict.fromkeys(register.ladder, 0)
            for entry in pool.entries:
                counts[entry.step] += entry.until is None
            rows.append((body, counts, sum(counts.values())))
    return press.page(
        "cultivation.html",
        address="/cultivation/",
        section="cultivation",
        title="培育库",
        description=f"各区、功能区和行业协会为{register.site.award}培育的组织和个人",
        pools=rows,
        total=sum(total for _, _, total in rows),
    )


def _pool(press: Press, pool: Pool) -> Page:
    register = press.register
    body = register.bodies[pool.body]
    steps = [
        (step, [entry for entry in pool.entries if entry.step == step.id])
        for step in [*register.ladder.values()][::-1]
    ]
    holders = ranked(register, _local(register, pool))
    contents = [Heading(f"step-{step.id}", step.name) for step, _ in steps]
    if body.contact:
        contents.append(Heading("contact", "联系方式"))
    if holders:
        contents.append(Heading("holders", "本地获奖者"))
    return press.page(
        "pool.html",
        address=f"/cultivation/{pool.body}/",
        section="cultivation",
        title=f"{body.short}培育库",
        description=f"{body.name}为{register.site.award}培育的组织和个人，按梯次排列",
        contents=tuple(contents),
        pool=pool,
        body=body,
        steps=steps,
        active=sum(entry.until is None for entry in pool.entries),
        holders=holders,
    )
