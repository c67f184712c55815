"""Names of organisations and persons, and codes: they stay as their bearers write them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.records import Contact, Notice
from generator.register import Register


def names_of(register: Register) -> frozenset[str]:
    """Every name in the records that stands on some page."""
    return frozenset(name for name in _all(register) if name)


def _all(register: Register) -> Iterator[str | None]:
    site = register.site
    host = site.host
    yield from (host.name, host.organiser, host.undertaker, host.icp, host.police)
    yield from _reached(site.contact)
    yield from _reached(site.supervision)
    for body in register.bodies.values():
        yield from (body.name, body.short)
    for awardee in register.awardees.values():
        yield from (awardee.name, awardee.employer, *awardee.carried_by)
        yield from (event.former_name for event in awardee.standing)
    for pool in register.pools.values():
        yield from (entry.name for entry in pool.entries)
    for notice in register.notices.values():
        yield from _in_notice(notice)


def _in_notice(notice: Notice) -> Iterator[str | None]:
    yield from (notice.editor, notice.source)
    yield from (medium.name for medium in notice.media)
    if notice.publicity:
        yield from _reached(notice.publicity.contact)
    for list_ in notice.lists:
        for row in list_.rows:
            yield from (row.name, row.employer)


def _reached(contact: Contact) -> Iterator[str | None]:
    """An office and where it is: an address is written as it stands on its door."""
    yield from (contact.office, contact.address)
