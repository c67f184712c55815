"""Lettering: a few words as outlines of a good serif, because not every desk has one installed.

1. ``outlines.py``: the outlines of characters, from the font that a package brings.
2. ``lettering.py``: words set in them, as an SVG file to be referred to and rules for its size.
"""

from generator.lettering.lettering import ADDRESS, Lettering, Line, lettering

__all__ = ["ADDRESS", "Lettering", "Line", "lettering"]
