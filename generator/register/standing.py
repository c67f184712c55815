"""What a holder's honours are worth today: valid, re-certified, or revoked, and since when."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from generator.records import Awardee, Honour


class State(StrEnum):
    """The standing of an honour, or of a holder. Always shown as a word, a shape and a colour."""

    VALID = "valid"
    RECERTIFIED = "recertified"
    REVOKED = "revoked"

    @property
    def word(self) -> str:
        return {"valid": "有效", "recertified": "复评确认", "revoked": "已撤销"}[self.value]


def revoked_on(awardee: Awardee, honour: Honour) -> dt.date | None:
    """The day an honour was revoked, or None. An event without a round revokes all honours."""
    days = [
        event.on
        for event in awardee.standing
        if event.event == "撤销" and event.round in (None, honour.round)
    ]
    return min(days, default=None)


def honour_state(awardee: Awardee, honour: Honour) -> State:
    """The standing of one honour."""
    if revoked_on(awardee, honour):
        return State.REVOKED
    return State.RECERTIFIED if honour.recertified else State.VALID


def holder_state(awardee: Awardee) -> State:
    """The standing of a holder: revoked where no honour is left, else that of its latest one."""
    states = [honour_state(awardee, honour) for honour in awardee.honours]
    left = [state for state in states if state is not State.REVOKED]
    return left[-1] if left else State.REVOKED
