"""Who owes the yearly self-assessment report, and from which year (article 33).

Due each year on the edition's day, from the award year plus its number of years, for as long as
the title is valid on that day: one revoked, or an organisation deregistered, on or before it owes
none. The edition is the one in use: it is what binds the holders today, whichever edition they
were judged by.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import NamedTuple

from generator.records import Awardee
from generator.records.regulation import ReportRule
from generator.register import Register
from generator.regulation.titles import revoked_on


class Owing(NamedTuple):
    """A holder who owes reports, and the first year in which one is due."""

    awardee: Awardee
    first: int


class Duty(NamedTuple):
    """What one title binds to: reports from the year `first` until the day it ended, where it has.

    `first` is None where the award year is not known.
    """

    first: int | None
    end: dt.date | None


def owes(register: Register, day: dt.date) -> list[Owing]:
    """Who, on `day`, is bound to hand in reports: by the holders' ids.

    Empty where the edition in use has no rule. One whose award year is not known is not in it.
    """
    found = []
    for awardee in register.awardees.values():
        those = [duty for duty in duties(register, awardee) if duty.first]
        if any(duty.end is None or day < duty.end for duty in those):
            found.append(Owing(awardee, min(duty.first for duty in those if duty.first)))
    return found


def years_due(register: Register, awardee: Awardee, until: int) -> list[int]:
    """The years up to `until` in which this holder owes a report, in order."""
    rule = register.edition.reports
    return years_of(rule, duties(register, awardee), until) if rule else []


def years_of(rule: ReportRule, those: list[Duty], until: int) -> list[int]:
    """The years up to `until` in which a holder with these duties owes a report, in order."""
    spans = [
        range(first, (until if end is None else min(until, _last_year(rule, end))) + 1)
        for first, end in those
        if first
    ]
    return [*spans[0]] if len(spans) == 1 else sorted({year for span in spans for year in span})


def duties(register: Register, awardee: Awardee) -> list[Duty]:
    """What each title of a holder binds to, where the edition in use has a rule that it meets."""
    rule = register.edition.reports
    if rule is None or awardee.kind not in rule.kinds:
        return []
    gone = [event.on for event in awardee.standing if event.event == "注销"]
    found = []
    for honour in awardee.honours:
        if honour.tier in rule.tiers:
            year = register.award_year(honour)
            revoked = revoked_on(register, awardee, honour)
            end = min([*gone, revoked] if revoked else gone) if gone or revoked else None
            found.append(Duty(year + rule.first_after_years if year else None, end))
    return found


def due_day(rule: ReportRule, year: int) -> dt.date:
    """The last day for the report of `year`; 1 March for 29 February in a year without one."""
    return _on(rule.due, year)


@cache
def _on(month_day: str, year: int) -> dt.date:
    month, day = map(int, month_day.split("-"))
    return dt.date(year, month, 1) + dt.timedelta(days=day - 1)


def _last_year(rule: ReportRule, end: dt.date) -> int:
    """The last year in which a title that ended on `end` was still valid on the due day."""
    return end.year if due_day(rule, end.year) < end else end.year - 1
