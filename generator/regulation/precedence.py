"""Which of two notices was published first, as far as their times tell it.

Of a notice entered from public reports only the day may be known: on one day, either may then
have been the earlier.
"""

from __future__ import annotations

from generator.records import Notice


def surely_before(one: Notice, other: Notice) -> bool:
    """Whether `one` was certainly published before `other`."""
    if one.hour_known and other.hour_known:
        return one.published < other.published
    return one.published.date() < other.published.date()


def can_precede(one: Notice, other: Notice) -> bool:
    """Whether `one` may have been published before `other`."""
    if one.hour_known and other.hour_known:
        return one.published < other.published
    return one.published.date() <= other.published.date()


def moment(notice: Notice) -> str:
    """When a notice was published, as far as it is known: 2026-10-09 09:00, or 2026-10-09."""
    return (
        f"{notice.published:%Y-%m-%d %H:%M}"
        if notice.hour_known
        else f"{notice.published:%Y-%m-%d}"
    )
