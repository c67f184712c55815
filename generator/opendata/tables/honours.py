"""The table of honours: what was given to whom, by which notice, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import table
from generator.opendata.source import Source
from generator.records import Awardee, Honour, Notice
from generator.register import honour_state, revoked_on


class _Given(NamedTuple):
    awardee: Awardee
    place: int
    honour: Honour
    notice: Notice | None
    source: Source

    @property
    def revoked_by(self) -> Notice | None:
        """The notice that told the revocation: by the event that took this honour back first."""
        events = [
            event
            for event in self.awardee.standing
            if event.event == "撤销" and event.round in (None, self.honour.round)
        ]
        first = min(events, key=lambda event: event.on, default=None)
        return self.source.register.notices.get(first.notice or "") if first else None

    @property
    def ground(self) -> str | None:
        notice = self.revoked_by
        for row in notice.revokes if notice else ():
            if row.awardee == self.awardee.id and row.round in (None, self.honour.round):
                return row.ground
        return None


def _honours(source: Source) -> Iterator[_Given]:
    notices = source.register.notices
    for awardee in source.register.awardees.values():
        for place, honour in enumerate(awardee.honours, 1):
            yield _Given(awardee, place, honour, notices.get(honour.notice or ""), source)


HONOURS = table(
    "honours",
    _honours,
    {
        "awardee": lambda r: r.awardee.id,
        "number": lambda r: r.place,
        "name": lambda r: r.awardee.name,
        "kind_name": lambda r: r.source.kind_name(r.awardee.kind),
        "round": lambda r: r.honour.round,
        "tier": lambda r: r.honour.tier,
        "tier_name": lambda r: r.source.tier_name(r.honour.tier),
        "notice": lambda r: r.honour.notice,
        "awarded": lambda r: r.notice.published.date() if r.notice else None,
        "recertified": lambda r: r.honour.recertified,
        "certificate": lambda r: r.honour.certificate,
        "state": lambda r: honour_state(r.awardee, r.honour).value,
        "state_name": lambda r: honour_state(r.awardee, r.honour).word,
        "revoked": lambda r: revoked_on(r.awardee, r.honour),
        "revoked_by": lambda r: r.revoked_by.id if r.revoked_by else None,
        "ground": lambda r: r.ground,
    },
)
