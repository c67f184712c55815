"""Digits that stand close together, as one number or as several.

A number is written in one piece, in groups, or digit by digit; in a table or a line of text other
numbers stand right beside it. So a run of digits is taken as its groups, and whole groups beside
one another are tried as one number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

_GAP = r"(?:[ \t\-._·*`~\\()]{1,3}|[ \t]*\r?\n[ \t>]*)"
_RUN = re.compile(rf"(?<![0-9])[0-9]++[Xx]?(?:{_GAP}[0-9]++[Xx]?)*(?:{_GAP}[Xx])?(?![A-Za-z])")
_PIECE = re.compile(r"[0-9]+[Xx]?|[Xx]")
_NAMES = re.compile(
    r"(?<![A-Za-z])(?:tel|t|mob|mobile|phone|call|fax|id|no|qq|wx|card)$", re.IGNORECASE
)

LONGEST = 22
"""Digits of the longest number there is: that of an account."""


class Window(NamedTuple):
    """Some groups of a run, tried as one number.

    `digits` are those of all its groups; `shape` how many each has; `gaps` what stands between
    them, of each the sign that tells its kind. `whole` says that the run has no other groups;
    `point_before` and `point_after` that a mere decimal point ties it to a further one.
    """

    digits: str
    shape: tuple[int, ...]
    gaps: str
    whole: bool
    start: int
    end: int
    point_before: bool
    point_after: bool


class Run(NamedTuple):
    """The groups of one run: each with its digits and where it starts."""

    groups: tuple[tuple[str, int], ...]
    gaps: tuple[str, ...]

    def windows(self, sizes: Callable[[str], Iterable[int]]) -> Iterator[Window]:
        """Choices of groups beside one another: from each group on, those of the `sizes` wanted.

        `sizes` is given the next digits, at most `LONGEST` of them. A table of figures has very
        many groups, and from most of them on nothing is wanted.
        """
        digits = "".join(group for group, _ in self.groups).upper()
        ends = {end: place for place, end in enumerate(accumulate(len(g) for g, _ in self.groups))}
        start = 0
        for first, (group, _) in enumerate(self.groups):
            for size in sizes(digits[start : start + LONGEST]):
                if (last := ends.get(start + size)) is not None:
                    yield self._window(digits[start : start + size], first, last)
            start += len(group)

    def _window(self, digits: str, first: int, last: int) -> Window:
        some = self.groups[first : last + 1]
        return Window(
            digits,
            tuple(len(group) for group, _ in some),
            "".join(_kind(gap) for gap in self.gaps[first:last]),
            first == 0 and last == len(self.groups) - 1,
            some[0][1],
            some[-1][1] + len(some[-1][0]),
            first > 0 and self.gaps[first - 1] == ".",
            last < len(self.gaps) and self.gaps[last] == ".",
        )


def runs(text: str) -> Iterator[Run]:
    """The runs of digits of a folded text. Digits that belong to a word are none."""
    for found in _RUN.finditer(text):
        before = text[max(0, found.start() - 7) : found.start()]
        pieces = [*_PIECE.finditer(found.group())]
        if before[-1:].isascii() and before[-1:].isalpha() and not _NAMES.search(before):
            del pieces[0]
        groups = tuple((piece.group(), found.start() + piece.start()) for piece in pieces)
        gaps = tuple(found.group()[one.end() : next_.start()] for one, next_ in pairwise(pieces))
        yield Run(groups, gaps)


def _kind(gap: str) -> str:
    return next((sign for sign in "\n.-" if sign in gap), " ")
