"""An emblem: folded strokes on a red or an open ground, in a thin gold frame."""

from __future__ import annotations

import hashlib

from generator.drawings.lattice import POINTS, Stroke, latticed, mirrored, single

SIDE = 96
"""The side of the square in which an emblem is drawn."""
_STEP = 12
_FIRST = (SIDE - (POINTS - 1) * _STEP) // 2
_HALF = 3
_FOLDS = (latticed, single, single, single, mirrored, mirrored, mirrored, mirrored)

_HEAD = (
    f'<svg class="emblem" viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}"'
    ' aria-hidden="true" focusable="false">'
)
_PATH = '<path class="paint-none {}" stroke-width="6" d="'
_SOLID = (
    f'{_HEAD}<rect class="paint-main" width="{SIDE}" height="{SIDE}" rx="3"/>'
    '<rect class="paint-none line-accent" x="3.5" y="3.5" width="89" height="89" rx="1"/>'
    + _PATH.format("line-card")
)
_OPEN = (
    f'{_HEAD}<rect class="paint-card line-main" x="1.5" y="1.5" width="93" height="93" rx="2"'
    ' stroke-width="3"/>'
    '<rect class="paint-none line-accent" x="5.5" y="5.5" width="85" height="85" rx="1"/>'
    + _PATH.format("line-main")
)
_BEAM = f'"/>{_PATH.format("line-accent")}'
_FOOT = '"/></svg>'


def _path(column: int, row: int, length: int, flat: bool) -> str:
    """A stroke as part of a path. It begins and ends half its width beyond its points."""
    x, y, far = _FIRST + column * _STEP, _FIRST + row * _STEP, length * _STEP + 2 * _HALF
    return f"M{x - _HALF} {y}h{far}" if flat else f"M{x} {y - _HALF}v{far}"


def _turned(stroke: Stroke, across: int, over: int) -> Stroke:
    column, row, length, flat = stroke
    if over:
        row = POINTS - 1 - row - (0 if flat else length)
    return (row, column, length, not flat) if across else (column, row, length, flat)


_PATHS = [
    {
        stroke: _path(*_turned(stroke, across, over))
        for column in range(POINTS)
        for row in range(POINTS)
        for length in range(1, POINTS)
        for flat in (True, False)
        if (column if flat else row) + length < POINTS
        for stroke in [(column, row, length, flat)]
    }
    for across in (0, 1)
    for over in (0, 1)
]
"""The path of every stroke there can be, for each way the lattice may lie."""


def emblem(id_: str) -> str:
    """The emblem of a holder, as inline SVG of less than 1.2 KB. It depends on nothing but `id_`.

    It adorns: what it stands for is said beside it, so readers' programs pass over it. Colours
    come from the page's ``paint-…`` and ``line-…`` classes and follow its theme.
    """
    draw = int.from_bytes(hashlib.blake2b(id_.encode(), digest_size=32).digest(), "big")
    fold, ground, lies, turn = draw & 7, draw >> 3 & 3, draw >> 5 & 3, 3 + (draw >> 7 & 3)
    paths = _PATHS[lies]
    beam, *rest = [paths[stroke] for stroke in _FOLDS[fold](draw >> 9, turn)]
    return "".join((_SOLID if ground else _OPEN, *rest, _BEAM, beam, _FOOT))


def hatched() -> str:
    """What stands in the place of an emblem where no title is left: an empty, hatched square."""
    return _HATCHED


_HATCHED = (
    f'{_HEAD}<rect class="paint-card line-soft" x="1" y="1" width="94" height="94" rx="2"'
    ' stroke-width="2"/><path class="paint-none line-soft" d="'
    + "".join(
        f"M{max(4, n - 92)} {min(92, n - 4)}L{min(92, n - 4)} {max(4, n - 92)}"
        for n in range(20, 181, 12)
    )
    + _FOOT
)
