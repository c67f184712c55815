"""A publicity period held against the rule for its kind of notice: first day, length, content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Edition, Notice
from generator.records.regulation import PublicityRule
from generator.regulation.case import Case
from generator.regulation.periods import (
    WORKING_DAYS,
    Period,
    earliest_first,
    earliest_last,
    period_of,
    rule_for,
)
from generator.regulation.working_days import UnknownYear


def held_for_long_enough(
    case: Case, notice: Notice, edition: Edition, code: str
) -> Iterator[Problem]:
    """What is wrong with the period of `notice`. `code` begins the codes of its problems."""
    rule = rule_for(edition, notice.kind)
    if rule is None:
        what = f"{notice.kind}的公示时间"
        yield case.lacks(edition, f"{code}-unknown", what, "publicity")
        return
    about = case.by(rule, edition)
    if (held := period_of(case.register, case.calendar, notice)) is None:
        yield about(notice).error(
            f"{code}-missing",
            f"{notice.kind}没有写公示期",
            "请补上 publicity（first、last 和异议受理方式）",
        )
        return
    if held.last < held.first:
        yield about(notice, "publicity", "last").error(
            f"{code}-backwards",
            f"公示末日“{held.last}”早于首日“{held.first}”",
            "请核对两个日期",
            str(held.last),
        )
        return
    earliest = earliest_first(rule, notice.published.date())
    if held.first < earliest:
        yield about(notice, "publicity", "first").error(
            f"{code}-start",
            f"公示首日“{held.first}”早于发布{rule.start}（发布于 {notice.published:%Y-%m-%d}）",
            f"首日最早为 {earliest}",
            str(held.first),
        )
    try:
        yield from _long_enough(case, notice, held, rule, code)
    except UnknownYear as unknown:
        yield about(notice, "publicity", "last").error(
            "calendar-year-unknown", *unknown.told, str(unknown.year)
        )


def _long_enough(
    case: Case, notice: Notice, held: Period, rule: PublicityRule, code: str
) -> Iterator[Problem]:
    about = case.by(rule, held.edition)
    count = held.count(held.unit)
    if count < rule.at_least:
        needed = earliest_last(rule, held.first, case.calendar)
        yield about(notice, "publicity", "last").error(
            f"{code}-short",
            f"公示期“{held.first} 至 {held.last}”只有 {count} 个{held.unit}{_worked(held)}",
            f"应不少于 {rule.at_least} 个，末日至少为 {needed}",
            str(held.last),
        )
    stated = notice.publicity.stated if notice.publicity else None
    if stated and (told := re.search(r"(\d+)\s*个?(工作日|日|天)", stated)):
        unit = WORKING_DAYS if told.group(2) == WORKING_DAYS else "日"
        real = held.count(unit)
        if int(told.group(1)) != real:
            yield about(notice, "publicity", "stated").error(
                f"{code}-stated",
                f"写明“{stated}”，按日期算是 {real} 个{unit}",
                "请核对天数与起止日期",
                stated,
            )


def _worked(held: Period) -> str:
    if held.unit != WORKING_DAYS:
        return ""
    worked = held.calendar.worked_weekends(held.first, held.last)
    days = "、".join(f"{day.month}月{day.day}日" for day in worked)
    return f"（{days}为调休上班日，已计入）" if days else ""
