"""The scan measured on files as offices make them, and on what is public already."""

from __future__ import annotations

from generator.privacy import found_in
from tests.privacy.places.recall import recalls
from tests.privacy.public_lines import public_lines
from tests.sites import Built


def test_numbers_are_found_where_people_leave_them() -> None:
    figures = recalls()
    places = sum(kind.places for kind in figures)
    missed = [where for kind in figures for where in kind.missed]
    assert places >= 230
    assert len(missed) <= places * 0.02, missed


def test_what_is_public_raises_no_false_alarm(shipped: Built) -> None:
    lines = public_lines([shipped.root])
    alarms = [line for line in lines if found_in(line)]
    assert len(lines) >= 10_000
    assert len(alarms) < len(lines) / 1000, alarms[:10]
