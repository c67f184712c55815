"""A publicity period held against the rule for its kind of notice: first day, length, content."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Edition, Notice
from generator.records.regulation import PublicityRule
from generator.regulation.case import Case
from generator.regulation.working_days import ONE_DAY, UnknownYear


def rule_for(edition: Edition, notice: Notice) -> PublicityRule | None:
    """The edition's rule for notices of this kind, where it has one."""
    return next((rule for rule in edition.publicity if rule.notice == notice.kind), None)


def length(case: Case, unit: str, first: dt.date, last: dt.date) -> int:
    """How many days of `unit` (工作日 or 日) a period has. Raises UnknownYear."""
    if unit == "工作日":
        return len(case.calendar.working_days(first, last))
    return max(0, (last - first).days + 1)


def period(case: Case, notice: Notice, edition: Edition, code: str) -> Iterator[Problem]:
    """What is wrong with the period of `notice`. `code` begins the codes of its problems."""
    at = ("notice", notice.id)
    rule = rule_for(edition, notice)
    if rule is None:
        what = f"{notice.kind}的公示时间"
        yield case.lacks(edition, f"{code}-unknown", what, "publicity")
        return
    if (held := notice.publicity) is None:
        yield case.error(
            at,
            (),
            f"{code}-missing",
            f"{notice.kind}没有写公示期",
            "请补上 publicity（first、last 和异议受理方式）",
            rule,
            edition,
        )
        return
    if held.last < held.first:
        yield case.error(
            at,
            ("publicity", "last"),
            f"{code}-backwards",
            f"公示末日“{held.last}”早于首日“{held.first}”",
            "请核对两个日期",
            rule,
            edition,
            str(held.last),
        )
        return
    earliest = notice.published.date() + (ONE_DAY if rule.start == "次日" else 0 * ONE_DAY)
    if held.first < earliest:
        yield case.error(
            at,
            ("publicity", "first"),
            f"{code}-start",
            f"公示首日“{held.first}”早于发布{rule.start}（发布于 {notice.published:%Y-%m-%d}）",
            f"首日最早为 {earliest}",
            rule,
            edition,
            str(held.first),
        )
    try:
        yield from _long_enough(case, notice, edition, rule, code)
    except UnknownYear as unknown:
        yield case.error(
            at,
            ("publicity", "last"),
            "calendar-year-unknown",
            f"公示期涉及 {unknown.year} 年，没有这一年的放假安排，算不出工作日",
            f"请按国务院办公厅通知新建 holidays/{unknown.year}.yml，写放假日和调休上班日",
            rule,
            edition,
            str(unknown.year),
        )


def _long_enough(
    case: Case, notice: Notice, edition: Edition, rule: PublicityRule, code: str
) -> Iterator[Problem]:
    held = notice.publicity
    assert held is not None
    at = ("notice", notice.id)
    count = length(case, rule.unit, held.first, held.last)
    if count < rule.at_least:
        needed = case.calendar.last_of(held.first, rule.at_least, working=rule.unit == "工作日")
        yield case.error(
            at,
            ("publicity", "last"),
            f"{code}-short",
            f"公示期“{held.first} 至 {held.last}”只有 {count} 个{rule.unit}"
            + _worked(case, rule, held.first, held.last),
            f"应不少于 {rule.at_least} 个，末日至少为 {needed}",
            rule,
            edition,
            str(held.last),
        )
    if held.stated and (told := re.search(r"(\d+)\s*个?(工作日|日|天)", held.stated)):
        unit = "工作日" if told.group(2) == "工作日" else "日"
        real = length(case, unit, held.first, held.last)
        if int(told.group(1)) != real:
            yield case.error(
                at,
                ("publicity", "stated"),
                f"{code}-stated",
                f"写明“{held.stated}”，按日期算是 {real} 个{unit}",
                "请核对天数与起止日期",
                rule,
                edition,
                held.stated,
            )


def _worked(case: Case, rule: PublicityRule, first: dt.date, last: dt.date) -> str:
    if rule.unit != "工作日":
        return ""
    worked = case.calendar.worked_weekends(first, last)
    days = "、".join(f"{day.month}月{day.day}日" for day in worked)
    return f"（{days}为调休上班日，已计入）" if days else ""
