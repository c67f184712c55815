"""Horizontal bars: things held against each other, each with its name and its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.drawings.charts.canvas import TEXT, WIDTH, block, breadth, drawing, share, words
from generator.drawings.charts.chart import Chart, Count, said, table_of

if TYPE_CHECKING:
    import svg


_THICK = 16
_BESIDE = 150
"""Names up to this width stand beside their bars, longer ones above."""


def bars(name: str, sentence: str, counts: Sequence[Count], head: tuple[str, str]) -> Chart:
    """One bar a thing, in the order given."""
    longest = max((breadth(count.label) for count in counts), default=0)
    beside = longest <= _BESIDE
    left, step = (longest + 12, 30) if beside else (0, 48)
    most = max((count.value for count in counts), default=1) or 1
    room = WIDTH - left - breadth(f"{most}") - 10
    parts: list[svg.Element] = []
    for place, count in enumerate(counts):
        top = place * step + (6 if beside else 26)
        parts.append(words(0, top + (TEXT - 1 if beside else -8), count.label))
        length = share(count.value, most, room)
        if length:
            parts.append(block(left, top, length, _THICK, "paint-main"))
        at = left + length + (7 if length else 0)
        parts.append(words(at, top + TEXT - 1, f"{count.value}", "ink", "start", "chart-value"))
    svg_ = drawing(name, "bars", sentence, said(counts), len(counts) * step + 4, parts)
    return Chart(name, sentence, svg_, table_of(counts, head))
