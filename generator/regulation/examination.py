"""A content folder read, made into a register, and held against the regulation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Level, Problem, Stop, ordered
from generator.reading import Lines, Unreadable
from generator.register import (
    Gathered,
    Progress,
    Register,
    Shelf,
    Withheld,
    assemble,
    gather,
    quiet,
)
from generator.regulation.case import Case
from generator.regulation.hearing import hear
from generator.regulation.working_days import Calendar


@dataclass(frozen=True)
class Examination:
    """A register that could be assembled, and what the checks found in it, in order."""

    register: Register
    withheld: Withheld
    gathered: Gathered
    calendar: Calendar
    problems: tuple[Problem, ...]


def examine(
    content: Path,
    shelf: Shelf | None = None,
    today: dt.date | None = None,
    jobs: int = 1,
    progress: Progress = quiet,
) -> Examination:
    """The records below `content`, examined as of `today`.

    `today` is the reader's day unless given: the day a demonstration pretends, else the clock's.
    Raises Stop where the records cannot be made into a register at all.
    """
    root = content.as_posix()
    lines = Lines(content)
    try:
        gathered = gather(content, shelf, jobs, progress)
    except Unreadable as reason:
        raise Stop(
            [Problem(root, 1, Level.ERROR, reason.code, reason.message, reason.remedy)]
        ) from None
    packed: Callable[[str], bytes] = shelf.showcase if shelf else lambda path: b""
    try:
        assembled = assemble(gathered, packed, lines, content)
    except Stop as stop:
        raise Stop(ordered(stop.problems)) from None
    site = assembled.register.site
    pretended = site.demo_today if site.demo else None
    calendar = Calendar(assembled.register.holidays)
    case = Case(
        register=assembled.register,
        withheld=assembled.withheld,
        calendar=calendar,
        today=today or pretended or dt.date.today(),
        lines=lines,
        root=root,
    )
    return Examination(
        assembled.register, assembled.withheld, gathered, calendar, tuple(ordered(hear(case)))
    )
