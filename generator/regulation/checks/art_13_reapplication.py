"""Article 13: who holds the award may not apply again for some years, the award year included."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Awardee, Edition, Round
from generator.records.regulation import Reapplication
from generator.regulation.appearances import Appearance
from generator.regulation.case import Case, named


def not_again_too_soon(case: Case) -> Iterator[Problem]:
    """已获奖的组织和个人，自获奖年度起规定年数内不得再次申报；复评和提名奖不受此限。"""
    for round_, edition in case.rounds():
        if edition.reapplication is None:
            yield case.lacks(edition, "art-13-years-unknown", "再次申报的限制年数", "reapplication")
        else:
            yield from _held_against(case, round_, edition, edition.reapplication)


def _held_against(
    case: Case, round_: Round, edition: Edition, rule: Reapplication
) -> Iterator[Problem]:
    called = case.called[round_.id]
    year = called.year if called else round_.year
    untold: dict[str, str] = {}
    barring: dict[str, int | None] = {}
    for seen in case.appearances[round_.id]:
        if seen.recertified:
            continue
        for holder in seen.holders:
            if holder.id not in barring:
                barring[holder.id] = _barring(case, holder, round_, year, rule)
            if (awarded := barring[holder.id]) is None:
                continue
            if awarded:
                yield _barred(case, seen, holder, awarded, year, rule, edition)
            else:
                untold[holder.id] = holder.name
    if untold:
        yield case.about(round_, rule=rule, edition=edition).cannot_tell(
            "art-13-award-year-unknown",
            f"{round_.title}有 {len(untold)} 个曾获奖者的获奖年度不明，"
            f"能否再次申报无从核对：{named([*untold.values()])}",
            "请在获奖记录补上以往荣誉的表彰通报（notice）",
        )


def _barring(
    case: Case, holder: Awardee, round_: Round, year: int, rule: Reapplication
) -> int | None:
    """The award year that bars this holder in this round; None where none does, 0 if untold.

    An honour of the round itself does not bar it, nor anything one who is re-certified in it.
    """
    barring = None
    for honour in holder.honours:
        if honour.round == round_.id:
            if honour.recertified:
                return None
        elif honour.tier in rule.tiers:
            awarded = case.register.award_year(honour)
            if awarded and awarded <= year < awarded + rule.years:
                barring = max(barring or 0, awarded)
            elif not awarded and case.register.rounds[honour.round].year <= year:
                barring = barring or 0
    return barring


def _barred(
    case: Case,
    seen: Appearance,
    holder: Awardee,
    awarded: int,
    year: int,
    rule: Reapplication,
    edition: Edition,
) -> Problem:
    same = "" if seen.by_id else f"（与获奖者“{holder.id}”同名）"
    return case.about(seen, rule=rule, edition=edition).error(
        "art-13-too-soon",
        f"“{seen.name}”{same}在“{awarded}”年获奖，又出现在“{year}”年申报的{seen.what}中",
        f"{awarded} 年至 {awarded + rule.years - 1} 年不得再次申报，"
        f"最早可在 {awarded + rule.years} 年申报；复评的写 recertified: 是",
        seen.name,
    )
