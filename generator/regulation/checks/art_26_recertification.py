"""Article 26: earlier holders of the award may be re-certified, outside the quota."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Awardee, Round
from generator.records.regulation import RecertificationRule
from generator.regulation.appearances import HONOUR
from generator.regulation.case import Case


def only_earlier_holders(case: Case) -> Iterator[Problem]:
    """复评只确认在以往评定中已获得该奖的组织和个人，获提名奖的不算。"""
    for round_, edition in case.rounds():
        rule = edition.recertification
        for seen in case.appearances[round_.id]:
            if not seen.recertified:
                continue
            if rule is None:
                yield case.lacks(edition, "art-26-tiers-unknown", "复评的奖项", "recertification")
                continue
            names = "、".join(case.register.tiers[tier].name for tier in rule.tiers)
            if seen.tier and seen.tier not in rule.tiers:
                yield case.error(
                    seen.at,
                    (*seen.where, "recertified"),
                    "art-26-tier",
                    f"“{seen.name}”的{case.register.tiers[seen.tier].name}写成了复评",
                    f"复评只确认{names}，请核对奖项，或删去 recertified",
                    rule,
                    edition,
                    seen.name,
                )
            elif not any(_held_before(case, holder, round_, rule) for holder in seen.holders):
                yield case.error(
                    seen.at,
                    (*seen.where, "recertified"),
                    "art-26-not-held",
                    f"“{seen.name}”在以往的评定中没有获得{names}，却写成了复评",
                    "请核对；首次获奖的删去 recertified，往届获奖的补上当时的荣誉",
                    rule,
                    edition,
                    seen.name,
                )


def told_alike(case: Case) -> Iterator[Problem]:
    """是否复评，获奖记录与表彰通报写得一致。"""
    for round_, edition in case.rounds():
        honours = {
            (seen.at[1], seen.tier): seen
            for seen in case.appearances[round_.id]
            if seen.what == HONOUR
        }
        for seen in case.appearances[round_.id]:
            if seen.what != "表彰通报":
                continue
            for holder in seen.holders:
                honour = honours.get((holder.id, seen.tier))
                if honour and honour.recertified != seen.recertified:
                    yield case.error(
                        honour.at,
                        honour.where,
                        "art-26-told-apart",
                        f"“{holder.name}”的获奖记录写作{_word(honour.recertified)}，"
                        f"表彰通报写作{_word(seen.recertified)}",
                        "请核对 recertified，两处写成一样",
                        edition.recertification,
                        edition,
                        holder.name,
                    )


def _held_before(case: Case, holder: Awardee, round_: Round, rule: RecertificationRule) -> bool:
    return any(
        honour.tier in rule.tiers and case.register.rounds[honour.round].year < round_.year
        for honour in holder.honours
    )


def _word(recertified: bool) -> str:
    return "复评" if recertified else "非复评"
