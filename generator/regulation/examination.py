"""A content folder read, made into a register, and held against the regulation."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from generator.problems import Level, Problem, Stop, ordered
from generator.reading import Lines, Unreadable
from generator.register import (
    Also,
    Gathered,
    Progress,
    RecordCache,
    Register,
    Withheld,
    assemble,
    gather,
    quiet,
)
from generator.regulation.case import Case
from generator.regulation.run_checks import run_checks
from generator.regulation.working_days import Calendar
from generator.terminal import clock


@dataclass(frozen=True)
class Examination:
    """A register that could be assembled, and what the checks found in it on `today`, in order."""

    register: Register
    withheld: Withheld
    gathered: Gathered
    calendar: Calendar
    today: dt.date
    problems: tuple[Problem, ...]


def examine(
    content: Path,
    record_cache: RecordCache | None = None,
    today: dt.date | None = None,
    jobs: int = 1,
    progress: Progress = quiet,
    also: Also | None = None,
) -> Examination:
    """The records below `content`, examined as of `today`.

    `today` is the reader's day unless given: the day a demonstration pretends, else the clock's.
    `also` is what else is done with records where they are read.
    Raises Stop where the records cannot be made into a register at all.
    """
    root = content.as_posix()
    lines = Lines(content)
    try:
        gathered = gather(content, record_cache, jobs, progress, also)
    except Unreadable as reason:
        raise Stop(
            [Problem(root, 1, Level.ERROR, reason.code, reason.message, reason.remedy)]
        ) from None
    try:
        assembled = assemble(gathered, record_cache, lines, content)
    except Stop as stop:
        raise Stop(ordered(stop.problems)) from None
    site = assembled.register.site
    pretended = site.demo_today if site.demo else None
    calendar = Calendar(assembled.register.holidays)
    case = Case(
        register=assembled.register,
        withheld=assembled.withheld,
        calendar=calendar,
        today=today or pretended or clock.today(),
        lines=lines,
        root=root,
    )
    problems = _checked(case, gathered, record_cache)
    return Examination(
        assembled.register, assembled.withheld, gathered, calendar, case.today, problems
    )


def _checked(
    case: Case, gathered: Gathered, record_cache: RecordCache | None
) -> tuple[Problem, ...]:
    """What the checks find; taken from the record cache where they would find the very same again.

    The same facts give the same findings, on the same day. Only lines could have moved, in files
    whose showcase was edited: where one of these has a finding, the checks are run anew.
    """
    facts = hashlib.blake2b(f"{case.today} {case.root}".encode(), digest_size=16)
    for entry in gathered.entries.values():
        facts.update(entry.path.encode() + entry.facts_digest)
    key = facts.digest()
    read_again = {f"{case.root}/{path}" for path in gathered.read_again}
    kept = record_cache.get("problems", key) if record_cache else None
    found = cast(tuple[Problem, ...] | None, kept)
    if found is None or any(problem.file in read_again for problem in found):
        found = tuple(ordered(run_checks(case)))
        if record_cache:
            record_cache.keep("problems", key, found)
    return found
