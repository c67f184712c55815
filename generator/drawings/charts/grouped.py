"""Grouped bars: for each round one bar a tier, named where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.drawings.charts.canvas import TEXT, WIDTH, block, breadth, drawing, share, words
from generator.drawings.charts.chart import Chart, Row, Table

if TYPE_CHECKING:
    import svg


_THICK = 14
_STEP = 21
_PAINTS = ("paint-main", "paint-accent", "paint-soft")
"""The first series is the one that matters most. Each bar is named, so a paint may come again."""


class Group(NamedTuple):
    """One group and its numbers, in the order of the series."""

    label: str
    values: tuple[int, ...]
    address: str = ""


def grouped(
    name: str,
    sentence: str,
    series: tuple[str, ...],
    groups: Sequence[Group],
    head: str,
    total: str,
) -> Chart:
    """One group of bars below the other. A number of zero has its word and no bar.

    `head` is the word for the groups, `total` that for the sum of a group, in the table.
    """
    most = max((value for group in groups for value in group.values), default=1) or 1
    longest = max((breadth(f"{word} {most}") for word in series), default=0)
    room = WIDTH - longest - 8
    parts: list[svg.Element] = []
    top = 0.0
    for group in groups:
        parts.append(words(0, top + TEXT, group.label, "ink", "start", "chart-value"))
        top += 23
        for place, (word, value) in enumerate(zip(series, group.values, strict=True)):
            length = share(value, most, room)
            if length:
                paint = _PAINTS[min(place, len(_PAINTS) - 1)]
                parts.append(block(0, top, length, _THICK, paint))
            at = length + (7 if length else 0)
            parts.append(words(at, top + TEXT - 2, f"{word} {value}", "ink" if value else "soft"))
            top += _STEP
        top += 12
    desc = "；".join(
        f"{group.label}：{'，'.join(f'{w} {v}' for w, v in zip(series, group.values, strict=True))}"
        for group in groups
    )
    rows = tuple(
        Row(g.label, (*(f"{value}" for value in g.values), f"{sum(g.values)}"), g.address)
        for g in groups
    )
    svg_ = drawing(name, "grouped", sentence, desc, max(1, top - 8), parts)
    return Chart(name, sentence, svg_, Table((head, *series, total), rows))
