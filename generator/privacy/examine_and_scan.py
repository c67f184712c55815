"""A content folder examined and scanned: what every command does before anything is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from generator.privacy.detection import all_masked
from generator.privacy.file_scan import scan_published
from generator.privacy.scan import scan
from generator.privacy.scanned import Scanned
from generator.problems import Problem, Stop, ordered
from generator.register import Progress, RecordCache, quiet
from generator.regulation import Examination, examine


@dataclass(frozen=True)
class Vetted(Examination):
    """An examination with what the scan found too, and the files as they were scanned."""

    scanned: Scanned


def examine_and_scan(
    content: Path,
    record_cache: RecordCache | None = None,
    today: dt.date | None = None,
    jobs: int = 1,
    progress: Progress = quiet,
    scanning: Progress = quiet,
) -> Vetted:
    """The records below `content`, examined as of `today`, with what the privacy scan finds.

    Raises Stop where the records cannot be made into a register at all, or one has changed
    between its reading and its scan.
    """
    try:
        found = examine(content, record_cache, today, jobs, progress, scan_published)
    except Stop as stop:
        raise Stop(map(discreet, stop.problems)) from None
    more, scanned = scan(content, found.gathered, found.register, record_cache, jobs, scanning)
    problems = tuple(ordered([*map(discreet, found.problems), *more]))
    return Vetted(**{**vars(found), "problems": problems}, scanned=scanned)


def discreet(problem: Problem) -> Problem:
    """A problem without personal numbers: a check shows the text that it is about."""
    message, value = all_masked(problem.message), all_masked(problem.value)
    if (message, value) == (problem.message, problem.value):
        return problem
    return replace(problem, message=message, value=value)
