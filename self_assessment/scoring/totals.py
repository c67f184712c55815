"""Items, categories and the total of a filing, from the percents of its items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from self_assessment.criteria import Category, CriteriaSet, Item
from self_assessment.scoring.exact import decimal, score

Percents = Mapping[str, int | None]
"""The percent of each item by its id; None, or no entry, where it has none yet."""


class Scores(NamedTuple):
    """The scores of a filing as exact decimals, by id; `total` is None until every item has one."""

    items: dict[str, str]
    categories: dict[str, str]
    total: str | None


class CategoryScore(NamedTuple):
    """The score of a category so far: `sum` of those of its items that have one.

    It is the category's score only where `complete`; until then it is shown as a part. `sum` is
    None for a set without points.
    """

    sum: str | None
    scored: int
    of: int

    @property
    def complete(self) -> bool:
        return self.scored == self.of


def totals(criteria: CriteriaSet, percents: Percents) -> Scores:
    """Every score that is known, exact.

    An item without a percent is absent, a category until all its items have one; the total is
    None until all items have one. A set without points has no scores at all. Percents of items
    that the set does not know count for nothing.
    """
    items = {
        item.id: score(item.points, percent)
        for item in criteria.items
        if item.points is not None and (percent := percents.get(item.id)) is not None
    }
    categories = {
        category.id: decimal(whole)
        for category in criteria.categories
        if (whole := _hundredths(category.items, percents)) is not None
    }
    total = _hundredths(criteria.items, percents)
    return Scores(items, categories, None if total is None else decimal(total))


def category_scores(criteria: CriteriaSet, percents: Percents) -> dict[str, CategoryScore]:
    """Each category by its id, complete or not."""
    return {category.id: _so_far(category, percents) for category in criteria.categories}


def _so_far(category: Category, percents: Percents) -> CategoryScore:
    scored = [item for item in category.items if percents.get(item.id) is not None]
    without = any(item.points is None for item in category.items)
    whole = _hundredths(scored, percents)
    return CategoryScore(None if without else decimal(whole or 0), len(scored), len(category.items))


def _hundredths(items: Iterable[Item], percents: Percents) -> int | None:
    """The sum over items in hundredths of a point; None where one lacks points or percent."""
    whole = 0
    for item in items:
        percent = percents.get(item.id)
        if item.points is None or percent is None:
            return None
        whole += item.points * percent
    return whole
