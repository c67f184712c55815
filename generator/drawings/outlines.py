"""The outlines of characters in Noto Serif SC, from the package `pylopdf-fonts-zh-cn` (OFL 1.1)."""

from __future__ import annotations

from typing import NamedTuple

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from pylopdf_fonts_zh_cn import serif_path

EM = 500
"""Units to the side of a character. Half of the font's own: finer than a screen shows."""


class Outline(NamedTuple):
    """A character as an SVG path in a box of `EM` by `EM`, and how far the next one is."""

    path: str
    advance: int


_drawn: dict[str, Outline | None] = {}
"""What this process has drawn already: to open the font takes longer than to draw a name."""


def outlines(characters: set[str]) -> dict[str, Outline]:
    """The outline of each character; one that the font lacks is left out."""
    if new := characters - _drawn.keys():
        _drawn.update(dict.fromkeys(new) | _outlines(new))
    return {sign: drawn for sign in sorted(characters) if (drawn := _drawn[sign])}


def _outlines(characters: set[str]) -> dict[str, Outline]:
    with TTFont(serif_path(), lazy=True) as font:
        scale = EM / font["head"].unitsPerEm
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        # The font counts upwards from the line on which characters stand, SVG downwards.
        top = round(font["OS/2"].sTypoAscender * scale)
        drawn = {}
        for character in sorted(characters):
            if (name := names.get(ord(character))) is None:
                continue
            pen = SVGPathPen(glyphs, ntos=lambda number: str(round(number)))
            glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, 0, top)))
            drawn[character] = Outline(pen.getCommands(), round(glyphs[name].width * scale))
        return drawn
