"""What is wrong, where, and what would be right: the one way every part of the program speaks.

1. ``citation.py``: an article as Chinese readers cite it.
2. ``problem.py``: one problem, its level and its place.
3. ``report.py``: many problems as lines for people or as JSON for programs.
4. ``system.py``: why the system refused something, in Chinese.
"""

from generator.problems.citation import article_name, cite
from generator.problems.problem import (
    MOST,
    FileProblem,
    Level,
    Problem,
    Stop,
    count_words,
    untold,
    visible,
)
from generator.problems.report import as_json, as_text, failing, ordered
from generator.problems.system import refusal

__all__ = [
    "MOST",
    "FileProblem",
    "Level",
    "Problem",
    "Stop",
    "article_name",
    "as_json",
    "as_text",
    "cite",
    "count_words",
    "failing",
    "ordered",
    "refusal",
    "untold",
    "visible",
]
