"""The clock: the one place where the program reads the day and the time of day.

Nothing outside the program sets it: a user says ``--today``, a test replaces `now`.
"""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    """This moment, by the clock of this machine and in its zone; it carries no zone."""
    return dt.datetime.now()  # noqa: TID251 - here alone


def today() -> dt.date:
    """The day it is."""
    return now().date()
