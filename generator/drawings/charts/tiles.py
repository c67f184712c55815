"""A tile map: the districts of a city as equal tiles, each about where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.drawings.charts.canvas import (
    LINE,
    WIDTH,
    Paint,
    block,
    drawing,
    folded,
    share,
    words,
)
from generator.drawings.charts.chart import Chart, Count, said, table_of

if TYPE_CHECKING:
    import svg


_GAP = 5
_PAD = 8


class Tile(NamedTuple):
    """A district with its number, and its column and row in the map, counted from 1 at the top
    left. Without a place it is told beside the map and not drawn.
    """

    given: Count
    place: tuple[int, int] | None


def tiles(name: str, sentence: str, places: Sequence[Tile], head: tuple[str, str]) -> Chart:
    """The map. A bar at the foot of each tile is as long as its number is great.

    Of two districts at the same place the first is drawn. The table has them all.
    """
    drawn: dict[tuple[int, int], Count] = {}
    for tile in places:
        if tile.place:
            drawn.setdefault(tile.place, tile.given)
    across = max((column for column, _ in drawn), default=1)
    down = max((row for _, row in drawn), default=1)
    first = min((row for _, row in drawn), default=1)
    wide = (WIDTH - _GAP * (across - 1)) / across
    names = {place: folded(count.label, wide - 2 * _PAD) for place, count in drawn.items()}
    lines = max((len(name_) for name_ in names.values()), default=1)
    high = 44 + LINE * lines
    most = max((count.value for count in drawn.values()), default=1) or 1
    parts: list[svg.Element] = []
    for (column, row), count in sorted(drawn.items(), key=lambda item: item[0][::-1]):
        x, y = (column - 1) * (wide + _GAP), (row - first) * (high + _GAP)
        there = "paint-card" if count.value else "paint-none"
        parts.append(block(x + 0.5, y + 0.5, wide - 1, high - 1, there, "line-line"))
        shown = f"{count.value}"
        tone: Paint = "ink" if count.value else "soft"
        parts.append(words(x + _PAD, y + 25, shown, tone, "start", "chart-number"))
        for place, line in enumerate(names[column, row]):
            parts.append(words(x + _PAD, y + 44 + place * LINE, line, tone))
        if count.value:
            long = share(count.value, most, wide)
            parts.append(block(x, y + high - 5, long, 5, "paint-main"))
    counts = [tile.given for tile in places]
    height = (down - first + 1) * (high + _GAP) - _GAP
    svg_ = drawing(name, "tiles", sentence, said(counts), height, parts)
    return Chart(name, sentence, svg_, table_of(counts, head))


def unplaced(places: Sequence[Tile]) -> list[Count]:
    """What stands beside the map: those with a number that have no tile of their own."""
    seen: set[tuple[int, int]] = set()
    beside = []
    for tile in places:
        if tile.place and tile.place not in seen:
            seen.add(tile.place)
        elif tile.given.value:
            beside.append(tile.given)
    return beside
