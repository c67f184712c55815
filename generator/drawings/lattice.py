"""Strokes folded over a lattice of points, as the nine-fold seal script (九叠篆) folds its own.

Strokes are of one width and stand one width apart, so that ground and figure are equal. Each row
is cut into runs, and each run hangs on the row before it by one short stroke: whatever the draws,
the strokes hang together and enclose nothing.
"""

from __future__ import annotations

POINTS = 7
"""Points on each side. An odd number: the middle one lies on the axis."""
AXIS = POINTS // 2

Stroke = tuple[int, int, int, bool]
"""Column and row of its first point, its length in steps, and whether it runs across."""


def single(draw: int, turn: int) -> list[Stroke]:
    """Strokes over the whole lattice, as one character."""
    return _folded(draw, POINTS, POINTS, turn)


def mirrored(draw: int, turn: int) -> list[Stroke]:
    """Strokes alike on the left and the right."""
    return _beside(_folded(draw, AXIS + 1, POINTS, turn))


def latticed(draw: int, turn: int) -> list[Stroke]:
    """Strokes alike on all four sides, as the lattice of a window."""
    drawn: list[Stroke] = []
    for column, row, length, flat in _folded(draw, AXIS + 1, AXIS + 1, turn):
        drawn.append((column, row, length, flat))
        if not flat or row != AXIS:
            below = POINTS - 1 - row - (0 if flat else length)
            drawn.append((column, below, length, flat))
    return _beside(drawn)


def _folded(draw: int, width: int, height: int, turn: int) -> list[Stroke]:
    """Strokes over `width` by `height` points; the first lies along the edge.

    `draw` is consumed bit by bit, three for each point and three for each run. A run goes on in
    `turn` of eight cases: 6 gives long folds, 3 a dense maze.
    """
    drawn: list[Stroke] = [(0, 0, width - 1, True)]
    for row in range(1, height):
        start = 0
        for column in range(width):
            onward = draw & 7 < turn
            draw >>= 3
            if onward and column < width - 1:
                continue
            length = column - start
            if length:
                drawn.append((start, row, length, True))
            drawn.append((start + (draw & 7) * (length + 1) // 8, row - 1, 1, False))
            draw >>= 3
            start = column + 1
    return drawn


def _beside(half: list[Stroke]) -> list[Stroke]:
    """The left half and the same on the right; strokes that meet on the axis are joined."""
    drawn: list[Stroke] = []
    for column, row, length, flat in half:
        if flat and column + length == AXIS:
            drawn.append((column, row, 2 * length, True))
            continue
        drawn.append((column, row, length, flat))
        if flat or column != AXIS:
            drawn.append((POINTS - 1 - column - (length if flat else 0), row, length, flat))
    return drawn
