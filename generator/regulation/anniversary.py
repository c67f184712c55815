"""Years counted from a day."""

from __future__ import annotations

import datetime as dt


def anniversary(day: dt.date, years: int) -> dt.date:
    """The same day `years` later; 1 March for 29 February in a year without one."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)
