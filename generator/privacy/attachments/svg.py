"""A drawing in SVG: its words, its metadata, and pictures packed into it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from generator.privacy.attachments.limits import MARKS, damaged, declaring, too_large
from generator.privacy.attachments.package import Declaring, Malformed, local, parsed
from generator.privacy.attachments.properties import Nested
from generator.privacy.attachments.told import author, numbers_at
from generator.privacy.finding import Finding

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_PACKED = re.compile(r"data:image/(png|jpe?g|webp);base64,([A-Za-z0-9+/=\s]+)")
_SAYING = frozenset({"id", "class", "href", "label", "aria-label", "title", "export-filename"})
"""Attributes that hold words; the others hold coordinates, among which anything may be found."""


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
    for element in root.iter():
        if local(element) in ("creator", "Agent"):
            yield from author("".join(element.itertext()), "")
        if local(element) in ("text", "title", "desc"):
            yield from numbers_at("".join(element.itertext()), "图中的文字")
        elif local(element) not in ("tspan", "style"):
            yield from numbers_at(element.text or "", "图中的文字")
        for key, value in element.attrib.items():
            if key.rpartition("}")[2] in _SAYING and not value.startswith("data:"):
                yield from numbers_at(value, "图中的文字")
    for comment in _COMMENT.finditer(text):
        yield from numbers_at(comment.group(1), "图中的注释")
    for packed in _PACKED.finditer(text):
        try:
            inside = base64.b64decode(packed.group(2))
        except (binascii.Error, ValueError):
            continue
        for one in nested(f"picture.{packed.group(1)}", inside):
            yield one._replace(place=f"内嵌的图片{one.place}")
