"""The numbering of official documents (GB/T 9704-2012, 7.3.3): 一、 then （一） 1. （1）."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|\d+[.．、]|（\d+）|第.{1,4}[条章节])"
)


def numeral(number: int) -> str:
    """A number from 1 to 99 as Chinese writes it: 一, 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    before = ("" if tens < 2 else _DIGITS[tens]) + "十" if tens else ""
    return before + (_DIGITS[ones] if ones else "")


def numbered(text: str) -> bool:
    """Whether a heading was given a number by who wrote it."""
    return bool(_NUMBERED.match(text))


def mark(level: int, number: int) -> str:
    """The mark before the `number`-th heading of a level, counted from 1."""
    match level:
        case 1:
            return f"{numeral(number)}、"
        case 2:
            return f"（{numeral(number)}）"
        case 3:
            return f"{number}. "
        case _:
            return f"（{number}）"
