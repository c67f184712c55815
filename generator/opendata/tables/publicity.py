"""The table of publicity periods and consultations: days, length, where to write, the outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import table
from generator.opendata.source import Source
from generator.records import Notice, Publicity
from generator.regulation import Period


class _Period(NamedTuple):
    notice: Notice
    of: Publicity
    counted: Period
    source: Source


def _periods(source: Source) -> Iterator[_Period]:
    for notice in source.register.notices.values():
        if notice.publicity and (counted := source.period(notice)):
            yield _Period(notice, notice.publicity, counted, source)


PUBLICITY = table(
    "publicity",
    _periods,
    {
        "notice": lambda r: r.notice.id,
        "kind_name": lambda r: r.notice.kind,
        "title": lambda r: r.notice.title,
        "first": lambda r: r.of.first,
        "last": lambda r: r.of.last,
        "days": lambda r: r.counted.days,
        "working_days": lambda r: r.counted.working_days,
        "counted_in": lambda r: r.counted.unit,
        "stated": lambda r: r.of.stated,
        "basis": lambda r: r.of.basis,
        "origin": lambda r: r.of.origin,
        "office": lambda r: r.of.contact.office,
        "address": lambda r: r.of.contact.address,
        "postcode": lambda r: r.of.contact.postcode,
        "phone": lambda r: r.of.contact.phone,
        "email": lambda r: r.of.contact.email,
        "concluded": lambda r: r.of.outcome.on if r.of.outcome else None,
        "outcome": lambda r: r.of.outcome.says if r.of.outcome else None,
        "led_to": lambda r: tuple(n.id for n in r.source.register.followers.get(r.notice.id, ())),
    },
)
