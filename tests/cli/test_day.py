"""The day: what is judged by it follows the clock, and a user sets it by ``--today`` alone."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.privacy.checksums import looks_like_one
from generator.regulation import examine
from generator.terminal import clock

TOP = Path(__file__).parents[2]
LINJIANG = TOP / "tests/cities/linjiang"
BORN_TOMORROW = "11010120270102001X"


@pytest.fixture
def new_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: dt.datetime(2027, 1, 1, 9))


@pytest.mark.usefixtures("new_year")
def test_what_reads_the_day_reads_it_from_the_clock() -> None:
    assert examine(LINJIANG).today == dt.date(2027, 1, 1)
    assert not looks_like_one(BORN_TOMORROW)


def test_the_day_that_comes_makes_a_birthday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: dt.datetime(2027, 1, 2, 9))
    assert looks_like_one(BORN_TOMORROW)


def test_nothing_outside_the_program_sets_its_clock() -> None:
    """No environment variable is looked at: whatever names a day there, the day is the system's."""
    asked = "import os; from generator.terminal import clock; print(clock.today())"
    forged = dict.fromkeys(("TODAY", "DAY", "AWARD_SITE_TODAY", "NOW", "FAKETIME"), "2020-01-01")
    before = dt.date.today()  # noqa: TID251 - the system's, also under `--day`
    told = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=TOP,
        env=os.environ | forged,
        capture_output=True,
        text=True,
        check=True,
    )
    assert before <= dt.date.fromisoformat(told.stdout.strip()) <= dt.date.today()  # noqa: TID251
    assert "environ" not in Path(clock.__file__).read_text(encoding="utf-8")
