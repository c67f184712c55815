"""Holders of the award: the list by round, and each with its standing, showcase and timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.pages.page import Heading, Page
from generator.pages.plan import Needs, Plan
from generator.pages.press import Press
from generator.records import Awardee, Honour, Notice, Showcase
from generator.register import Given, Register, State, holder_state

LONG = 600
"""Honours above which the list shows only the latest round in full: a longer page is no list."""

Moment = tuple[dt.date | None, str, Notice | None, str]
"""An event of a timeline: its day, its words, its notice, and its year where the day is unknown."""


def awardee_plans(press: Press, needs: Needs) -> Iterator[Plan]:
    """``/awardees/`` and ``/awardees/<id>/``."""
    register = press.register
    yield Plan("/awardees/", "awardees", needs.everything, lambda: _list(press))
    for awardee in register.awardees.values():
        yield Plan(
            f"/awardees/{awardee.id}/",
            "awardees",
            needs.of_holder(awardee.id, _notices_on(register, awardee)),
            lambda awardee=awardee: _awardee(press, awardee),  # type: ignore[misc]
        )


def _notices_on(register: Register, awardee: Awardee) -> tuple[str, ...]:
    """The notices whose titles stand on a holder's page."""
    named = [honour.notice for honour in awardee.honours if honour.notice]
    if awardee.standing:
        named += [event.notice for event in awardee.standing if event.notice]
    named += [listed.notice.id for listed in register.listed.get(awardee.id, ())]
    return tuple(named)


def ranked(register: Register, given: tuple[Given, ...]) -> list[tuple[Awardee, Honour]]:
    """Honours with their holders: by tier and kind as the regulation orders them, then by name."""
    tiers, kinds = [*register.tiers], [*register.holder_kinds]
    rows = sorted(
        given,
        key=lambda g: (tiers.index(g.honour.tier), kinds.index(g.awardee.kind), g.awardee.name),
    )
    return [(g.awardee, g.honour) for g in rows]


def _list(press: Press) -> Page:
    register = press.register
    rounds = [*register.rounds.values()][::-1]
    total = sum(len(register.given[round_.id]) for round_ in rounds)
    groups = []
    for place, round_ in enumerate(rounds):
        given = register.given[round_.id]
        if given:
            short = total > LONG and place > 0
            groups.append((round_, [] if short else ranked(register, given)))
    return press.page(
        "awardees.html",
        address="/awardees/",
        section="awardees",
        title="获奖名单",
        description=f"{register.site.award}的全部获奖者，按评定年份排列",
        contents=tuple(Heading(f"r{round_.id}", round_.title) for round_, _ in groups),
        groups=groups,
        counts={round_.id: len(register.given[round_.id]) for round_ in rounds},
        total=total,
        words=_count(register),
    )


def _count(register: Register) -> str:
    """How many holders there are, in words: 24 个获奖组织，8 名获奖个人."""
    by_kind = dict.fromkeys(register.holder_kinds, 0)
    for awardee in register.awardees.values():
        by_kind[awardee.kind] += 1
    return "，".join(
        f"{by_kind[kind.id]} {kind.counter}获奖{kind.name}"
        for kind in register.holder_kinds.values()
        if by_kind[kind.id]
    )


def _awardee(press: Press, awardee: Awardee) -> Page:
    register = press.register
    state = holder_state(awardee)
    showcase = register.showcase_of(awardee.id)
    tiers = "、".join(dict.fromkeys(register.tiers[h.tier].name for h in awardee.honours))
    return press.page(
        "awardee.html",
        address=f"/awardees/{awardee.id}/",
        section="awardees",
        title=awardee.name,
        description=f"{awardee.name}：{tiers}，{state.word}",
        contents=_contents(state, showcase, awardee.id in register.listed),
        periods=awardee.id in register.listed,
        awardee=awardee,
        kind=register.holder_kinds[awardee.kind],
        state=state,
        showcase=showcase,
        facts=_facts(register, awardee),
        timeline=_timeline(register, awardee),
        mentioned=_mentioned(register, awardee),
    )


def _mentioned(register: Register, awardee: Awardee) -> list[Notice]:
    notices = {listed.notice.id: listed.notice for listed in register.listed.get(awardee.id, ())}
    return [*notices.values()][::-1]


def _contents(state: State, showcase: Showcase | None, mentioned: bool) -> tuple[Heading, ...]:
    shown = showcase if state is not State.REVOKED else None
    parts = [
        ("story", "质量故事", shown and shown.story),
        ("practices", "关键做法", shown and shown.practices),
        ("results", "结果", shown and shown.results),
        ("promotion", "宣传推广", shown and shown.promotion),
        ("honours", "荣誉与状态", True),
        ("mentioned", "相关公告", mentioned),
    ]
    return tuple(Heading(anchor, words) for anchor, words, there in parts if there)


def _facts(register: Register, awardee: Awardee) -> list[tuple[str, str]]:
    def body(id_: str | None) -> str:
        return register.bodies[id_].name if id_ else ""

    facts = [
        ("统一社会信用代码", awardee.credit_code or ""),
        ("工作单位", awardee.employer or ""),
        ("职务", awardee.post or ""),
        ("承担单位", "、".join(awardee.carried_by)),
        ("所在区", register.bodies[awardee.district].short if awardee.district else ""),
        ("行业", register.sectors[awardee.sector].name if awardee.sector else ""),
        ("推荐单位", body(awardee.recommended_by)),
    ]
    return [(label, value) for label, value in facts if value]


def _timeline(register: Register, awardee: Awardee) -> list[Moment]:
    """What happened to a holder and its honours, in order of time."""
    moments: list[Moment] = []
    for honour in awardee.honours:
        notice = register.notices.get(honour.notice or "")
        words = f"{'经复评再次获得' if honour.recertified else '获得'}"
        words += register.tiers[honour.tier].name
        if honour.certificate:
            words += f"，证书编号 {honour.certificate}"
        on = notice.published.date() if notice else None
        moments.append((on, words, notice, honour.round))
    for event in awardee.standing:
        words = {
            "撤销": "称号被撤销",
            "更名": f"由{event.former_name}更名" if event.former_name else "更名",
            "注销": "注销",
        }[event.event]
        moments.append((event.on, words, register.notices.get(event.notice or ""), ""))
    return sorted(moments, key=lambda m: (str(m[0] or m[3]), m[1]))
