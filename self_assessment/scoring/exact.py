"""Points times percent, exact: counted in hundredths of a point, which are whole numbers."""

from __future__ import annotations


def score(points: int, percent: int) -> str:
    """The score of an item, as an exact decimal: 15 points at 45 % are ``6.75``."""
    return decimal(points * percent)


def decimal(hundredths: int) -> str:
    """Hundredths of a point as a decimal without exponent or trailing zeros.

    675 -> ``6.75``, 1200 -> ``12``, -50 -> ``-0.5``.
    """
    sign = "-" if hundredths < 0 else ""
    whole, rest = divmod(abs(hundredths), 100)
    return f"{sign}{whole}" + (f".{rest:02}".rstrip("0") if rest else "")
