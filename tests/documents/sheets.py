"""A PDF as one reads it: lines with their places, measured in millimetres from the top left."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

POINT = 25.4 / 72
_SPACE = "{http://www.w3.org/1999/xhtml}"


class Line(NamedTuple):
    """One line of a page: its words, and its left, top, right and bottom edge in millimetres."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def pages_of(pdf: bytes, folder: Path) -> list[list[Line]]:
    """The lines of each page, from the top to the bottom."""
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    run = ["pdftotext", "-bbox-layout", str(file), "-"]
    out = subprocess.run(run, check=True, capture_output=True).stdout.decode()
    tree = ET.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", out))
    pages = []
    for page in tree.iter(f"{_SPACE}page"):
        lines = []
        for line in page.iter(f"{_SPACE}line"):
            words = [word.text or "" for word in line.iter(f"{_SPACE}word")]
            left, top, right, bottom = (
                float(line.attrib[edge]) * POINT for edge in ("xMin", "yMin", "xMax", "yMax")
            )
            lines.append(Line("".join(words), left, top, right, bottom))
        pages.append(sorted(lines, key=lambda line: (round(line.top), line.left)))
    return pages


def text_of(pdf: bytes, folder: Path) -> str:
    """All its words, without breaks."""
    return "".join(line.text for page in pages_of(pdf, folder) for line in page)


def facts_of(pdf: bytes, folder: Path) -> dict[str, str]:
    """What the file says of itself."""
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    out = subprocess.run(["pdfinfo", str(file)], check=True, capture_output=True).stdout.decode()
    return {
        key: value.strip() for key, _, value in (one.partition(":") for one in out.splitlines())
    }
