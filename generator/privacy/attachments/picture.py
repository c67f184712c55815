"""A photograph or drawing in pixels: where and by whom it was taken, and what is written in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.privacy.attachments.picture_parts import parts
from generator.privacy.attachments.told import SCRUB, also_published, author, numbers_at
from generator.privacy.finding import ALLOWING, Finding
from generator.problems import Level

_GPS = 0x8825
_DETAILS = 0x8769
ORIENTATION = 0x0112
_PEOPLE = {0x013B: "作者", 0xA430: "相机主人", 0x9C9D: "作者"}
_SAYS = (0x010E, 0x8298, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F, 0xA431)
"""Description, copyright, comments, Windows' own title, comment, keywords, subject; the camera."""
_CREATOR = re.compile(
    r"<(?:dc:creator|photoshop:Credit)\b[^>]*>(.*?)</(?:dc:creator|photoshop:Credit)>", re.DOTALL
)
_XMP_PLACE = re.compile(r"exif:GPSL(?:atitude|ongitude)\b")
_TAG = re.compile(r"<[^>]*>")


def picture(data: bytes, ending: str) -> Iterator[Finding]:
    """What is beside the drawing in a PNG, JPEG or WebP. Raises Unscannable."""
    found = parts(data, ending)
    for block in found.exif:
        yield from _exif(block)
    for block in found.texts:
        yield from written(block, "图片里的文字")
    if found.behind > 64:
        what = f"图片后面还有 {found.behind} 字节别的数据"
        yield also_published("behind-picture", "", what, "图片后面的数据")


def _exif(block: bytes) -> Iterator[Finding]:
    from PIL import Image

    exif: Any = Image.Exif()
    try:
        exif.load(b"Exif\x00\x00" + block)
        gps, details = exif.get_ifd(_GPS), exif.get_ifd(_DETAILS)
    except Exception:  # what cannot be parsed is read as it stands
        yield from written(block, "图片里的文字")
        return
    if any(key in gps for key in (2, 4)):
        yield location()
    everything = {**dict(exif.items()), **dict(details.items())}
    for tag, value in everything.items():
        if tag in _PEOPLE:
            yield from author(_said(value), "")
        if tag in _PEOPLE or tag in _SAYS:
            yield from numbers_at(_said(value), "照片信息")


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


def location() -> Finding:
    """A photograph tells where it was taken: often at somebody's home."""
    return Finding(
        *("privacy-location", Level.ERROR, 1, "", "带有拍摄位置（GPS）", "拍摄位置"),
        f"{SCRUB}；{ALLOWING}",
    )
