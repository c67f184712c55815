"""Holders of the award: each with its standing, showcase and timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from generator.drawings.charts import Chart, Reading, trend
from generator.pages.holder_lists import holder_list_plans
from generator.pages.page import Heading, Page
from generator.pages.plan import Plan
from generator.pages.renderer import Renderer
from generator.pages.search_entry import SearchEntry
from generator.pages.tags import Article, Linked, published_at
from generator.records import Awardee, Notice, Showcase
from generator.records.awardee import Point, Result
from generator.register import Register, State, holder_state, honour_state

PULLS = 3
"""Figures that stand beside a story."""

Moment = tuple[dt.date | None, str, Notice | None, str]
"""An event of a timeline: its day, its words, its notice, and its year where the day is unknown."""


def awardee_plans(renderer: Renderer) -> Iterator[Plan]:
    """``/awardees/<id>/``, after the lists of them."""
    yield from holder_list_plans(renderer)
    for id_ in renderer.register.awardees:
        yield Plan(
            f"/awardees/{id_}/",
            "awardees",
            partial(_awardee, renderer, id_),
            partial(_search_entry, renderer.register, id_),
        )


def _search_entry(register: Register, id_: str) -> SearchEntry:
    awardee = register.awardees[id_]
    years = tuple(dict.fromkeys(honour.round for honour in awardee.honours))
    state = holder_state(awardee)
    sector = register.sectors[awardee.sector].name if awardee.sector else ""
    former = (event.former_name or "" for event in awardee.standing)
    return SearchEntry(
        "获奖者",
        awardee.name,
        on=years[-1] if years else "",
        years=years,
        district=register.bodies[awardee.district].short if awardee.district else "",
        group=register.holder_kinds[awardee.kind].name,
        names=tuple(filter(None, (sector, *former))),
        state=state.word if state is State.REVOKED else "",
    )


def _awardee(renderer: Renderer, id_: str) -> Page:
    register = renderer.register
    awardee = register.awardees[id_]
    state = holder_state(awardee)
    showcase = register.showcase_of(awardee.id)
    shown = showcase if state is not State.REVOKED else None
    pictures = shown.pictures if shown else ()
    tiers = "、".join(dict.fromkeys(register.tiers[h.tier].name for h in awardee.honours))
    return renderer.page(
        "awardee.html",
        address=f"/awardees/{awardee.id}/",
        section="awardees",
        title=awardee.name,
        description=f"{awardee.name}：{tiers}，{state.word}",
        contents=_contents(shown, awardee.id in register.listed),
        article=_article(register, awardee, tiers, pictures[0].file if pictures else ""),
        things=(_thing(register, awardee),),
        periods=awardee.id in register.listed,
        awardee=awardee,
        about=_about(register, awardee),
        state=state,
        showcase=showcase,
        shown=shown,
        picture=pictures[0] if pictures else None,
        more_pictures=pictures[1:],
        pulls=_pulls(shown),
        facts=_facts(register, awardee),
        results=_results(shown),
        timeline=_timeline(register, awardee),
        mentioned=_mentioned(register, awardee),
    )


def _article(register: Register, awardee: Awardee, tiers: str, picture: str) -> Article | None:
    """What the tags say of a holder's page: it was published with its latest honour.

    Where no notice tells when, there is no moment to give, and the page is no article.
    """
    notices = [register.notices[h.notice] for h in awardee.honours if h.notice]
    if not notices:
        return None
    office = register.bodies[register.site.office].name
    latest = max(notices, key=lambda notice: notice.published)
    words = (awardee.name, tiers)
    article = Article(awardee.name, published_at(latest), office, office, words)
    return article._replace(image=picture) if picture else article


def _thing(register: Register, awardee: Awardee) -> Linked:
    """A holder by schema.org, with the honours that are valid: ``award`` is never a revoked one."""
    kind = register.holder_kinds[awardee.kind]
    given = [h for h in awardee.honours if honour_state(awardee, h) is not State.REVOKED]
    thing: dict[str, Any] = {
        "@type": "Person" if kind.person else "Organization",
        "name": awardee.name,
        "award": [
            f"{register.rounds[honour.round].title}{register.tiers[honour.tier].name}"
            for honour in given
        ],
    }
    if kind.person:
        if awardee.employer:
            thing["worksFor"] = {"@type": "Organization", "name": awardee.employer}
        if awardee.post:
            thing["jobTitle"] = awardee.post
    elif awardee.district:
        thing["location"] = register.bodies[awardee.district].name
    return thing


def _results(shown: Showcase | None) -> list[tuple[Result, Chart]]:
    """The results of a showcase with their charts."""
    results = [result for result in (shown.results if shown else ()) if result.points]
    return [
        (
            result,
            trend(
                f"result-{number}",
                result.title,
                result.unit,
                result.better,
                [Reading(point.year, point.value) for point in result.points],
            ),
        )
        for number, result in enumerate(results, 1)
    ]


def _mentioned(register: Register, awardee: Awardee) -> list[Notice]:
    notices = {listed.notice.id: listed.notice for listed in register.listed.get(awardee.id, ())}
    return [*notices.values()][::-1]


class Pull(NamedTuple):
    """A figure that stands out beside a story: where a result began, and where it is now."""

    title: str
    unit: str
    first: Point
    last: Point


def _pulls(shown: Showcase | None) -> list[Pull]:
    """The first results that tell of more than one year."""
    results = shown.results if shown else ()
    return [
        Pull(result.title, result.unit, result.points[0], result.points[-1])
        for result in results
        if len(result.points) > 1
    ][:PULLS]


def _about(register: Register, awardee: Awardee) -> list[str]:
    """What a holder is, in a line: its kind, the work of a person, its trade, its district."""
    kind = register.holder_kinds[awardee.kind].name
    work = " ".join(filter(None, (awardee.employer, awardee.post)))
    sector = register.sectors[awardee.sector].name if awardee.sector else ""
    district = register.bodies[awardee.district].short if awardee.district else ""
    return [words for words in (kind, work, sector, district) if words]


def _contents(shown: Showcase | None, mentioned: bool) -> tuple[Heading, ...]:
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
        ("承担单位", "、".join(awardee.carried_by)),
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
