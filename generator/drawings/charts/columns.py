"""Columns: how many there were from year to year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.drawings.charts.canvas import WIDTH, block, breadth, drawing, share, stroke, words
from generator.drawings.charts.chart import Chart, Count, said, table_of

if TYPE_CHECKING:
    import svg


_HIGH = 120
_TOP = 24


def columns(name: str, sentence: str, counts: Sequence[Count], head: tuple[str, str]) -> Chart:
    """One column a year, in the order given. Where years stand close only some are written."""
    slot = WIDTH / max(1, len(counts))
    thick = min(44.0, slot * 0.66)
    most = max((count.value for count in counts), default=1) or 1
    each = max(1, -(-int(max((breadth(c.label) for c in counts), default=0) + 6) // int(slot)))
    base = _TOP + _HIGH
    parts: list[svg.Element] = []
    for place, count in enumerate(counts):
        middle = slot * (place + 0.5)
        high = share(count.value, most, _HIGH)
        if high:
            parts.append(block(middle - thick / 2, base - high, thick, high, "paint-main"))
        shown = f"{count.value}"
        parts.append(words(middle, base - high - 7, shown, "ink", "middle", "chart-value"))
        if (len(counts) - 1 - place) % each == 0:
            parts.append(words(middle, base + 20, count.label, "soft", "middle"))
    parts.append(stroke(0, base, WIDTH, base, "line-soft"))
    svg_ = drawing(name, "columns", sentence, said(counts), base + 28, parts)
    return Chart(name, sentence, svg_, table_of(counts, head))
