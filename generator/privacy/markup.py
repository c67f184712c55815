"""A text with tags as people read it, and as it is written but for what only draws."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|-->")
_GEOMETRY = re.compile(
    r"(?<=[\s\"'])(?:d|points|viewBox|transform|path|values|keyTimes)=(?:\"[^\"]*\"|'[^']*')"
)
"""Attributes of drawings that hold coordinates, among which anything may be found."""


def without_markup(text: str) -> str:
    """A text without tags and entities; its lines stay the same."""
    bare = _TAG.sub(lambda tag: "\n" * tag.group().count("\n"), text)
    return html.unescape(bare)


def without_geometry(text: str) -> str:
    """A text as it is written, without the coordinates of drawings; its lines stay the same."""
    return _GEOMETRY.sub(lambda drawn: "\n" * drawn.group().count("\n"), text)
