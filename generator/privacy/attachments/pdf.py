"""A PDF: its pages, and what lies beside them: properties, notes, form fields, attached files."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from generator.privacy.attachments.limits import PAGES, Unscannable, damaged, too_large
from generator.privacy.attachments.properties import Nested
from generator.privacy.attachments.told import also_published, author, numbers_at
from generator.privacy.finding import Finding
from generator.problems import Level

_EXIF = b"Exif\x00\x00"


def pdf(data: bytes, nested: Nested) -> Iterator[Finding]:
    """What a ``.pdf`` holds. Raises Unscannable."""
    if b"%PDF-" not in data[:1024]:
        raise damaged("pdf")
    try:
        found = [*_all_of(data, nested)]
    except Unscannable:
        raise
    except Exception:  # a damaged file can fail in any way
        raise damaged("pdf") from None
    yield from found


def _all_of(data: bytes, nested: Nested) -> Iterator[Finding]:
    from pypdf import PdfReader  # takes 0.2 s to load

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise Unscannable("attachment-locked", "PDF 加了密，无法检查", "请去掉密码后另存")
    if len(reader.pages) > PAGES:
        raise too_large(f"PDF 有 {len(reader.pages)} 页，超过 {PAGES} 页")
    for number, page in enumerate(reader.pages, 1):
        yield from _page(page, number, nested)
    for key, value in (reader.metadata or {}).items():
        text = str(value)
        if key in ("/Author", "/Company"):
            yield from author(text, "文档属性")
        yield from numbers_at(text, "文档属性")
    root: Any = reader.trailer["/Root"]
    if (about := root.get("/Metadata")) is not None:
        yield from numbers_at(about.get_object().get_data().decode("utf-8", "replace"), "文档属性")
    for name, field in (reader.get_fields() or {}).items():
        yield from numbers_at(f"{name}\n{field.get('/V', '')}", f"表单项“{name[:30]}”")
    for name, versions in reader.attachments.items():
        yield also_published(
            "attached-file", "", f"附带文件“{name[:40]}”", f"附带文件“{name[:40]}”"
        )
        for one in (inner for version in versions for inner in nested(name, version)):
            yield one._replace(place=f"附带文件“{name[:40]}”{one.place}")


def _page(page: Any, number: int, nested: Nested) -> Iterator[Finding]:
    place = f"第 {number} 页"
    text = page.extract_text() or ""
    yield from numbers_at(text, place)
    notes = 0
    for note in page.get("/Annots") or ():
        note = note.get_object()
        said = [str(note.get(key, "")) for key in ("/Contents", "/T", "/RC", "/V", "/TU")]
        action = note.get("/A")
        said.append(str(action.get_object().get("/URI", "")) if action is not None else "")
        yield from numbers_at("\n".join(said), f"{place}的注释")
        notes += note.get("/Subtype") not in ("/Link", "/Widget", "/Popup")
    if notes:
        yield also_published("comment", place, f"有 {notes} 条注释", "注释")
    pictures = 0
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    for one in (objects.get_object() if objects is not None else {}).values():
        one = one.get_object()
        if one.get("/Subtype") != "/Image":
            continue
        pictures += 1
        if one.get("/Filter") == "/DCTDecode" and _EXIF in (data := one._data):
            for inner in nested("picture.jpg", data):
                yield inner._replace(place=f"{place}的图片{inner.place}")
    if pictures and not text.strip():
        yield Finding(
            *("privacy-page-unread", Level.NOTE, 1, place, "只有图片，图片里的文字没有检查"),
            *("图片里的文字", "请人工核对这一页"),
        )
