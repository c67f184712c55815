"""Emblems: what stands for a holder that has no picture, drawn from its id alone.

1. ``lattice.py``: strokes folded over a lattice of points, as seal script folds them.
2. ``emblem.py``: the strokes on a red or an open ground, framed, as a small inline SVG.
"""

from generator.emblems.emblem import SIDE, emblem, hatched

__all__ = ["SIDE", "emblem", "hatched"]
