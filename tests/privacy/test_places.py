"""The scan measured on files as offices make them, and on what is public already."""

from __future__ import annotations

from generator.privacy import found_in
from generator.privacy.attachments import findings_in
from tests.privacy.pdf_corpus import placed
from tests.privacy.places.recall import recalls
from tests.privacy.public_lines import public_lines
from tests.sites import Built


def test_numbers_are_found_where_people_leave_them() -> None:
    figures = recalls()
    places = sum(kind.places for kind in figures)
    missed = [where for kind in figures for where in kind.missed]
    assert places >= 230
    assert len(missed) <= places * 0.02, missed


def test_in_a_pdf_too() -> None:
    """Places by hand, by typst, by pypdf and in files of nine other programs."""
    places = [*placed()]
    found = {one.data: {told.shown for told in findings_in("a.pdf", one.data)} for one in places}
    missed = [f"{one.producer}: {one.label}" for one in places if one.shown not in found[one.data]]
    assert len(places) >= 70
    assert missed == []


def test_what_is_public_raises_no_false_alarm(shipped: Built) -> None:
    lines = public_lines([shipped.root])
    alarms = [line for line in lines if found_in(line)]
    assert len(lines) >= 10_000
    assert len(alarms) < len(lines) / 1000, alarms[:10]
