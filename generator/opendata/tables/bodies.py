"""The table of bodies. The ways to reach them are those of their offices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.opendata.column import table
from generator.opendata.source import Source
from generator.records import Body, Contact


class _Body(NamedTuple):
    of: Body
    source: Source


def _bodies(source: Source) -> Iterator[_Body]:
    return (_Body(body, source) for body in source.register.bodies.values())


def _reach(of: Callable[[Contact], str | None]) -> Callable[[_Body], str | None]:
    return lambda row: of(row.of.contact) if row.of.contact else None


BODIES = table(
    "bodies",
    _bodies,
    {
        "id": lambda r: r.of.id,
        "name": lambda r: r.of.name,
        "short": lambda r: r.of.short,
        "role": lambda r: r.of.role,
        "code": lambda r: r.of.code,
        "quality_office": lambda r: r.of.office,
        "joint_with": lambda r: r.of.joint_with,
        "office": _reach(lambda c: c.office),
        "address": _reach(lambda c: c.address),
        "postcode": _reach(lambda c: c.postcode),
        "phone": _reach(lambda c: c.phone),
        "email": _reach(lambda c: c.email),
        "hours": _reach(lambda c: c.hours),
        "website": lambda r: r.of.website,
    },
)
