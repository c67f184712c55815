"""Article 11: what an organisation must be to apply, as far as records tell it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Edition, Round
from generator.records.regulation import Conditions
from generator.regulation.case import Case, named
from generator.regulation.working_days import anniversary


def registered_long_enough(case: Case) -> Iterator[Problem]:
    """组织到申报通知发布之日，登记并合法经营已满规定的年数。"""
    for round_, edition in case.rounds():
        rules = [rule for rule in edition.conditions if rule.years_registered is not None]
        if not rules and any(not kind.person for kind in edition.holder_kinds):
            what = "组织登记后应满的年数"
            yield case.lacks(edition, "art-11-years-unknown", what, "conditions")
        for rule in rules:
            yield from _held_against(case, round_, edition, rule)


def _held_against(
    case: Case, round_: Round, edition: Edition, rule: Conditions
) -> Iterator[Problem]:
    about = case.by(rule, edition)
    holders = [holder for holder in case.holders[round_.id] if holder.kind == rule.kind]
    if not holders:
        return
    if (called := case.called[round_.id]) is None:
        yield about(round_).cannot_tell(
            "art-11-call-unknown",
            f"{round_.title}没有录入申报通知，登记年数无从算起",
            "请补入申报通知",
        )
        return
    years = rule.years_registered or 0
    if unknown := [holder.name for holder in holders if not holder.registered]:
        yield about(round_).cannot_tell(
            "art-11-registered-unknown",
            f"{round_.title}有 {len(unknown)} 个获奖者没有录入登记日期：{named(unknown)}",
            "请在获奖记录补上 registered",
        )
    for holder in holders:
        day = holder.registered
        if day and day.year + years >= called.year and anniversary(day, years) > called:
            yield about(holder, "registered").error(
                "art-11-registered",
                f"“{holder.name}”登记于“{day}”，"
                f"到{round_.title}申报通知发布之日“{called}”不满 {years} 年",
                f"登记日期最晚为 {anniversary(called, -years)}，请核对",
                str(day),
            )
