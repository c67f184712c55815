"""What holds a publication back, and not a preview."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.problems import Level, Problem

UNREAD = "site-review-missing"
"""A notice that was not yet read three times: who is to read it needs its preview."""


def for_preview(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems as a preview weighs them."""
    return tuple(
        replace(problem, level=Level.WARNING) if problem.code == UNREAD else problem
        for problem in problems
    )
