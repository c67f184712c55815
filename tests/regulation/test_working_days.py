"""Working days are the State Council's, and a year that it has not told is never guessed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.regulation import Calendar, UnknownYear, examine
from tests.regulation.overlay import laid, read

PERIODS = Path(__file__).parent / "publicity_periods.yml"
STARTS = {"next_day": "次日", "same_day": "当日"}
CALENDAR = Calendar({})


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _problems(target: Path, patch: dict[str, object], **more: object) -> list[str]:
    content = laid({"patch": patch, **more}, target)
    found = examine(content, today=_day("2031-12-31")).problems
    return [f"{p.code}: {p.sentence}" for p in found if p.code.startswith(("art-24-p", "cal"))]


def _published(published: str, first: str, last: str, stated: str) -> dict[str, object]:
    year = published[:4]
    commended = {"made": f"{year}-12-30", "published": f"{year}-12-30 09:00"}
    period = {"first": first, "last": last, "stated": stated}
    return {
        "notices/2024/candidates-2024.yml": {
            "published": f"{published} 09:00",
            "publicity": period,
        },
        "notices/2024/commended-2024.yml": commended,
    }


def _cases() -> list[dict[str, str]]:
    lines = PERIODS.read_text(encoding="utf-8").splitlines()
    cases = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
    return [_flow(case) for case in cases]


def _flow(text: str) -> dict[str, str]:
    return dict(part.split(": ", 1) for part in text.strip("{}").split(", "))  # type: ignore[misc]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["what"])
def test_real_periods_have_the_days_that_they_state(case: dict[str, str]) -> None:
    counted = CALENDAR.working_days(_day(case["first"]), _day(case["last"]))
    assert len(counted) == int(case["working_days"])
    gap = (_day(case["first"]) - _day(case["published"])).days
    assert gap == (1 if STARTS[case["start"]] == "次日" else 0)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2026-09-30", True),
        ("2026-10-01", False),
        ("2026-10-07", False),
        ("2026-10-08", True),
        ("2026-10-09", True),
        ("2026-10-10", True),  # a Saturday, worked for the holiday (调休)
        ("2026-10-11", False),
        ("2026-10-12", True),
    ],
)
def test_days_around_the_national_holiday(day: str, worked: bool) -> None:
    assert CALENDAR.is_working_day(_day(day)) is worked


def test_a_worked_saturday_shortens_the_way_to_five_days() -> None:
    first, last = _day("2026-10-09"), _day("2026-10-14")
    assert CALENDAR.last_of(first, 5, working=True) == last
    assert CALENDAR.worked_weekends(first, last) == [_day("2026-10-10")]
    assert len(CALENDAR.working_days(first, _day("2026-10-13"))) == 4
