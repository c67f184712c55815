"""Exports read back by other programs than those that wrote them."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from xml.etree import ElementTree

import docx
import openpyxl
from docx.document import Document

_BREAKS = re.compile("[\r\n\v\f\u0085\u2028\u2029\t \u3000\u00a0]+")
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffd\ufffe\uffff]")


def bare(text: str) -> str:
    """A text without blanks, and without what no document can hold: what must not be lost."""
    return _REFUSED.sub("", _BREAKS.sub("", text))


def word(data: bytes) -> Document:
    """A Word file as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def word_text(data: bytes) -> str:
    """All text of a Word file's body, in its order, bare."""
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    names = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return bare("".join(part.text or "" for part in root.iter(f"{names}t")))


def cells(data: bytes) -> dict[str, list[list[object]]]:
    """A workbook's values by sheet and row."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in book}


def excel_text(data: bytes) -> str:
    """All cells of a workbook, bare, whole numbers without a point."""
    values = (value for rows in cells(data).values() for row in rows for value in row)
    return bare("\n".join(f"{value}" for value in values if value is not None))


def pdf_text(data: bytes, head: str = "") -> str:
    """The text of a PDF in the order it was written in, cell by cell, bare.

    What stands on every page, its number and the text `head`, is taken out: sentences go on.
    """
    text = bare(_poppler(["pdftotext", "-raw", "-", "-"], data))
    return re.sub(r"第\d+页共\d+页", "", text).replace(bare(head), "") if head else text


class Placed(NamedTuple):
    """A word on a page, in points from the top left; `height` and `width` are those of the page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    width: float
    height: float
    text: str


def placed(data: bytes) -> Iterator[Placed]:
    """Every word of a PDF with its place."""
    xml = _poppler(["pdftotext", "-bbox", "-", "-"], data)
    xml = "".join(sign for sign in xml if sign == "\n" or unicodedata.category(sign) != "Cc")
    marks = r'<page width="([\d.]+)" height="([\d.]+)">|<word xMin="([-\d.]+)" yMin="([-\d.]+)" '
    marks += r'xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
    page, width, height = 0, 0.0, 0.0
    for found in re.finditer(marks, xml):
        if found[1]:
            page, width, height = page + 1, float(found[1]), float(found[2])
            continue
        left, top, right, bottom = (float(found[at]) for at in range(3, 7))
        yield Placed(page, left, top, right, bottom, width, height, found[7])


def pictured(data: bytes) -> set[int]:
    """The pages of a PDF that show a picture."""
    rows = _poppler(["pdfimages", "-list", "-"], data).splitlines()[2:]
    return {int(row.split()[0]) for row in rows}


def everywhere(data: bytes) -> bytes:
    """All bytes of an export, those packed in a zip unpacked too."""
    if not data.startswith(b"PK"):
        return data
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    return data + b"\n".join([*(name.encode() for name in names), *map(archive.read, names)])


def rising(numbers: list[int]) -> bool:
    """Whether numbers never fall."""
    return all(one <= other for one, other in pairwise(numbers))


def _poppler(command: list[str], data: bytes) -> str:
    done = subprocess.run(command, input=data, capture_output=True, check=True, timeout=60)
    return done.stdout.decode(errors="replace")
