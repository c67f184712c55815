"""The band of a percent, what the bands of the elements suggest, and the way to the next band."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from self_assessment.criteria import Band, CriteriaSet
from self_assessment.scoring.exact import score


class Range(NamedTuple):
    """Percents from `low` to `high`, both included."""

    low: int
    high: int


class Ahead(NamedTuple):
    """The next band, the percent steps to its lower end, and the points that it would bring.

    `points` is None for an item without points.
    """

    band: Band
    percent: int
    points: str | None


def band_of(criteria: CriteriaSet, percent: int) -> Band | None:
    """The band that a percent lies in; None for one that is no step of the set."""
    if percent % criteria.step:
        return None
    return next((band for band in criteria.bands if band.low <= percent <= band.high), None)


def suggested(criteria: CriteriaSet, bands: Iterable[str | None]) -> Range | None:
    """What the bands chosen for the elements suggest: from the lowest to the highest of them.

    A range to think in, never an average, and never filled in by itself. None where no element
    has a band yet. Ids that the set does not know say nothing.
    """
    ids = {*bands}
    chosen = [band for band in criteria.bands if band.id in ids]
    if not chosen:
        return None
    return Range(min(band.low for band in chosen), max(band.high for band in chosen))


def ahead(criteria: CriteriaSet, points: int | None, percent: int | None) -> Ahead | None:
    """What the next band would bring an item; None without a percent, and in the highest band."""
    if percent is None:
        return None
    above = [band for band in criteria.bands if band.low > percent]
    if not above:
        return None
    band = min(above, key=lambda band: band.low)
    steps = band.low - percent
    return Ahead(band, steps, None if points is None else score(points, steps))
