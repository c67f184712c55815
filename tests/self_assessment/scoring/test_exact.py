"""Scores are exact: held against fractions."""

from __future__ import annotations

import re
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from self_assessment.criteria import USUAL, Library
from self_assessment.filing.values import DECIMAL
from self_assessment.scoring import category_scores, decimal, score, totals

CRITERIA = Library().get(USUAL)
POINTS = {item.id: item.points or 0 for item in CRITERIA.items}
PERCENT = st.integers(0, 20).map(lambda step: step * 5)


@settings(deadline=None)
@given(hundredths=st.integers(-(10**17) + 1, 10**17 - 1))
def test_a_decimal_is_the_number_itself(hundredths: int) -> None:
    text = decimal(hundredths)
    assert Fraction(text) == Fraction(hundredths, 100)
    assert re.fullmatch(DECIMAL, text)
    assert not re.search(r"\.\d*0$|\.$|^-?0\d|^-0$", text)


@settings(deadline=None)
@given(points=st.integers(0, 10**6), percent=st.integers(0, 100))
def test_a_score_is_points_times_percent(points: int, percent: int) -> None:
    assert Fraction(score(points, percent)) == Fraction(points * percent, 100)


@settings(deadline=None)
@given(percents=st.dictionaries(st.sampled_from([*POINTS]), PERCENT))
def test_totals_equal_exact_fractions(percents: dict[str, int]) -> None:
    found = totals(CRITERIA, percents)
    exact = {id_: Fraction(POINTS[id_] * percent, 100) for id_, percent in percents.items()}
    assert {id_: Fraction(text) for id_, text in found.items.items()} == exact
    for category in CRITERIA.categories:
        mine = [item.id for item in category.items]
        sum_ = sum((exact[id_] for id_ in mine if id_ in exact), Fraction())
        part = category_scores(CRITERIA, percents)[category.id]
        assert Fraction(part.sum or "0") == sum_
        if all(id_ in exact for id_ in mine):
            assert Fraction(found.categories[category.id]) == sum_
        else:
            assert category.id not in found.categories
    if len(exact) == len(POINTS):
        assert found.total is not None
        assert Fraction(found.total) == sum(exact.values())
    else:
        assert found.total is None


@settings(deadline=None)
@given(percents=st.fixed_dictionaries(dict.fromkeys(POINTS, PERCENT)))
def test_the_total_of_a_full_filing_is_the_sum_of_its_items(percents: dict[str, int]) -> None:
    found = totals(CRITERIA, percents)
    assert Fraction(found.total or "-1") == sum(map(Fraction, found.items.values()))
    assert Fraction(found.total or "-1") == sum(map(Fraction, found.categories.values()))
