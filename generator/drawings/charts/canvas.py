"""The ground of a drawing: its width, its text, its title. Colours are classes of the stylesheet.

A drawing is 360 units wide, as wide as a small phone, so that its text keeps its size there; the
stylesheet lets it grow by a third and no more. svg.py takes 60 ms to load, and most runs draw
nothing with it: it is loaded where something is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup, escape

if TYPE_CHECKING:
    import svg

WIDTH = 360
TEXT = 14
"""The size of all text, in units of the drawing; ``charts.css`` sets it."""
Paint = Literal["ink", "soft"]
"""What text is painted with: nothing else can be read on every ground."""
LINE = 19
"""From one line of text to the next."""


def drawing(
    name: str, kind: str, sentence: str, desc: str, height: float, parts: Sequence[svg.Element]
) -> Markup:
    """An ``<svg role="img">`` with title and description, which are its name to those who hear."""
    import svg

    title = svg.Title(id=f"{name}-title", text=str(escape(sentence)))
    told = svg.Desc(id=f"{name}-desc", text=str(escape(desc)))
    ground = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, round(height)),
        class_=["chart", f"chart-{kind}"],
        elements=[title, told, *parts],
        extra={
            "role": "img",
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-desc",
        },
    )
    return Markup(str(ground))


def words(
    x: float,
    y: float,
    text: str,
    paint: Paint = "ink",
    anchor: Literal["start", "middle", "end"] = "start",
    *more: str,
) -> svg.Text:
    """A line of text on its baseline. `more` are further classes, such as ``chart-value``."""
    import svg

    return svg.Text(
        x=_tidy(x),
        y=_tidy(y),
        text=str(escape(text)),  # svg.py writes text as it stands
        class_=[f"paint-{paint}", *more],
        text_anchor=None if anchor == "start" else anchor,
    )


def block(x: float, y: float, width: float, height: float, *classes: str) -> svg.Rect:
    """A rectangle."""
    import svg

    return svg.Rect(
        x=_tidy(x), y=_tidy(y), width=_tidy(width), height=_tidy(height), class_=[*classes]
    )


def stroke(x1: float, y1: float, x2: float, y2: float, *classes: str) -> svg.Line:
    """A straight line."""
    import svg

    return svg.Line(x1=_tidy(x1), y1=_tidy(y1), x2=_tidy(x2), y2=_tidy(y2), class_=[*classes])


def _tidy(number: float) -> float | int:
    """To a tenth of a unit, so that the same drawing has the same bytes anywhere."""
    rounded = round(number, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def breadth(text: str) -> float:
    """How wide a line of text is, by a careful guess: a Chinese character fills a square."""
    return TEXT * sum(0.6 if ord(sign) < 0x2E80 else 1.0 for sign in text)


def folded(text: str, width: float) -> list[str]:
    """A name in lines of about the same length, none wider than `width` where that can be."""
    lines = max(1, -(-int(breadth(text)) // max(1, int(width))))
    length = -(-len(text) // lines)
    return [text[start : start + length] for start in range(0, len(text), length)]


def share(value: float, most: float, width: float) -> float:
    """How long a bar is; what is there at all is seen."""
    return 0.0 if not value else max(2.0, width * value / most)
