"""An article as Chinese readers cite it: 第十七条."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


def _numeral(number: int) -> str:
    if not 0 < number < 1000:
        raise ValueError(f"no article has the number {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def article_name(number: int) -> str:
    """The article's name: 17 -> 第十七条.

    Raises ValueError for a number outside 1..999: regulations have no such articles.
    """
    return f"第{_numeral(number)}条"


def cite(article: int | None, basis: str = "") -> str:
    """What a rule rests on: its article, else the other basis that the edition names for it."""
    return article_name(article) if article else basis
