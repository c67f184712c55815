"""The size of a picture, read from the head of its file: a page keeps its place while it loads."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEAD = 65536
_SVG = re.compile(rb"<svg\b[^>]*>", re.DOTALL)
_BOX = re.compile(rb"""\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)""")
_SIDES = tuple(
    re.compile(rb"\s%s\s*=\s*[\"']([\d.]+)(?:px)?[\"']" % side) for side in (b"width", b"height")
)


class Size(NamedTuple):
    """Width and height in pixels of CSS."""

    width: int
    height: int


def size_of(picture: bytes) -> Size | None:
    """The size of a PNG, JPEG, GIF, WebP or SVG picture; None where its head does not tell it."""
    head = picture[:_HEAD]
    if head.startswith(b"\x89PNG") and len(head) >= 24:
        return Size(*(int.from_bytes(head[at : at + 4], "big") for at in (16, 20)))
    if head.startswith(b"GIF8") and len(head) >= 10:
        return Size(*(int.from_bytes(head[at : at + 2], "little") for at in (6, 8)))
    if head.startswith(b"\xff\xd8"):
        return _jpeg(head)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp(head)
    return _svg(head)


def _jpeg(head: bytes) -> Size | None:
    """From the frame header, the first segment SOF0 to SOF15 that is none of the three tables."""
    at = 2
    while at + 9 < len(head) and head[at] == 0xFF:
        kind = head[at + 1]
        if kind == 0xFF:
            at += 1
        elif 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = (int.from_bytes(head[at + n : at + n + 2], "big") for n in (5, 7))
            return Size(width, height)
        else:
            at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return None


def _webp(head: bytes) -> Size | None:
    match head[12:16]:
        case b"VP8X":
            return Size(*(1 + int.from_bytes(head[at : at + 3], "little") for at in (24, 27)))
        case b"VP8L":
            bits = int.from_bytes(head[21:25], "little")
            return Size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
        case b"VP8 ":
            return Size(*(int.from_bytes(head[at : at + 2], "little") & 0x3FFF for at in (26, 28)))
    return None


def _svg(head: bytes) -> Size | None:
    if not (opening := _SVG.search(head)):
        return None
    tag = opening.group()
    sides = [found.group(1) for side in _SIDES if (found := side.search(tag))]
    if len(sides) < 2:
        box = _BOX.search(tag)
        sides = list(box.groups()) if box else []
    width, height = (round(float(side)) for side in sides) if sides else (0, 0)
    return Size(width, height) if width and height else None
