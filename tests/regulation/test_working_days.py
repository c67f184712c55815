"""Working days are the State Council's, and a year that it has not told is never guessed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problems import Problem
from generator.regulation import Calendar, examine
from tests.regulation.overlay import laid

PERIODS = Path(__file__).parent / "publicity_periods.yml"
CASES: list[dict[str, str]] = yaml.load(PERIODS.read_text(encoding="utf-8"), yaml.CBaseLoader)
START = {"next_day": "次日", "same_day": "当日"}
CALENDAR = Calendar({})
HOLIDAYS_2031 = {
    "year": "2031",
    "document_number": "国办发明电〔2030〕9号",
    "source": {"title": "2031年放假安排（虚构）", "address": "https://www.example.gov.cn/"},
    "entered_on": "2030-11-20",
    "days_off": ["2031-10-01", "2031-10-02", "2031-10-03", "2031-10-06", "2031-10-07"],
    "workdays": ["2031-09-28"],
}


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _found(
    target: Path, period: dict[str, str], start: str = "次日", **files: Any
) -> list[Problem]:
    """The problems of one more local publicity, laid over the base content."""
    path = f"notices/{period['published'][:4]}/real.yml"
    contact = {"office": "示例办公室"}
    notice = {
        "id": "real",
        "kind": "推荐公示",
        "title": period.get("what", "公示"),
        "round": "2024",
        "issuer": "dongqu",
        "published": f"{period['published']} 09:00",
        "publicity": {"first": period["first"], "last": period["last"], "contact": contact},
    }
    if "working_days" in period:
        notice["publicity"]["stated"] = f"{period['working_days']}个工作日"  # type: ignore[index]
    content = laid(
        {
            "content": {path: notice, **files},
            "patch": {"regulation/base.yml": {"publicity": {"0": {"start": start}}}},
        },
        target,
    )
    found = examine(content, today=dt.date(2031, 12, 31)).problems
    return [p for p in found if p.file.endswith(path) and p.code.startswith(("art-17-p", "cal"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_real_periods_are_long_enough_as_they_state(case: dict[str, str], tmp_path: Path) -> None:
    assert _found(tmp_path, case, START[case["start"]]) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_real_periods_are_one_day_short_without_their_last_day(
    case: dict[str, str], tmp_path: Path
) -> None:
    shorter = case | {"last": str(_day(case["last"]) - dt.timedelta(days=1))}
    codes = {p.code for p in _found(tmp_path, shorter, START[case["start"]])}
    assert codes == {"art-17-period-short", "art-17-period-stated"}


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


def test_a_period_over_the_worked_saturday_says_so(tmp_path: Path) -> None:
    period = {"published": "2026-10-08", "first": "2026-10-09", "last": "2026-10-13"}
    (problem,) = _found(tmp_path, period)
    assert problem.sentence == (
        "公示期“2026-10-09 至 2026-10-13”只有 4 个工作日（10月10日为调休上班日，已计入）；"
        "应不少于 5 个，末日至少为 2026-10-14 〔第十七条〕"
    )


UNKNOWN_YEAR = {"published": "2031-09-24", "first": "2031-09-25", "last": "2031-09-29"}


def test_an_unknown_year_is_an_error_that_names_the_record_to_add(tmp_path: Path) -> None:
    (problem,) = _found(tmp_path, UNKNOWN_YEAR)
    assert (problem.level.word, problem.code) == ("错误", "calendar-year-unknown")
    assert "没有这一年的放假安排" in problem.message
    assert "holidays/2031.yml" in problem.remedy


def test_the_record_of_that_year_makes_it_known(tmp_path: Path) -> None:
    record: dict[str, Any] = {"holidays/2031.yml": HOLIDAYS_2031}
    (problem,) = _found(tmp_path / "short", UNKNOWN_YEAR, **record)
    assert problem.code == "art-17-period-short"
    assert "只有 4 个工作日（9月28日为调休上班日，已计入）" in problem.message
    longer = UNKNOWN_YEAR | {"last": "2031-09-30"}
    assert _found(tmp_path / "long", longer, **record) == []
