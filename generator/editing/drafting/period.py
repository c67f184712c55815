"""The period of publicity for a notice being begun: its days counted by the rule of its edition."""

from __future__ import annotations

import datetime as dt

from generator.editing.drafting.yaml_lines import Value
from generator.problems import Level, Problem, Stop, cite
from generator.records import Body, Contact, Edition, Notice
from generator.records.regulation import PublicityRule
from generator.register import Register
from generator.regulation import Calendar, UnknownYear

ONE_DAY = dt.timedelta(days=1)


def days(rule: PublicityRule, published: dt.date, calendar: Calendar) -> tuple[dt.date, dt.date]:
    """The first and the last day. Counted in working days, the first one is a working day too.

    Raises Stop where the calendar of a year is not known.
    """
    first = published + (ONE_DAY if rule.start == "次日" else 0 * ONE_DAY)
    working = rule.unit == "工作日"
    try:
        while working and not calendar.is_working_day(first):
            first += ONE_DAY
        return first, calendar.last_of(first, rule.at_least, working=working)
    except UnknownYear as unknown:
        message = f"公示期涉及 {unknown.year} 年，没有这一年的放假安排，算不出工作日"
        remedy = f"请按国务院办公厅通知新建 holidays/{unknown.year}.yml，写放假日和调休上班日"
        where = f"holidays/{unknown.year}.yml"
        problem = Problem(where, 1, Level.ERROR, "calendar-year-unknown", message, remedy)
        raise Stop([problem]) from None


def period(
    register: Register,
    calendar: Calendar,
    edition: Edition,
    rule: PublicityRule,
    published: dt.date,
    issuer: Body,
    before: Notice | None,
) -> Value:
    """The period as it stands in the record. `before` is an earlier notice, for its words."""
    first, last = days(rule, published, calendar)
    unit = "个工作日" if rule.unit == "工作日" else "日"
    held: dict[str, Value] = {
        "first": str(first),
        "last": str(last),
        "stated": f"{rule.at_least}{unit}",
        "basis": f"{edition.title}{cite(rule.article) or f'，{rule.basis}'}",
    }
    own = register.site.contact if issuer.id == register.site.office else None
    held["contact"] = _reach(own or issuer.contact or register.site.contact)
    if before and before.publicity and before.publicity.rules:
        held["rules"] = before.publicity.rules
    return held


def _reach(contact: Contact) -> Value:
    return {key: str(value) for key, value in contact.model_dump().items() if value}
