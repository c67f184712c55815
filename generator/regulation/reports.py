"""Who owes the yearly self-assessment report, and from which year (article 33).

Due each year on the edition's day, from the award year plus its number of years, for as long as
the title is valid on that day: one revoked, or an organisation deregistered, on or before it owes
none. The edition is the one in use: it is what binds the holders today, whichever edition they
were judged by.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from generator.records import Awardee
from generator.records.regulation import ReportRule
from generator.register import Register
from generator.regulation.titles import revoked_on


class Owing(NamedTuple):
    """A holder who owes reports, and the first year in which one is due."""

    awardee: Awardee
    first: int


def owes(register: Register, day: dt.date) -> list[Owing]:
    """Who, on `day`, is bound to hand in reports: by the holders' ids.

    Empty where the edition in use has no rule. One whose award year is not known is not in it;
    see `award_year_unknown`.
    """
    if (rule := register.edition.reports) is None:
        return []
    return [
        Owing(awardee, min(first for first, _ in spans))
        for awardee in register.awardees.values()
        if (spans := _spans(register, rule, awardee))
        and any(end is None or day < end for _, end in spans)
    ]


def years_due(register: Register, awardee: Awardee, until: int) -> list[int]:
    """The years up to `until` in which this holder owes a report, in order."""
    if (rule := register.edition.reports) is None:
        return []
    years: set[int] = set()
    for first, end in _spans(register, rule, awardee):
        last = until if end is None else min(until, last_year(rule, end))
        years.update(range(first, last + 1))
    return sorted(years)


def due_day(rule: ReportRule, year: int) -> dt.date:
    """The last day for the report of `year`."""
    month, day = map(int, rule.due.split("-"))
    return dt.date(year, month, 1) + dt.timedelta(days=day - 1)


def last_year(rule: ReportRule, end: dt.date) -> int:
    """The last year in which a title that ended on `end` was still valid on the due day."""
    return end.year if due_day(rule, end.year) < end else end.year - 1


def bound(rule: ReportRule, awardee: Awardee) -> bool:
    """Whether a holder is of a kind and holds a tier that owes reports, revoked or not."""
    return awardee.kind in rule.kinds and any(h.tier in rule.tiers for h in awardee.honours)


def award_year_unknown(register: Register) -> list[Awardee]:
    """Holders bound to report whose award year is not known, so that no first year is."""
    rule = register.edition.reports
    return [
        awardee
        for awardee in register.awardees.values()
        if rule
        and bound(rule, awardee)
        and any(h.tier in rule.tiers and not register.award_year(h) for h in awardee.honours)
    ]


def _spans(
    register: Register, rule: ReportRule, awardee: Awardee
) -> list[tuple[int, dt.date | None]]:
    """For each title that binds: the first year due, and the day it ended, where it has."""
    if awardee.kind not in rule.kinds:
        return []
    gone = min((e.on for e in awardee.standing if e.event == "注销"), default=None)
    found = []
    for honour in awardee.honours:
        if honour.tier in rule.tiers and (year := register.award_year(honour)):
            ends = [day for day in (revoked_on(register, awardee, honour), gone) if day]
            found.append((year + rule.first_after_years, min(ends, default=None)))
    return found
