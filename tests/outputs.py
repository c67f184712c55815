"""Whatever is published, read in every way in which someone could read it.

A text may hide in a compressed stream, behind an escape, in a folded line, or between signs that
are not seen. `readings` gives a file as it is and in each of these forms.
"""

from __future__ import annotations

import functools
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PIL import Image
from pypdf import PdfReader

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_UNICODE = re.compile(rb"\\u([0-9a-fA-F]{4})")
_UNSEEN = ("\u200b", "\u00ad", "\ufeff")
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")


def everything(root: Path) -> Iterator[tuple[str, bytes]]:
    """Every name and every file below `root`, in each of its readings."""
    for file in sorted(root.rglob("*")):
        yield file.name, file.name.encode()
        if file.is_file():
            path = file.relative_to(root).as_posix()
            for reading in readings(path, file.read_bytes()):
                yield path, reading


def readings(name: str, data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and what can be made of them."""
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield from readings("unpacked", gzip.decompress(data))
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for inner in packed.namelist():
                yield inner.encode()
                yield from readings(inner, packed.read(inner))
    elif data.startswith(b"%PDF-"):
        yield from _of_pdf(data)
    elif name.lower().endswith(_PICTURES):
        yield from _of_picture(data)
    else:
        yield from _of_text(data)


@functools.cache  # the same papers are in many sites, and take the longest to read
def _of_pdf(data: bytes) -> tuple[bytes, ...]:
    """Its streams unpacked; its texts as a reader sees them; what it says of itself."""
    read = []
    for stream in _STREAM.finditer(data):
        try:
            read.append(zlib.decompress(stream[1].strip(b"\r\n")))
        except zlib.error:
            read.append(stream[1])
    reader = PdfReader(io.BytesIO(data))
    read.append("".join(page.extract_text().replace("\n", "") for page in reader.pages).encode())
    read.append(" ".join(str(value) for value in (reader.metadata or {}).values()).encode())
    return tuple(read)


def _of_picture(data: bytes) -> Iterator[bytes]:
    with Image.open(io.BytesIO(data)) as picture:
        yield repr({**picture.info, **dict(picture.getexif())}).encode()


def _of_text(data: bytes) -> Iterator[bytes]:
    """Lines unfolded, escapes and entities undone, signs that are not seen taken out."""
    if b"\r\n " in data:
        yield data.replace(b"\r\n ", b"")
    if b"\\u" in data:
        yield _UNICODE.sub(lambda sign: chr(int(sign[1], 16)).encode(errors="replace"), data)
    if b"%" in data:
        yield unquote_to_bytes(data)
    if b"&" in data or any(sign.encode() in data for sign in _UNSEEN):
        text = unescape(data.decode(errors="replace"))
        for sign in _UNSEEN:
            text = text.replace(sign, "")
        yield text.encode()
