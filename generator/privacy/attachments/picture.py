"""A photograph or drawing in pixels: where and by whom it was taken, and what is written in it."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from typing import Any

from generator.privacy.attachments.picture_parts import Parts, comments, parts
from generator.privacy.attachments.properties import raw
from generator.privacy.attachments.told import SCRUB, also_published, author, numbers_at, unread
from generator.privacy.finding import ALLOWING, Finding
from generator.problems import Level

_GPS = 0x8825
_DETAILS = 0x8769
_INSIDE = (_GPS, _DETAILS, 0xA005)
_PLACED = (2, 4, 20, 22)
"""Latitude and longitude, of where it was taken and of what was taken."""
ORIENTATION = 0x0112
_PEOPLE = {0x013B: "作者", 0xA430: "相机主人", 0x9C9D: "作者"}
SMALLEST = 2_500
"""Pixels of a picture in which a number could be read."""
_CREATOR = re.compile(
    r"<(?:dc:creator|photoshop:Credit)\b[^>]*>(.*?)</(?:dc:creator|photoshop:Credit)>", re.DOTALL
)
_XMP_PLACE = re.compile(r"exif:GPSL(?:atitude|ongitude)\b")
_TAG = re.compile(r"<[^>]*>")


def picture(data: bytes, ending: str) -> Iterator[Finding]:
    """What is beside the drawing in a PNG, JPEG or WebP. Raises Unscannable."""
    found = parts(data, ending)
    yield from _once([*_beside(found), *raw(data, "图片数据")])
    if found.behind > 64:
        what = f"图片后面还有 {found.behind} 字节别的数据"
        yield also_published("behind-picture", "", what, "图片后面的数据")
    if _is_legible(data):
        yield unread("", "图片里的文字")


def gif(data: bytes) -> Iterator[Finding]:
    """What is beside the drawing in a GIF, and in pieces of 255 bytes its comments."""
    said = [one for text in comments(data) for one in numbers_at(text, "图片里的文字")]
    yield from _once([*said, *raw(data, "图片里的文字")])
    if _is_legible(data):
        yield unread("", "图片里的文字")


def _once(found: list[Finding]) -> Iterator[Finding]:
    """Each number once, at the first place that it is found at."""
    seen: set[str] = set()
    for one in found:
        if one.shown not in seen:
            yield one
        seen.add(one.shown)


def _is_legible(data: bytes) -> bool:
    from PIL import Image

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data)) as opened:
            return opened.width * opened.height > SMALLEST
    except Exception:  # not even its size can be told
        return True


def _beside(found: Parts) -> Iterator[Finding]:
    for block in found.exif:
        yield from _exif(block)
    for block in found.texts:
        yield from written(block, "图片里的文字")


def _exif(block: bytes) -> Iterator[Finding]:
    from PIL import Image

    exif: Any = Image.Exif()
    try:
        exif.load(b"Exif\x00\x00" + block)
        everything = [*exif.items(), *(one for ifd in _INSIDE for one in exif.get_ifd(ifd).items())]
        gps = exif.get_ifd(_GPS)
    except Exception:  # what cannot be parsed is read as it stands
        yield from written(block, "图片里的文字")
        return
    if any(key in gps for key in _PLACED):
        yield location()
    for tag, value in everything:
        if tag in _PEOPLE:
            yield from author(_said(value), "")
        if isinstance(value, str | bytes):
            yield from numbers_at(_said(value), "照片信息")
    yield from raw(block, "照片信息")


def _said(value: object) -> str:
    """A value of Exif as text: plain, or in Windows' wide letters."""
    if not isinstance(value, bytes):
        text = str(value)
        try:
            value = text.encode("latin-1")  # as the reader took bytes that it did not know
        except UnicodeEncodeError:
            return text.strip("\0 ")
    plain = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0")
    wide = b"\0" in plain.rstrip(b"\0")
    for encoding in ("utf-16-le",) if wide else ("utf-8", "gb18030"):
        try:
            return plain.decode(encoding).strip("\0 ")
        except UnicodeDecodeError:
            continue
    return plain.decode("latin-1").strip("\0 ")


def written(block: bytes, place: str, by: str = "") -> Iterator[Finding]:
    """XMP, comments, captions: read as text, whatever their form. `by` is the place of authors."""
    text = block.decode("utf-8", "replace")
    if _XMP_PLACE.search(text):
        yield location()
    for name in _CREATOR.finditer(text):
        yield from author(_TAG.sub(" ", name.group(1)), by)
    yield from numbers_at(text, place)
    yield from raw(block, place)


def location() -> Finding:
    """A photograph tells where it was taken: often at somebody's home."""
    return Finding(
        *("privacy-location", Level.ERROR, 1, "", "带有拍摄位置（GPS）", "拍摄位置"),
        f"{SCRUB}；{ALLOWING}",
    )
