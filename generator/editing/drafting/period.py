"""The period of publicity for a notice being begun: its days counted by the rule of its edition."""

from __future__ import annotations

import datetime as dt

from generator.editing.drafting.yaml_lines import Value
from generator.problems import Level, Problem, Stop, cite
from generator.records import Body, Contact, Edition, Notice
from generator.records.regulation import PublicityRule
from generator.register import Register
from generator.regulation import Calendar, UnknownYear
from generator.regulation.periods import in_words, suggested


def period(
    register: Register,
    calendar: Calendar,
    edition: Edition,
    rule: PublicityRule,
    published: dt.date,
    issuer: Body,
    before: Notice | None,
) -> Value:
    """The period as it stands in the record. `before` is an earlier notice, for its words.

    Raises Stop where the calendar of a year is not known.
    """
    try:
        first, last = suggested(rule, published, calendar)
    except UnknownYear as unknown:
        where = f"holidays/{unknown.year}.yml"
        problem = Problem(where, 1, Level.ERROR, "calendar-year-unknown", *unknown.told)
        raise Stop([problem]) from None
    held: dict[str, Value] = {
        "first": str(first),
        "last": str(last),
        "stated": in_words(rule.at_least, rule.unit).replace(" ", ""),
        "basis": f"{edition.title}{cite(rule.article) or f'，{rule.basis}'}",
    }
    own = register.site.contact if issuer.id == register.site.office else None
    held["contact"] = _reach(own or issuer.contact or register.site.contact)
    if before and before.publicity and before.publicity.rules:
        held["rules"] = before.publicity.rules
    return held


def _reach(contact: Contact) -> Value:
    return {key: str(value) for key, value in contact.model_dump().items() if value}
