"""A text as it is compared: digits and letters narrow, what is not seen left out.

Numbers are written in full-width digits, with no-break spaces, with characters of no width that a
chat program put between them, as entities that a page shows as digits, in Chinese numerals. Each
character of the folded text knows where it came from.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

_UNSEEN = frozenset({"Cf", "Mn", "Me"})
_FILLERS = "\u3164\uffa0\u2800\ufffc"
"""What is a letter or a sign by its category, and shows nothing."""
_FOR_X = "×ХхΧχ"
"""What is typed for the last sign of an ID number: the times sign, the letters of others."""
ESCAPED = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});?|&[A-Za-z]{2,8};|%(?:2[0B-D]|3[0-9A])"
)
_NUMERALS = {sign: str("〇一二三四五六七八九".index(sign)) for sign in "〇一二三四五六七八九"}
_NUMERALS |= {"零": "0", "○": "0", "幺": "1"}
_NUMERAL = f"[{''.join(_NUMERALS)}]"
_SPOKEN = re.compile(rf"(?:{_NUMERAL}[ \-]?){{6,}}{_NUMERAL}")


class Folded(NamedTuple):
    """A folded text. Each of its characters was in the text from `starts` to before `ends`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def folded(text: str) -> Folded:
    """The text folded."""
    if text.isascii() and "&" not in text and "%" not in text:
        return Folded(text, range(len(text)), range(1, len(text) + 1))
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, sign in _signs(text):
        plain = sign if sign.isascii() else _plain(sign)
        parts.append(plain)
        starts += [start] * len(plain)
        ends += [end] * len(plain)
    return Folded(_SPOKEN.sub(_in_digits, "".join(parts)), starts, ends)


def _signs(text: str) -> Iterator[tuple[int, int, str]]:
    """The characters that a reader sees, with the places of what is written for each."""
    at = 0
    for escaped in ESCAPED.finditer(text):
        for place in range(at, escaped.start()):
            yield place, place + 1, text[place]
        written = escaped.group()
        sign = html.unescape(written) if written[0] == "&" else unquote(written)
        for one in sign if sign != written else written:
            yield *escaped.span(), one
        at = escaped.end()
    for place in range(at, len(text)):
        yield place, place + 1, text[place]


@cache
def _plain(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in _UNSEEN or sign in _FILLERS:
        return ""
    if kind == "Pd" or sign in "\u2212\u02d7":
        return "-"
    if kind in ("Zs", "Zl", "Zp"):
        return " "
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if sign in _FOR_X:
        return "X"
    return unicodedata.normalize("NFKC", sign)


def _in_digits(spoken: re.Match[str]) -> str:
    return "".join(_NUMERALS.get(sign, sign) for sign in spoken.group())
