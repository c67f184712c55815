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

_LOOSE = "/、|,;│"
"""What divides numbers from one another more often than the groups of one."""
_GAP = rf"(?:[ \t\-._·•‧∙⋅・*`'’~\\()\[\]]{{1,3}}|[ \t]*\r?\n[ \t>]*|[ ]?[{_LOOSE}][ ]?)"
_PART = r"[0-9]++(?:[Xx](?![A-Za-z]))?"
_RUN = re.compile(
    rf"(?<![0-9]){_PART}(?:{_GAP}{_PART})*(?:{_GAP}[Xx](?![A-Za-z]))?(?![A-Za-z]+[0-9])"
)
_PIECE = re.compile(r"[0-9]+[Xx]?|[Xx]")
_NAMES = re.compile(
    r"(?<![A-Za-z])(?i:tel|t|mob|mobile|phone|call|fax|id|no|qq|wx|vx?|wechat|weixin|card)$|(?<![A-Za-z])[A-Z][a-z]+$"
)
"""What letters may stand right before a number that is none of a word's: Tel139…, Wang139…"""

LONGEST = 22
"""Digits of the longest number there is: that of an account."""


class Window(NamedTuple):
    """Some groups of a run, tried as one number.

    `digits` are those of all its groups; `shape` how many each has; `gaps` what stands between
    them, of each the sign that tells its kind. `whole` says that no other groups stand close,
    `apart` that none stand beside it at all; `point_before` and `point_after` that a mere decimal
    point ties it to a further one.
    """

    digits: str
    shape: tuple[int, ...]
    gaps: str
    whole: bool
    apart: bool
    start: int
    end: int
    point_before: bool
    point_after: bool

    @property
    def groups(self) -> list[str]:
        """The digits of each group."""
        ends = [*accumulate(self.shape)]
        return [self.digits[end - size : end] for size, end in zip(self.shape, ends, strict=True)]


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
            (first == 0 or _kind(self.gaps[first - 1]) in _LOOSE)
            and (last == len(self.gaps) or _kind(self.gaps[last]) in _LOOSE),
            first == 0 and last == len(self.gaps),
            some[0][1],
            some[-1][1] + len(some[-1][0]),
            first > 0 and self.gaps[first - 1] == ".",
            last < len(self.gaps) and self.gaps[last] == ".",
        )


def runs(text: str) -> Iterator[Run]:
    """The runs of digits of a folded text. Digits that belong to a word are none."""
    for found in _RUN.finditer(text):
        before = text[max(0, found.start() - 12) : found.start()]
        pieces = [*_PIECE.finditer(found.group())]
        if before[-1:].isascii() and before[-1:].isalpha() and not _NAMES.search(before):
            del pieces[0]
        groups = tuple((piece.group(), found.start() + piece.start()) for piece in pieces)
        gaps = tuple(found.group()[one.end() : next_.start()] for one, next_ in pairwise(pieces))
        yield Run(groups, gaps)


def _kind(gap: str) -> str:
    return next((sign for sign in f"\n.-{_LOOSE}" if sign in gap), " ")


def is_loose(gaps: str) -> bool:
    """Whether groups are divided by what mostly divides numbers from one another."""
    return any(gap in _LOOSE for gap in gaps)
