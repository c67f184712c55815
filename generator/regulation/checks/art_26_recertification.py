"""Article 26: earlier holders of the award may be re-certified, outside the quota."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Round
from generator.records.regulation import RecertificationRule
from generator.regulation.appearances import Appearance
from generator.regulation.case import Case

COMMENDATION = "表彰通报"


def only_earlier_holders(case: Case) -> Iterator[Problem]:
    """复评只确认在以往评定中已获得该奖的组织和个人，获提名奖的不算。"""
    for round_, edition in case.rounds():
        rule = edition.recertification
        if not (claimed := [seen for seen in case.appearances[round_.id] if seen.recertified]):
            continue
        about = case.by(rule, edition)
        if rule is None:
            yield case.lacks(edition, "art-26-tiers-unknown", "复评的奖项", "recertification")
            continue
        held = _held_before(case, claimed, round_, rule)
        for seen in claimed:
            if seen.tier and seen.tier not in rule.tiers:
                yield about(seen, "recertified").error(
                    "art-26-tier",
                    f"“{seen.name}”的{case.register.tiers[seen.tier].name}写成了复评",
                    f"复评只确认{_names(case, rule)}，请核对奖项，或删去 recertified",
                    seen.name,
                )
            elif held.isdisjoint([holder.id for holder in seen.holders]):
                yield about(seen, "recertified").error(
                    "art-26-not-held",
                    f"“{seen.name}”在以往的评定中没有获得{_names(case, rule)}，却写成了复评",
                    "请核对；首次获奖的删去 recertified，往届获奖的补上当时的荣誉",
                    seen.name,
                )


def told_alike(case: Case) -> Iterator[Problem]:
    """是否复评，获奖记录与表彰通报写得一致。"""
    for round_, edition in case.rounds():
        honours = {
            (given.awardee.id, given.honour.tier): given for given in case.register.given[round_.id]
        }
        flagged = {who for who, given in honours.items() if given.honour.recertified}
        for seen in case.appearances[round_.id]:
            if seen.what != COMMENDATION or not (seen.recertified or flagged):
                continue
            for holder in seen.holders:
                who = (holder.id, seen.tier or "")
                if who in honours and (who in flagged) != seen.recertified:
                    yield case.about(
                        holder,
                        "honours",
                        honours[who].place,
                        rule=edition.recertification,
                        edition=edition,
                    ).error(
                        "art-26-told-apart",
                        f"“{holder.name}”的获奖记录写作{_word(who in flagged)}，"
                        f"表彰通报写作{_word(seen.recertified)}",
                        "请核对 recertified，两处写成一样",
                        holder.name,
                    )


def _held_before(
    case: Case, claimed: list[Appearance], round_: Round, rule: RecertificationRule
) -> set[str]:
    """Those of the claimed who were given one of the rule's tiers in an earlier round, by id."""
    years = {id_: earlier.year for id_, earlier in case.register.rounds.items()}
    claiming = {holder.id: holder for seen in claimed for holder in seen.holders}
    return {
        holder.id
        for holder in claiming.values()
        for honour in holder.honours
        if honour.tier in rule.tiers and years[honour.round] < round_.year
    }


def _names(case: Case, rule: RecertificationRule) -> str:
    return "、".join(case.register.tiers[tier].name for tier in rule.tiers)


def _word(recertified: bool) -> str:
    return "复评" if recertified else "非复评"
