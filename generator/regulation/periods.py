"""The period of a notice, told once for checks, pages, papers, data and drafts.

A period is counted by the rule of the edition that judges its round (article 37), with the first
and the last day both included (articles 17 and 24). The answer depends on the register and the
calendar of working days alone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.records import Edition, Notice
from generator.records.regulation import PublicityRule
from generator.register import Register
from generator.regulation.force import edition_on, judged_by
from generator.regulation.working_days import ONE_DAY, Calendar, UnknownYear

WORKING_DAYS = "工作日"


@dataclass(frozen=True, slots=True)
class Period:
    """The period of a notice, as the edition that judges it counts it.

    `rule` is that edition's for the kind of notice, None where it has none. `unit` is 工作日 or 日.
    """

    edition: Edition
    rule: PublicityRule | None
    unit: str
    first: dt.date
    last: dt.date
    calendar: Calendar

    @property
    def days(self) -> int:
        """Its days by the almanac; 0 where its last day comes before its first."""
        return max(0, (self.last - self.first).days + 1)

    @property
    def working_days(self) -> int | None:
        """Its working days; None where a year's days off are not known."""
        try:
            return self.count(WORKING_DAYS)
        except UnknownYear:
            return None

    def count(self, unit: str) -> int:
        """How many days of `unit` it has. Raises UnknownYear."""
        if unit != WORKING_DAYS:
            return self.days
        return len(self.calendar.working_days(self.first, self.last))

    @property
    def length(self) -> str:
        """Its length in words: 5 个工作日, or 7 日; days where a year's days off are not known."""
        if self.unit == WORKING_DAYS and (worked := self.working_days) is not None:
            return in_words(worked, WORKING_DAYS)
        return in_words(self.days, "日")


def period_of(register: Register, calendar: Calendar, notice: Notice) -> Period | None:
    """The period of a notice; None for a notice without one."""
    if (held := notice.publicity) is None:
        return None
    edition = judging(register, notice.round, notice.published.date())
    rule = rule_for(edition, notice.kind)
    unit = rule.unit if rule else notice.period_words.unit
    return Period(edition, rule, unit, held.first, held.last, calendar)


def judging(register: Register, round_: str | None, published: dt.date) -> Edition:
    """The edition for a notice of this round, or of none; the one in use where none can be told."""
    if round_:
        edition = judged_by(register, register.rounds[round_]).edition
    else:
        edition = edition_on(register, published)
    return edition or register.edition


def in_words(count: int, unit: str) -> str:
    """A number of days in words: 5 个工作日, or 7 日."""
    return f"{count} 个{unit}" if unit == WORKING_DAYS else f"{count} {unit}"


def rule_for(edition: Edition, kind: str) -> PublicityRule | None:
    """The edition's rule for the period of notices of this kind, where it has one."""
    return next((rule for rule in edition.publicity if rule.notice == kind), None)


def earliest_first(rule: PublicityRule, published: dt.date) -> dt.date:
    """The first day that the rule allows for a notice published on this day."""
    return published + ONE_DAY if rule.start == "次日" else published


def earliest_last(rule: PublicityRule, first: dt.date, calendar: Calendar) -> dt.date:
    """The day on which a period from `first` is long enough. Raises UnknownYear."""
    return calendar.last_of(first, rule.at_least, working=rule.unit == WORKING_DAYS)


def suggested(
    rule: PublicityRule, published: dt.date, calendar: Calendar
) -> tuple[dt.date, dt.date]:
    """The shortest lawful period of a notice published on this day: its first and last day.

    Counted in working days, its first day is a working day too. Raises UnknownYear.
    """
    first = earliest_first(rule, published)
    while rule.unit == WORKING_DAYS and not calendar.is_working_day(first):
        first += ONE_DAY
    return first, earliest_last(rule, first, calendar)
