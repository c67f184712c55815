"""Article 19: assessor groups. They are internal: what is wrong with one is told masked."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Edition
from generator.records.confidential import Group
from generator.records.regulation import AssessorRule
from generator.register import Place
from generator.regulation.case import Case


def groups(case: Case) -> Iterator[Problem]:
    """评审组不少于规定人数，其中有行业专家，并有一名组长。"""
    recorded = {
        internal.round
        for _, internal in case.withheld.internal
        if internal.round and internal.groups
    }
    for round_, edition in case.rounds():
        if edition.assessors is None:
            yield case.lacks(edition, "art-19-rule-unknown", "评审组的人数和组成", "assessors")
        elif round_.id not in recorded and case.register.given[round_.id]:
            yield case.about(round_, rule=edition.assessors, edition=edition).cannot_tell(
                "art-19-groups-missing",
                f"{round_.title}没有录入评审组",
                "请在 confidential/ 中补入；评审组只供核对，不会公开",
            )
    editions = {round_.id: edition for round_, edition in case.rounds()}
    for path, internal in case.withheld.internal:
        edition_ = editions.get(internal.round or "")
        if edition_ and edition_.assessors:
            for n, group in enumerate(internal.groups):
                place = Place(path, ("groups", n))
                yield from _composed(case, place, group, edition_.assessors, edition_)


def _composed(
    case: Case, place: Place, group: Group, rule: AssessorRule, edition: Edition
) -> Iterator[Problem]:
    about = case.by(rule, edition)
    count = len(group.members)
    if count < rule.group_at_least:
        yield about(place, "members").error(
            "art-19-size",
            f"评审组人数不足：“{group.name}，{count} 人”",
            f"每组不少于 {rule.group_at_least} 人",
        )
    if rule.trade_expert and not any(member.trade_expert for member in group.members):
        yield about(place, "members").error(
            "art-19-trade-expert",
            f"评审组中没有行业专家：“{group.name}”",
            "请加入行业专家，或给行业专家写上 trade_expert: 是",
        )
    leaders = [member.name for member in group.members if member.leader]
    if len(leaders) != 1:
        yield about(place, "members").error(
            "art-19-leader",
            f"评审组应有一名组长：“{group.name}，{'、'.join(leaders) or '没有组长'}”",
            "请给一名成员写 leader: 是，其他成员不写",
        )
