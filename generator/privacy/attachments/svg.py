"""A drawing in SVG: its words, its metadata, and pictures packed into it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from generator.privacy.attachments.limits import MARKS, damaged, declaring, too_large
from generator.privacy.attachments.package import Declaring, Malformed, local, parsed
from generator.privacy.attachments.properties import Nested
from generator.privacy.attachments.tables import over_texts
from generator.privacy.attachments.told import author, number_at, numbers_at, unread
from generator.privacy.finding import Finding

_COMMENT = re.compile(r"<!--(.*?)-->|<\?(.*?)\?>", re.DOTALL)
_PACKED = re.compile(
    r"data:image/(png|jpe?g|webp|gif|svg\+xml)[^,\"']{0,40}?(;base64)?,([^\"')]+)", re.IGNORECASE
)
_WORDS = "图中的文字"
_TEXTS = frozenset({"text", "title", "desc"})
_COORDINATES = re.compile(
    r"(?:d|x|y|[xyrd][xy12]?|[cf][xy]|points|transform|\w*Transform|viewBox|path|values|offset|style"
    r"|keyTimes|keyPoints|keySplines|\w*[wW]idth|\w*[hH]eight|rotate|\w*[dD]ash\w*|fill|stroke\w*)"
)
"""Attributes that hold coordinates and colours, among which anything may be found."""
_GLYPH = re.compile(r"#(?:glyph|font|g\d)[\w.-]*")
_MANY = 8


def svg(data: bytes, nested: Nested) -> Iterator[Finding]:
    """What an ``.svg`` says. Raises Unscannable for one that is no XML or declares entities."""
    if max(data.count(b"<"), data.count(b"=")) > MARKS:
        raise too_large("图太复杂")
    try:
        root = parsed(data, named=True)
        text = data.decode("utf-8")
    except Declaring:
        raise declaring() from None
    except (Malformed, ElementTree.ParseError, UnicodeDecodeError):
        raise damaged("svg") from None
    seen: set[str] = set()
    for one in _words(root):
        if one.shown not in seen:
            yield one
        seen.add(one.shown)
    for comment in _COMMENT.finditer(text):
        yield from numbers_at(comment[1] or comment[2] or "", "图中的注释")
    for packed in _PACKED.finditer(text):
        ending = packed[1].lower().replace("+xml", "")
        for one in nested(f"picture.{ending}", _unpacked(packed)):
            yield one._replace(place=f"内嵌的图片{one.place}")
    drawn = sum(local(one) == "use" and _is_glyph(one) for one in root.iter())
    if drawn >= _MANY:
        yield unread("", "画成轮廓的文字")


def _words(root: Element) -> Iterator[Finding]:
    """The words of a drawing, element by element, then over elements, as a reader sees them."""
    said: list[str] = []
    for element in root.iter():
        if local(element) in ("creator", "Agent"):
            yield from author("".join(element.itertext()), "")
        if local(element) in _TEXTS:
            said.append(_as_shown(element, ""))
            yield from numbers_at(said[-1], _WORDS)
            yield from numbers_at(_as_shown(element, " "), _WORDS)
        elif local(element) == "foreignObject":
            yield from numbers_at(_as_shown(element, ""), _WORDS)
            yield from numbers_at(_as_shown(element, " "), _WORDS)
        elif local(element) != "tspan":
            yield from numbers_at(element.text or "", _WORDS)
        yield from numbers_at(element.tail or "", _WORDS)
        for key, value in element.attrib.items():
            name = key.rpartition("}")[2]
            if not value.startswith("data:") and not _COORDINATES.fullmatch(name):
                yield from numbers_at(value, _WORDS)
    for found in over_texts(said):
        yield number_at(found, f"{_WORDS}（分成几段）")


def _as_shown(element: Element, between: str) -> str:
    """The words below an element, white space as one blank, `between` where a piece ends."""
    return " ".join(between.join(element.itertext()).split())


def _is_glyph(use: Element) -> bool:
    return any(_GLYPH.fullmatch(v) for k, v in use.attrib.items() if k.endswith("href"))


def _unpacked(packed: re.Match[str]) -> bytes:
    if not packed[2]:
        return unquote_to_bytes(packed[3])
    try:
        return base64.b64decode("".join(packed[3].split()))
    except (binascii.Error, ValueError):  # what is looked through next is told to be broken
        return b""
