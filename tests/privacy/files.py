"""Attachments of every kind, made as offices make them, with numbers of nobody in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx
import openpyxl
import xlsxwriter
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from tests.privacy.invented import with_check

WHOLE_ID = with_check("42010219900307001")
ID_SHOWN = f"42*************{WHOLE_ID[-3:]}"
PHONE = "13800138000"
PHONE_SHOWN = "138****8000"


def workbook(then: Callable[[Any], None]) -> bytes:
    """A list with one sheet 名单; `then` gets the workbook."""
    book = openpyxl.Workbook()
    book.properties.creator = "openpyxl"
    sheet = book.worksheets[0]
    sheet.title = "名单"
    sheet.append(["序号", "单位名称", "所在区"])
    sheet.append([1, "示例公司", "示例区"])
    then(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def shared_strings(pieces: list[str]) -> bytes:
    """A list whose texts stand in a part of their own; A1 is made of `pieces`, each other bold."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("名单")
        bold = book.add_format({"bold": True})
        if len(pieces) == 1:
            sheet.write_string("A1", pieces[0])
        else:
            sheet.write_rich_string("A1", pieces[0], bold, *pieces[1:])
    return stream.getvalue()


def document(then: Callable[[Any], None]) -> bytes:
    """A Word document with one paragraph; `then` gets it."""
    made = docx.Document()
    made.core_properties.author = ""
    made.add_paragraph("示例通知的正文。")
    then(made)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """A packed document with some of its parts changed, or more parts in it."""
    stream = io.BytesIO()
    new = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with zipfile.ZipFile(io.BytesIO(data)) as old, new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            change = parts.get(name)
            before = old.read(name) if name in old.namelist() else b""
            new.writestr(name, change(before) if callable(change) else change or before)
    return stream.getvalue()


def pdf(text: str = "", then: Callable[[PdfWriter], None] | None = None) -> bytes:
    """A PDF of one page with `text` on it; `then` gets its writer."""
    import typst

    page = typst.compile(f"#set page(width: 15cm, height: 8cm)\n{text or 'shili'}".encode())
    assert isinstance(page, bytes)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(page)))
    if then:
        then(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def note(text: str) -> FreeText:
    """A note for the page of a PDF."""
    return FreeText(text=text, rect=(10, 10, 100, 40))


def jpeg(exif: Mapping[int, Any] | None = None, gps: bool = False, **more: Any) -> bytes:
    """A photograph of four colours."""
    made = Image.new("RGB", (40, 20), "#c02020")
    made.paste("#2020c0", (0, 0, 20, 10))
    block = Image.Exif()
    for tag, value in (exif or {}).items():
        block[tag] = value
    if gps:
        place = block.get_ifd(0x8825)
        place[1], place[2], place[3], place[4] = "N", (30.0, 35.0, 0.0), "E", (114.0, 18.0, 0.0)
    stream = io.BytesIO()
    made.save(stream, "JPEG", quality=95, exif=block, **more)
    return stream.getvalue()


def png(texts: Mapping[str, str]) -> bytes:
    """A drawing with text chunks."""
    info = PngInfo()
    for key, value in texts.items():
        info.add_itxt(key, value)
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def webp(exif: Mapping[int, Any]) -> bytes:
    """A WebP picture."""
    block = Image.Exif()
    for tag, value in exif.items():
        block[tag] = value
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(stream, "WEBP", exif=block)
    return stream.getvalue()
