"""A ladder: steps from the lowest to the highest, and how many stand on each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.drawings.charts.canvas import LINE, WIDTH, block, drawing, folded, stroke, words
from generator.drawings.charts.chart import Chart, Count, said, table_of

if TYPE_CHECKING:
    import svg


_RISE = 30
_TOP = 34
_PAD = 6


def ladder(name: str, sentence: str, steps: Sequence[Count], head: tuple[str, str]) -> Chart:
    """Stairs, upwards to the right. The height is that of the step, not of its number."""
    slot = WIDTH / max(1, len(steps))
    names = [folded(step.label, slot - 2 * _PAD) for step in steps]
    least = LINE * max((len(lines) for lines in names), default=1) + 12
    base = _TOP + least + _RISE * (len(steps) - 1)
    parts: list[svg.Element] = []
    for place, (step, lines) in enumerate(zip(steps, names, strict=True)):
        x = place * slot
        top = base - least - _RISE * place
        parts.append(block(x, top, slot, base - top, "paint-shade"))
        parts.append(stroke(x, top, x + slot, top, "line-main", "chart-edge"))
        number = f"{step.value}"
        parts.append(words(x + _PAD, top - 9, number, "ink", "start", "chart-number"))
        for at, line in enumerate(lines):
            parts.append(words(x + _PAD, top + 21 + at * LINE, line))
    svg_ = drawing(name, "ladder", sentence, said(steps), base, parts)
    return Chart(name, sentence, svg_, table_of(steps, head))
