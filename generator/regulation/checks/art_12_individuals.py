"""Article 12: what an individual must be to apply, as far as records tell it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Edition, Round
from generator.records.regulation import Conditions
from generator.regulation.case import Case, named


def quality_work_long_enough(case: Case) -> Iterator[Problem]:
    """个人到申报当年，从事质量或者质量相关工作已满规定的年数。"""
    for round_, edition in case.rounds():
        rules = [rule for rule in edition.conditions if rule.years_of_quality_work is not None]
        if not rules and any(kind.person for kind in edition.holder_kinds):
            what = "个人从事质量工作应满的年数"
            yield case.lacks(edition, "art-12-years-unknown", what, "conditions")
        for rule in rules:
            yield from _held_against(case, round_, edition, rule)


def _held_against(
    case: Case, round_: Round, edition: Edition, rule: Conditions
) -> Iterator[Problem]:
    about = case.by(rule, edition)
    holders = [holder for holder in case.holders[round_.id] if holder.kind == rule.kind]
    years = rule.years_of_quality_work or 0
    if unknown := [holder.name for holder in holders if not holder.quality_work_since]:
        yield about(round_).cannot_tell(
            "art-12-since-unknown",
            f"{round_.title}有 {len(unknown)} 个获奖者没有录入从事质量工作的起始年份："
            f"{named(unknown)}",
            "请在获奖记录补上 quality_work_since",
        )
    for holder in holders:
        if holder.quality_work_since and round_.year - holder.quality_work_since < years:
            yield about(holder, "quality_work_since").error(
                "art-12-since",
                f"“{holder.name}”自“{holder.quality_work_since}”年从事质量工作，"
                f"到{round_.title}申报的“{round_.year}”年不满 {years} 年",
                f"起始年份最晚为 {round_.year - years} 年，请核对",
                str(holder.quality_work_since),
            )
