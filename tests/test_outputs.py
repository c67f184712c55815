"""A text is found wherever it hides: what searches the outputs for canaries is at work."""

from __future__ import annotations

import dataclasses
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter

from generator.documents import printed
from tests.documents.test_papers import FACES, PLAIN, said
from tests.outputs import everything, readings

TEXT = "qzcanary金丝雀"


def pdf() -> bytes:
    return printed(dataclasses.replace(PLAIN, blocks=said(f"示例。{TEXT}。")), FACES)


def pdf_title() -> bytes:
    out = io.BytesIO()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(printed(PLAIN, FACES))))
    writer.add_metadata({"/Subject": TEXT})
    writer.write(out)
    return out.getvalue()


def workbook() -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.create_sheet("隐藏").sheet_state = "hidden"
    book["隐藏"]["F12"] = TEXT
    book.save(out)
    return out.getvalue()


def picture() -> bytes:
    out, words = io.BytesIO(), PngImagePlugin.PngInfo()
    words.add_itxt("Comment", TEXT)
    Image.new("RGB", (2, 2)).save(out, "png", pnginfo=words)
    return out.getvalue()


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("x.gz", gzip.compress(TEXT.encode()))
    return out.getvalue()


HIDDEN: dict[str, Callable[[], bytes]] = {
    "a.txt": TEXT.encode,
    "a.gz": lambda: gzip.compress(TEXT.encode()),
    "a.zip": zipped,
    "a.pdf": pdf,
    "title.pdf": pdf_title,
    "a.xlsx": workbook,
    "a.png": picture,
    "a.json": lambda: json.dumps(TEXT).encode(),
    "a.html": lambda: "".join(f"&#{ord(sign)};" for sign in TEXT).encode(),
    "a.ics": lambda: f"SUMMARY:{TEXT[:5]}\r\n {TEXT[5:]}".encode(),
    "unseen.txt": lambda: "\u200b".join(TEXT).encode(),
    "a.xml": lambda: "".join(f"%{byte:02X}" for byte in TEXT.encode()).encode(),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_a_text_is_found_wherever_it_hides(name: str) -> None:
    assert any(TEXT.encode() in reading for reading in readings(name, HIDDEN[name]()))


def test_names_are_read_too(tmp_path: Path) -> None:
    (tmp_path / TEXT).mkdir()
    assert [name for name, data in everything(tmp_path) if TEXT.encode() in data] == [TEXT]
