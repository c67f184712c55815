"""What a page or a drawing inside a PDF says: its text, what is written beside it, what no one
can tell from the file.

Text is drawn by numbers of glyphs. Which letters they are a font may tell or not; where it does
not, the number on the page is seen by people and not by the scan.
"""

from __future__ import annotations

import hashlib
import io
import re
from itertools import pairwise
from typing import Any, NamedTuple

from fontTools.agl import toUnicode
from pypdf import PageObject
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
    read_object,
)

from generator.privacy.attachments.limits import too_large
from generator.privacy.attachments.pdf_file import PdfFile

MOST = 24 * 1024 * 1024
"""Bytes of drawing with text in it that are read; a second for each half a million."""
LONGEST = 200_000
"""Letters of one drawing. A page full of small print has a twentieth of it."""
_MAPPED = 8_000_000
"""Letters that the fonts of all pages name, each as often as it is used on one."""
_SHOWS = re.compile(rb"T[jJ]|['\"]")
_COMMENT = re.compile(rb"%([^\r\n]{7,})")
_ASIDE = re.compile(rb"(<<(?:[^<>]|<[0-9A-Fa-f\s]*>|<<[^<>]*>>)*>>)\s*(?:BDC|DP)\b")
_HOLDS_STRING = re.compile(rb"\(|[^<]<[^<]")
_CURVE = re.compile(rb"[0-9.]\s+[cvy]\s")
_BEGUN = re.compile(rb"[0-9.]\s+m\s")
_FILLED = re.compile(rb"\s(?:f\*?|F|B\*?|b\*?)(?=\s|$)")
_INLINE = re.compile(rb"\bBI\s((?:[^I]|I(?!D\s))*)ID\s")
_SIZE = re.compile(rb"/(?:W|Width|H|Height)\s+([0-9]{1,6})")
_NAMELESS = re.compile("(?:[\x00-\x08\x0e-\x1f\x7f\ufffd\ue000-\uf8ff][ \n]*){8,}")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*[<\[]")
_GLYPHS = 11
"""Signs of the shortest number."""
_PREDEFINED = re.compile(
    r"/(?:GB-EUC|GBpc-EUC|GBK-EUC|GBK2K|ETen-B5|ETenms-B5|90ms-RKSJ|Uni(?:GB|CNS|JIS)-UTF16"
    r"|Uni\w+-UCS2)-(?:HW-)?[HV]"
)
SMALLEST = 2_500
"""Pixels of a picture in which a number could be read."""


class Said(NamedTuple):
    """What a drawing says. `aside` is written in it without being drawn; `unread` are the words
    for what is drawn and cannot be read."""

    text: str
    aside: tuple[str, ...]
    unread: tuple[str, ...]


FONT = "有读不出来的文字（字体没有写明是哪些字）"
CURVES = "有画成图形的文字或图形"
PICTURE = "有图片"


class Reading:
    """Reads the drawings of one file: each font is looked at once, and the work is bounded."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._fonts: dict[int, tuple[bool, int]] = {}
        self._known: dict[tuple[bytes, int], Said] = {}
        self._left, self._mapped = MOST, _MAPPED

    def said(self, data: bytes, resources: Any) -> Said:
        """What a drawing says, with the fonts that its resources name. Raises Unscannable."""
        name = (hashlib.blake2b(data, digest_size=16).digest(), id(resources))
        if name not in self._known:
            self._known[name] = self._read(data, resources)
        return self._known[name]

    def _read(self, data: bytes, resources: Any) -> Said:
        text, aside, unread = "", _aside(data), []
        if _SHOWS.search(data):
            text, apart, readable = self._text(data, resources)
            aside += apart
            if not readable or _NAMELESS.search(text):
                unread.append(FONT)
        if _is_lettering(data):
            unread.append(CURVES)
        if sum(map(_pixels, _INLINE.finditer(data))) > SMALLEST:
            unread.append(PICTURE)
        return Said(text, tuple(aside), tuple(unread))

    def _text(self, data: bytes, resources: Any) -> tuple[str, list[str], bool]:
        self._left -= len(data)
        if self._left < 0:
            raise too_large("PDF 里的文字和线条太多")
        fonts, readable = DictionaryObject(), True
        named = _below(resources, "/Font")
        for name, font in named.items() if named else ():
            font = font.get_object()
            if isinstance(font, DictionaryObject) and NameObject(name).encode() in data:
                fonts[NameObject(name)] = font
                if id(font) not in self._fonts:
                    told, letters = self._told(font)
                    self._fonts[id(font)] = told, letters + _widths(font)
                told, letters = self._fonts[id(font)]
                readable &= told
                self._mapped -= letters
        if self._mapped < 0:
            raise too_large("PDF 里的字体太多太杂")
        # Drawings inside are read one by one: each alone, however often and deep it is drawn.
        alone = PageObject(self._file.reader)
        contents = DecodedStreamObject()
        contents.set_data(data)
        alone[NameObject("/Contents")] = contents
        alone[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        pieces: list[str] = []
        text = alone.extract_text(visitor_text=lambda text, *_: pieces.append(text))
        if len(text) > LONGEST:
            raise too_large("PDF 里有一页文字太多")
        return text, _apart(pieces), readable

    def _told(self, font: DictionaryObject) -> tuple[bool, int]:
        """Whether a font tells its letters, and how many it names."""
        tells = font.get("/ToUnicode")
        tells = tells.get_object() if tells is not None else None
        if isinstance(tells, StreamObject):
            data = self._file.unpacked(tells).data
            ranges = sum(int(b, 16) - int(a, 16) for a, b in _RANGE.findall(data))
            return b"<" in data, len(data) // 8 + max(ranges, 0)
        encoding = font.get("/Encoding")
        encoding = encoding.get_object() if encoding is not None else None
        if font.get("/Subtype") == "/Type0":
            return isinstance(encoding, str) and bool(_PREDEFINED.fullmatch(encoding)), 256
        if isinstance(encoding, DictionaryObject):
            names = [one for one in _below(encoding, "/Differences") or () if isinstance(one, str)]
            nameless = sum(not toUnicode(name[1:]) for name in names if name != "/.notdef")
            return nameless < 4 and not (font.get("/Subtype") == "/Type3" and nameless), 256
        embedded = _below(font, "/FontDescriptor") or {}
        return bool(encoding) or "/FontFile2" not in embedded, 256


def _apart(pieces: list[str]) -> list[str]:
    """The text once more where digits meet: the number of a footnote stands behind another."""
    pieces = [piece for piece in pieces if piece]
    if not any(a[-1].isdigit() and b[0].isdigit() for a, b in pairwise(pieces)):
        return []
    return [" ".join(pieces)]


def _below(thing: Any, key: str) -> Any:
    found = thing.get(key) if isinstance(thing, DictionaryObject) else None
    return found.get_object() if found is not None else None


def _widths(font: DictionaryObject) -> int:
    """How many letters a font gives widths for, at most."""
    below = _below(font, "/DescendantFonts") or ()
    listed = _below(below[0].get_object(), "/W") if below else None
    count = at = 0
    while listed and at + 1 < len(listed):
        first, next_ = listed[at], listed[at + 1].get_object()
        several = isinstance(next_, ArrayObject)
        count += len(next_) if several else max(0, int(next_) - int(first))
        at += 2 if several else 3
    return count


def _aside(data: bytes) -> list[str]:
    """What a drawing has in its comments and in the properties of its parts."""
    found = [comment[1].decode("utf-8", "replace") for comment in _COMMENT.finditer(data)]
    spoken = []
    for properties in _ASIDE.finditer(data):
        if not _HOLDS_STRING.search(properties[1], 2):
            continue
        try:
            read: Any = read_object(io.BytesIO(properties[1]), None)
        except Exception:  # what is no dictionary may be anything
            continue
        spoken += [str(one) for one in read.values() if isinstance(one, _STRINGS)]
    # One sign each where letters are drawn that a font does not have.
    return [*found, *spoken, " ".join(spoken)]


_STRINGS = (TextStringObject, ByteStringObject)


def _is_lettering(data: bytes) -> bool:
    """Whether there are as many filled shapes with curves as the shortest number has signs."""
    if sum(1 for _ in _CURVE.finditer(data)) < _GLYPHS or not _FILLED.search(data):
        return False
    return sum(1 for _ in _BEGUN.finditer(data)) >= _GLYPHS


def _pixels(picture: re.Match[bytes]) -> int:
    size = [int(one) for one in _SIZE.findall(picture[1])]
    return size[0] * size[1] if len(size) == 2 else SMALLEST + 1
