from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.pages import Plan, Renderer, plans
from generator.regulation import examine

CONTENT = Path(__file__).parent / "content"


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    """A renderer for the small content of this folder."""
    found = examine(CONTENT, today=dt.date(2026, 10, 12))
    return Renderer(found.register, found.calendar)


@pytest.fixture(scope="session")
def planned(renderer: Renderer) -> dict[str, Plan]:
    """The plan of every page of that content, by address."""
    return {plan.address: plan for plan in plans(renderer)}
