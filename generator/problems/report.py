"""Many problems in the order of their places, as lines for people or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from generator.problems.problem import Level, Problem, count_words

_WEIGHT = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file and line, each once, the weightier first where they share a line."""
    return sorted(
        set(problems),
        key=lambda p: (p.file, p.line, _WEIGHT[p.level], p.code, p.message, p.remedy),
    )


def failing(problems: Iterable[Problem], *, strict: bool) -> list[Problem]:
    """Those that stop the work: errors, and under `strict` the warnings too."""
    stopping = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return [problem for problem in problems if problem.level in stopping]


def as_text(problems: Sequence[Problem]) -> str:
    """One line a problem, and a last line with the count. Empty where there is none."""
    if not problems:
        return ""
    return "\n".join([*map(str, problems), f"共 {count_words(problems)}。"])


def as_json(problems: Sequence[Problem], **outcome: object) -> str:
    """The problems as one JSON object. Keys are stable and English; `outcome` adds to them."""
    counts = {
        f"{level.value}s": sum(problem.level is level for problem in problems) for level in Level
    }
    rows = [
        {
            "file": p.file,
            "line": p.line,
            "level": p.level.value,
            "code": p.code,
            "message": p.message,
            "remedy": p.remedy,
            "value": p.value,
            "article": p.article,
            "edition": p.edition,
        }
        for p in problems
    ]
    return json.dumps({**outcome, **counts, "problems": rows}, ensure_ascii=False, indent=2)
