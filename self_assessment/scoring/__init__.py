"""Scores, exact. The same functions, in TypeScript, are in ``form/src/scoring``; both run the
vector files of ``tests/self_assessment/scoring/vectors``.

An item has one percent, its best fit as a whole (附录C). It is never computed from its elements.

1. ``exact.py``: points × percent as a decimal, without rounding.
2. ``bands.py``: the band of a percent; what the elements suggest; the way to the next band.
3. ``totals.py``: items, categories, the total.
"""

from self_assessment.scoring.bands import Ahead, Range, ahead, band_of, suggested
from self_assessment.scoring.exact import decimal, score
from self_assessment.scoring.totals import CategoryScore, Scores, category_scores, totals

__all__ = [
    "Ahead",
    "CategoryScore",
    "Range",
    "Scores",
    "ahead",
    "band_of",
    "category_scores",
    "decimal",
    "score",
    "suggested",
    "totals",
]
