"""Which edition of the regulation a round is judged by (article 37)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from generator.records import Edition, Round
from generator.register import Register


@dataclass(frozen=True, slots=True)
class Judged:
    """An edition, or None where none can be told, and how it was found.

    ``stated`` by the round itself; ``assumed`` by the site; ``dated`` by the day of the round's
    申报通知; ``unknown`` where that day is in no edition's time, or is not known.
    """

    edition: Edition | None
    how: Literal["stated", "assumed", "dated", "unknown"]


def called_on(register: Register, round_: Round) -> dt.date | None:
    """The day on which a round's 申报通知 was published, the first one where there are several."""
    calls = [n for n in register.of_round[round_.id] if n.kind == "申报通知"]
    return calls[0].published.date() if calls else None


def in_force(register: Register, day: dt.date) -> Edition | None:
    """The published edition whose time includes `day`; the latest where times overlap."""
    within = [
        (edition.effective_from, edition.id)
        for edition in register.editions.values()
        if edition.status == "已公布"
        and edition.effective_from
        and edition.effective_from <= day
        and (edition.expires is None or day <= edition.expires)
    ]
    return register.editions[max(within)[1]] if within else None


def edition_on(register: Register, day: dt.date) -> Edition | None:
    """The edition that an act outside any round, such as a revocation, falls under."""
    if assumed := register.site.assume_in_force:
        return register.editions[assumed]
    return in_force(register, day)


def judged_by(register: Register, round_: Round) -> Judged:
    """The edition that a round is judged by."""
    if round_.regulation:
        return Judged(register.editions[round_.regulation], "stated")
    if register.site.assume_in_force:
        return Judged(register.editions[register.site.assume_in_force], "assumed")
    if (day := called_on(register, round_)) and (edition := in_force(register, day)):
        return Judged(edition, "dated")
    return Judged(None, "unknown")
