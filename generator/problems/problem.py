"""One problem: its place, what is wrong with the value shown, what would be right, the article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """Text fit for one line on a terminal: what would break or colour the line is shown as ␣."""
    return _UNSEEN.sub("␣", text)


class Level(StrEnum):
    """How much a problem weighs.

    An error stops everything; a warning (原则上, 一般, office practice) stops only under
    ``--strict``; a note never stops anything.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def word(self) -> str:
        return {"error": "错误", "warning": "警告", "note": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or cannot be told, in one place.

    `file` is the path as the user would type it, with forward slashes; `line` counts from 1.
    `code` is a stable English word for programs. `message` says what is wrong and shows the
    value, `remedy` what would be right, `article` what it rests on (empty for plain mistakes).
    """

    file: str
    line: int
    level: Level
    code: str
    message: str
    remedy: str = ""
    value: str = ""
    article: str = ""
    edition: str = ""

    @property
    def sentence(self) -> str:
        """The whole problem as one sentence, without its place."""
        words = self.message + (f"；{self.remedy}" if self.remedy else "")
        return visible(words + (f" 〔{self.article}〕" if self.article else ""))

    def __str__(self) -> str:
        return f"{visible(self.file)}:{self.line}: {self.level.word} {self.sentence}"


class FileProblem(Problem):
    """A problem in a file without lines of its own, a workbook or a picture: none is shown."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{visible(self.file)}: {self.level.word} {self.sentence}"


class Stop(Exception):
    """The work cannot go on, for reasons that are all told as problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("；".join(problem.sentence for problem in self.problems))

    def __reduce__(self) -> tuple[type[Stop], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


MOST = 100
"""Problems of a file that are told one by one: a mistake in every row has one cause."""


def untold(more: int) -> tuple[str, str]:
    """What is said of those that are not told one by one, and the remedy."""
    return f"还有 {more} 处没有逐一列出", "请先改好列出的各处"


def count_words(problems: Iterable[Problem]) -> str:
    """How many there are of each level, in words: 2 个错误，1 个警告."""
    levels = [problem.level for problem in problems]
    counts = [(levels.count(level), level) for level in Level]
    return "，".join(f"{count} 个{level.word}" for count, level in counts if count)
