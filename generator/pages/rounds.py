"""Rounds: the list, and each with its stage line, quota use, holders and notices."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.pages.facets import PAGE
from generator.pages.holder_lists import holder_words, honours_sentence, ranked
from generator.pages.offers import OF_ROUNDS
from generator.pages.page import Heading, Page
from generator.pages.plan import Plan
from generator.pages.renderer import Renderer
from generator.pages.search_entry import SearchEntry
from generator.records import Round
from generator.register import Register
from generator.regulation import judged_by


def round_plans(renderer: Renderer) -> Iterator[Plan]:
    """``/rounds/`` and ``/rounds/<year>/``."""
    yield Plan("/rounds/", "rounds", partial(_list, renderer))
    for id_, round_ in renderer.register.rounds.items():
        yield Plan(
            f"/rounds/{id_}/",
            "rounds",
            partial(_round, renderer, id_),
            partial(SearchEntry, "评定", round_.title, on=id_, years=(id_,)),
        )


def _counted_with(register: Register, round_: Round) -> list[Round]:
    if round_.term is None:
        return [round_]
    return [other for other in register.rounds.values() if other.term == round_.term]


def _list(renderer: Renderer) -> Page:
    register = renderer.register
    rounds = [*register.rounds.values()][::-1]
    return renderer.page(
        "rounds.html",
        address="/rounds/",
        section="rounds",
        title="历次评定",
        description=f"{register.site.award}的历次评定、程序和名额",
        rounds=rounds,
        terms=any(round_.term for round_ in rounds),
        tiers=[*register.tiers.values()],
        term_word=_term_word(register),
        offers=OF_ROUNDS,
    )


def _term_word(register: Register) -> str:
    return register.edition.term.name if register.edition.term else "届"


class _Use(NamedTuple):
    """A quota and how much of it is used."""

    label: str
    scope: str
    at_most: int
    used: int
    counter: str
    article: int | None


def _quotas(register: Register, round_: Round) -> list[_Use]:
    edition = judged_by(register, round_).edition
    uses = []
    for quota in edition.quotas if edition else ():
        per_term = quota.per == "届" and round_.term is not None
        rounds = _counted_with(register, round_) if per_term else [round_]
        used = sum(
            given.honour.tier == quota.tier
            and given.awardee.kind in quota.kinds
            and not given.honour.recertified
            for other in rounds
            for given in register.given[other.id]
        )
        kinds = [register.holder_kinds[kind] for kind in quota.kinds]
        uses.append(
            _Use(
                f"{register.tiers[quota.tier].name}（{'、'.join(kind.name for kind in kinds)}）",
                f"每{_term_word(register)}" if per_term else "每次评定",
                quota.at_most,
                used,
                kinds[0].counter,
                quota.article if edition and edition.id == register.edition.id else None,
            )
        )
    return uses


def _round(renderer: Renderer, id_: str) -> Page:
    register = renderer.register
    round_ = register.rounds[id_]
    quotas = _quotas(register, round_)
    rows = ranked(register, register.given[round_.id])
    parts = [
        ("stages", "程序与日期", round_.lines),
        ("quotas", "名额", quotas),
        ("holders", "获奖名单", True),
        ("notices", "公告", True),
    ]
    return renderer.page(
        "round.html",
        address=f"/rounds/{round_.id}/",
        section="rounds",
        title=round_.title,
        description=f"{register.site.award}{round_.title}的程序、名额、获奖名单和公告",
        contents=tuple(Heading(anchor, words) for anchor, words, there in parts if there),
        periods=True,
        round=round_,
        judged=judged_by(register, round_).edition,
        term_word=_term_word(register),
        quotas=quotas,
        rows=rows,
        page=PAGE,
        sentence=f"{holder_words(register, rows)}；{honours_sentence(register, rows)}",
        notices=[*reversed(register.of_round[round_.id])],
    )
