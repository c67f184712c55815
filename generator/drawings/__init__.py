"""Drawings, made of plain values.

1. ``charts/``: numbers, each with a sentence that says what they show.
2. ``lattice.py``: strokes folded over a lattice of points, as seal script folds them;
   ``emblem.py``: what stands for a holder that has no picture, drawn from its id alone.
3. ``outlines.py``: the outlines of characters, from the font that a package brings;
   ``lettering.py``: words set in them, because not every desk has a good serif installed.
"""
