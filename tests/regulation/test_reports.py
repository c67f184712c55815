"""Who owes the yearly report, from which year, and until when (article 33)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from generator.register import Register
from generator.regulation import examine
from generator.regulation.reports import owes, years_due
from tests.regulation.overlay import laid


def _register(target: Path, standing: list[dict[str, str]] | None = None) -> Register:
    """The base content, where 甲 holds the award since 2022 and 丙 since 2024."""
    patch: dict[str, Any] = {"awardees/jia.yml": {"standing": standing}} if standing else {}
    return examine(laid({"patch": patch}, target), today=dt.date(2024, 12, 31)).register


def test_organisations_that_hold_the_award_owe_from_the_year_after(tmp_path: Path) -> None:
    owing = owes(_register(tmp_path), dt.date(2024, 12, 31))
    assert [(o.awardee.id, o.first) for o in owing] == [("bing", 2025), ("jia", 2023)]


@pytest.mark.parametrize(
    ("revoked", "years"),
    [
        ("2024-06-29", [2023]),
        ("2024-06-30", [2023]),
        ("2024-07-01", [2023, 2024]),
        ("2022-12-01", []),
    ],
)
def test_a_report_is_owed_while_the_title_is_valid_on_the_due_day(
    revoked: str, years: list[int], tmp_path: Path
) -> None:
    register = _register(tmp_path, [{"on": revoked, "event": "撤销"}])
    day = dt.date.fromisoformat(revoked)
    assert years_due(register, register.awardees["jia"], 2026) == years
    before = owes(register, day - dt.timedelta(days=1))
    assert "jia" in {owing.awardee.id for owing in before}
    assert "jia" not in {owing.awardee.id for owing in owes(register, day)}


def test_a_revocation_of_another_rounds_honour_changes_nothing(tmp_path: Path) -> None:
    event = {"on": "2024-01-01", "event": "撤销", "round": "2024"}
    register = _register(tmp_path, [event])
    assert years_due(register, register.awardees["jia"], 2025) == [2023, 2024, 2025]
