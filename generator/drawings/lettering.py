"""Words set in outlines: one SVG file that pages refer to, and rules that put it in their place.

A page has the words as text and refers to ``<symbol id="name">``. The rules made here hide the
text and show the outlines; for words that cannot be drawn there are none, and the text stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.drawings.outlines import EM, Outline, outlines

ADDRESS = "assets/lettering.svg"
"""The file of outlines, below the root of the site."""
MOST = 16
"""Characters to a line: on a phone, more would be smaller than the text they stand for."""


class Lettering(NamedTuple):
    """The file of outlines, and the rules that show them instead of the text."""

    file: bytes
    css: str


class Line(NamedTuple):
    """Words, and the space between their characters in parts of the characters' size."""

    words: str
    spacing: float = 0.0


def lettering(lines: Mapping[str, Line]) -> Lettering:
    """Each line, known by its key, as outlines.

    A line stays text where it is empty or longer than `MOST`, or the font lacks a character of it.
    """
    drawn = outlines({character for line in lines.values() for character in line.words})
    symbols, rules = [], []
    for key, (words, spacing) in lines.items():
        if not 0 < len(words) <= MOST or not drawn.keys() >= set(words):
            continue
        paths, width = _set([drawn[character] for character in words], round(spacing * EM))
        symbols.append(f'<symbol id="{key}" viewBox="0 0 {width} {EM}">{paths}</symbol>')
        rules.append(
            f".lettering-{key} {{ display: block; width: {width / EM:g}em; height: 1em; }}\n"
            f".lettered-{key} > .lettered-text {{ position: absolute; width: 1px; height: 1px;"
            " overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap; }\n"
        )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'
    return Lettering(svg.encode(), "".join(rules))


def _set(outline: list[Outline], space: int) -> tuple[str, int]:
    """Outlines side by side, and the width of it all."""
    paths, x = [], 0
    for each in outline:
        if each.path:
            place = f' transform="translate({x})"' if x else ""
            paths.append(f'<path{place} d="{each.path}"/>')
        x += each.advance + space
    return "".join(paths), x - space
