"""Numbers in which more than digits stands, or that stand in a longer row of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.checksums import is_id_number
from generator.privacy.match import Kind, Match, masked

_GLUED = re.compile(r"(?<![A-Za-z])[0-9Xx]{19,}(?![A-Za-z])")
_GLUED_ID = re.compile(r"(?=([1-9][0-9]{16}[0-9Xx]))")
_DATED_ID = re.compile(
    r"(?<![0-9])([1-9][0-9]{5})[ ]?((?:19|20)[0-9]{2})[ ]?[年./\-][ ]?([0-9]{1,2})[ ]?[月./\-][ ]?"
    r"([0-9]{1,2})[ ]?[日号./\-]?[ ]?([0-9]{3}[0-9Xx])(?![0-9])"
)
"""An ID number with its birthday written as a day: 420102 1990年3月7日 0019."""
_TYPED = re.compile(
    r"(?<![0-9A-Za-z])(?:[1lI][3-9][0-9OolI]{9}|[0-9OolI]{17}[0-9OolIXx])(?![0-9A-Za-z])"
)
_DIGITS = str.maketrans("OolIx", "0011X")
"""Letters that are typed, or read by a machine, for digits."""


def otherwise_written(text: str) -> Iterator[Match]:
    """The numbers in a folded text that are no run of digits."""
    for token in _GLUED.finditer(text):
        for inside in _GLUED_ID.finditer(token.group()):
            if is_id_number(inside.group(1).upper()):
                start = token.start() + inside.start()
                yield _match(Kind.ID, inside.group(1).upper(), start, start + 18)
    for dated in _DATED_ID.finditer(text):
        place, year, month, day, rest = dated.groups()
        number = f"{place}{year}{month:0>2}{day:0>2}{rest}".upper()
        if is_id_number(number):
            yield _match(Kind.ID, number, *dated.span())
    for typed in _TYPED.finditer(text):
        digits = sum(map(str.isdigit, typed.group()))
        number = typed.group().translate(_DIGITS)
        if 8 <= digits < len(number) - number.endswith("X"):
            if len(number) == 11:
                yield _match(Kind.MOBILE, number, *typed.span())
            elif is_id_number(number):
                yield _match(Kind.ID, number, *typed.span())


def _match(kind: Kind, number: str, start: int, end: int) -> Match:
    return Match(kind, masked(kind, number), start, end)
