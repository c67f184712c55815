"""A content folder examined and scanned: what every command does before anything is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from generator.privacy.scan import scan
from generator.problems import ordered
from generator.register import Progress, Shelf, quiet
from generator.regulation import Examination, examine


def vet(
    content: Path,
    shelf: Shelf | None = None,
    today: dt.date | None = None,
    jobs: int = 1,
    progress: Progress = quiet,
    scanning: Progress = quiet,
) -> Examination:
    """The records below `content`, examined as of `today`, with what the privacy scan finds.

    Raises Stop where the records cannot be made into a register at all.
    """
    found = examine(content, shelf, today, jobs, progress)
    sighted = scan(content, found.gathered, found.register, shelf, jobs, scanning)
    if not sighted:
        return found
    return replace(found, problems=tuple(ordered([*found.problems, *sighted])))
