"""A picture file taken apart: what draws it, and what is written beside the drawing.

PNG chunks, JPEG segments and WebP chunks are walked without decoding a pixel; put together again
without what is beside, the picture is the same to the last pixel.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from generator.privacy.attachments.limits import damaged

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_PNG_DRAWS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"bKGD"}
    | {b"pHYs", b"iCCP", b"cICP", b"acTL", b"fcTL", b"fdAT"}
)
_WEBP_DRAWS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_EXIF = b"Exif\x00\x00"
_LONGEST_TEXT = 4 * 1024 * 1024


class Parts(NamedTuple):
    """`clean` is the picture with nothing beside it. `exif` are blocks of Exif, `texts` all else
    that is written in it, `behind` what stands after its end."""

    clean: bytes
    exif: tuple[bytes, ...]
    texts: tuple[bytes, ...]
    behind: int


def parts(data: bytes, ending: str) -> Parts:
    """A picture's parts, by what it is and not by its name. Raises Unscannable for a broken one."""
    try:
        if data.startswith(_PNG):
            return _png(data)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (IndexError, ValueError, zlib.error):
        pass
    raise damaged(ending)


def _png(data: bytes) -> Parts:
    clean, exif, texts = [_PNG], [], []
    at = len(_PNG)
    while True:
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + size]
        if len(kind) < 4 or len(body) < size:
            raise ValueError("cut off")
        if kind == b"eXIf":
            exif.append(body)
        elif kind in _PNG_TEXTS:
            text = _png_text(kind, body)
            texts.append(text)
            if profile := _profile(text):
                (exif if profile.startswith(_EXIF) else texts).append(profile.removeprefix(_EXIF))
        elif kind in _PNG_DRAWS:
            clean.append(data[at : at + 12 + size])
        else:
            texts.append(body)
        at += 12 + size
        if kind == b"IEND":
            return Parts(b"".join(clean), tuple(exif), tuple(texts), len(data) - at)


def _png_text(kind: bytes, body: bytes) -> bytes:
    key, _, rest = body.partition(b"\0")
    if kind == b"zTXt":
        return key + b"\n" + _inflated(rest[1:])
    if kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:]
        _, _, rest = rest.partition(b"\0")
        _, _, rest = rest.partition(b"\0")
        return key + b"\n" + (_inflated(rest) if packed else rest)
    return key + b"\n" + rest


def _profile(text: bytes) -> bytes:
    """What a text holds in the hexadecimal form of ImageMagick: Exif, captions; else nothing."""
    if not text.startswith(b"Raw profile type "):
        return b""
    digits = b"".join(text.split()[5:])  # after its kind twice, and its length
    try:
        return bytes.fromhex(digits.decode("ascii"))
    except ValueError:  # read as the text that it is
        return b""


def comments(data: bytes) -> Iterator[str]:
    """The comments of a GIF, each put together of its blocks."""
    for beginning in re.finditer(rb"!\xfe", data):
        at, said = beginning.end(), b""
        while at < len(data) and (size := data[at]):
            said += data[at + 1 : at + 1 + size]
            at += 1 + size
        yield said.decode("utf-8", "replace")


def _inflated(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, _LONGEST_TEXT)


def _jpeg(data: bytes) -> Parts:
    clean, exif, texts = [data[:2]], [], []
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        kind = data[at + 1]
        if kind == 0xFF:
            at += 1
            continue
        size = 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        body = data[at + 4 : at + size]
        if kind == 0xDA:
            break
        if kind == 0xE1 and body.startswith(_EXIF):
            exif.append(body[len(_EXIF) :])
        elif kind in (0xE1, 0xED, 0xFE) or (0xE3 <= kind <= 0xEF and kind != 0xEE):
            texts.append(body)
        elif kind != 0xE2 or body.startswith(b"ICC_PROFILE"):
            clean.append(data[at : at + size])
        at += size
        if at >= len(data):
            raise ValueError("cut off")
    end = _end_of_jpeg(data, at)
    clean.append(data[at:end])
    behind = data[end:]
    # Phones put a second picture behind the first one, with its own Exif.
    place = behind.find(_EXIF)
    while place >= 0:
        exif.append(behind[place + len(_EXIF) : place + 65536])
        place = behind.find(_EXIF, place + 1)
    return Parts(b"".join(clean), tuple(exif), tuple(texts), len(behind))


def _end_of_jpeg(data: bytes, at: int) -> int:
    """Where the picture ends: the first end marker. Inside its data 0xFF is followed by 0."""
    end = data.find(b"\xff\xd9", at)
    if end < 0:
        raise ValueError("cut off")
    return end + 2


def _webp(data: bytes) -> Parts:
    end = 8 + int.from_bytes(data[4:8], "little")
    clean, exif, texts = [], [], []
    at = 12
    while at + 8 <= min(end, len(data)):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + size]
        if len(body) < size:
            raise ValueError("cut off")
        whole = data[at : at + 8 + size + size % 2]
        if kind == b"EXIF":
            exif.append(body.removeprefix(_EXIF))
        elif kind == b"VP8X":
            clean.append(whole[:8] + bytes([whole[8] & ~0x0C]) + whole[9:])
        elif kind in _WEBP_DRAWS:
            clean.append(whole)
        else:
            texts.append(body)
        at += 8 + size + size % 2
    if not clean:
        raise ValueError("empty")
    body = b"WEBP" + b"".join(clean)
    head = b"RIFF" + len(body).to_bytes(4, "little")
    return Parts(head + body, tuple(exif), tuple(texts), max(0, len(data) - end - end % 2))
