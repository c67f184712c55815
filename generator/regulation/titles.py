"""Titles taken back: when, by which notice, on which ground (articles 31 to 33).

A revocation is told twice: by an event in its holder's record, and by a row of a 撤销公告. Here
the two are paired. ``revocation.py`` holds the pairs against the regulation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from generator.records import Awardee, Edition, Honour, Notice, Standing
from generator.records.notice import Revoked
from generator.records.regulation import RevocationRule
from generator.register import Register

KIND = "撤销公告"
EVENT = "撤销"


class Revocation(NamedTuple):
    """One title taken back: the event in the holder's record, the row of the notice, or both.

    `notice` is the one that the event names, or that the row stands in. Places count from 0 in
    the holder's `standing` and the notice's `revokes`.
    """

    awardee: Awardee
    event: Standing | None
    event_place: int
    notice: Notice | None
    row: Revoked | None
    row_place: int

    @property
    def on(self) -> dt.date:
        """The day it took effect: as the holder's record says, else as the notice does."""
        told = self.event or self.row
        assert told is not None  # one of the two is what made it
        return told.on

    @property
    def ground(self) -> str | None:
        """The ground, which only the notice tells."""
        return self.row.ground if self.row else None


def revocations(register: Register) -> Iterator[Revocation]:
    """Every title taken back: by holders, then what only notices tell."""
    rows = {
        (notice.id, place): row
        for notice in register.notices.values()
        for place, row in enumerate(notice.revokes)
    }
    for awardee in register.awardees.values():
        for place, event in enumerate(awardee.standing):
            if event.event != EVENT:
                continue
            notice = register.notices[event.notice] if event.notice else None
            row_place = _row_of(awardee, event, notice, rows)
            row = rows.pop((notice.id, row_place)) if notice and row_place >= 0 else None
            yield Revocation(awardee, event, place, notice, row, row_place)
    for (notice_id, place), row in rows.items():
        holder = register.awardees[row.awardee]
        yield Revocation(holder, None, -1, register.notices[notice_id], row, place)


def _row_of(
    awardee: Awardee,
    event: Standing,
    notice: Notice | None,
    rows: dict[tuple[str, int], Revoked],
) -> int:
    """The place of the notice's row about this event: of the same round before any other."""
    if notice is None:
        return -1
    those = [
        (row.round != event.round, place)
        for place, row in enumerate(notice.revokes)
        if row.awardee == awardee.id and (notice.id, place) in rows
    ]
    return min(those)[1] if those else -1


def revoked_on(register: Register, awardee: Awardee, honour: Honour) -> dt.date | None:
    """The first day on which the title of this honour was no longer valid; None while it is.

    An event that names no round takes back what was given up to its day, not what came after.
    """
    if not awardee.standing:
        return None
    days = [
        event.on
        for event in awardee.standing
        if event.event == EVENT
        and (
            event.round == honour.round
            or (not event.round and _given_by(register, honour, event.on))
        )
    ]
    return min(days, default=None)


def _given_by(register: Register, honour: Honour, day: dt.date) -> bool:
    if honour.notice:
        return register.notices[honour.notice].published.date() <= day
    return register.rounds[honour.round].year <= day.year


def rule_for(edition: Edition | None, ground: str | None) -> RevocationRule | None:
    """The edition's rule about this ground, where it has one."""
    rules = edition.revocations if edition else ()
    return next((rule for rule in rules if rule.ground == ground), None)
