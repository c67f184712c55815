"""The home page: where the round stands, what is open for objections or opinions, what is new."""

from __future__ import annotations

from generator.pages.page import Page
from generator.pages.renderer import Renderer
from generator.pages.tags import organisation, root_of
from generator.records import Awardee
from generator.register import Register, State, holder_state
from generator.register.notice_slugs import KIND_SLUGS

NEWEST = 8
FEATURED = 3


def home(renderer: Renderer) -> Page:
    """``/``."""
    register = renderer.register
    site = register.site
    notices = [*register.notices.values()][::-1]
    published = {notice.kind for notice in notices}
    rounds = [*register.rounds.values()]
    running = [n for n in notices if n.publicity and not n.publicity.outcome]
    return renderer.page(
        "home.html",
        address="/",
        section="",
        title=site.name,
        description=site.description,
        periods=True,
        things=(
            organisation(site.host.organiser or site.host.name),
            {"@type": "WebSite", "name": site.name, "url": root_of(site), "inLanguage": "zh-CN"},
        ),
        round=rounds[-1] if rounds else None,
        open=running,
        open_words="和".join(dict.fromkeys(n.period_words.short for n in running)) or "公示",
        newest=[notice for notice in notices if not notice.archived][:NEWEST],
        kinds=[(kind, slug) for kind, slug in KIND_SLUGS.items() if kind in published],
        notice_count=len(notices),
        featured=[(awardee, register.showcase_of(awardee.id)) for awardee in featured(register)],
        figures=_figures(register),
    )


def featured(register: Register) -> list[Awardee]:
    """The holders that the home page shows: of the latest rounds, the highest tier first."""
    ranks = [*register.tiers]
    found: dict[str, Awardee] = {}
    for round_ in [*register.rounds][::-1]:
        given = [g for g in register.given[round_] if holder_state(g.awardee) is not State.REVOKED]
        for one in sorted(given, key=lambda g: (ranks.index(g.honour.tier), g.awardee.id)):
            found.setdefault(one.awardee.id, one.awardee)
        if len(found) >= FEATURED:
            break
    return [*found.values()][:FEATURED]


def _figures(register: Register) -> list[tuple[str, int, str]]:
    """What matters in numbers: holders by kind, valid ones, rounds, those in cultivation."""
    by_kind = dict.fromkeys(register.holder_kinds, 0)
    valid = 0
    for awardee in register.awardees.values():
        by_kind[awardee.kind] += 1
        valid += holder_state(awardee) is not State.REVOKED
    figures = [
        (f"获奖{kind.name}", by_kind[kind.id], kind.counter)
        for kind in register.holder_kinds.values()
    ]
    cultivated = sum(
        entry.until is None for pool in register.pools.values() for entry in pool.entries
    )
    return [
        *figures,
        ("称号有效的获奖者", valid, "个"),
        ("评定", len(register.rounds), "次"),
        ("在库培育", cultivated, "个"),
    ]
