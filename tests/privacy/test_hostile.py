"""Files made to hurt: each is refused with one sentence, soon, and nothing else happens."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from pypdf import PdfWriter

from generator.privacy.attachments import LARGEST, findings_in
from tests.privacy import files
from tests.privacy.files import document, with_parts, workbook

BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><a>&j;</a>"
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'


def _locked() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("x")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _zip_bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/workbook.xml", "w", force_zip64=True) as part:
            for _ in range(110):
                part.write(bytes(1024 * 1024))
    return stream.getvalue()


def _nested(depth: int) -> bytes:
    data = workbook(lambda book: None)
    for _ in range(depth):
        data = with_parts(document(lambda made: None), {"word/embeddings/a.docx": data})
    return data


def _sheet(more: bytes) -> bytes:
    """A workbook whose sheet has `more` after its rows."""
    end = b"</sheetData>"
    return with_parts(PLAIN, {"xl/worksheets/sheet1.xml": lambda s: s.replace(end, more + end)})


PLAIN = workbook(lambda book: None)
REFUSED = [
    ("a.xlsx", _zip_bomb, "attachment-large"),
    ("a.xlsx", lambda: with_parts(PLAIN, {"xl/workbook.xml": BOMB}), "attachment-damaged"),
    ("a.xlsx", lambda: with_parts(PLAIN, {"xl/sharedStrings.xml": OUTSIDE}), "attachment-damaged"),
    ("a.xlsx", lambda: _sheet(b"<row/>" * 2_000_000), "attachment-large"),
    ("a.xlsx", lambda: _sheet(b"<row%s/>" % (b' a=""' * 1_100_000)), "attachment-large"),
    ("a.xlsx", lambda: _sheet(b'<row r="x"/>'), "attachment-damaged"),
    ("a.xlsx", lambda: _sheet(b"<row>%s</row>" % (b"<c/>" * 20_000)), "attachment-damaged"),
    (
        "a.xlsx",
        lambda: _sheet(
            b"".join(b'<col min="%d" max="16384" hidden="1"/>' % n for n in range(16_384, 0, -1))
        ),
        "attachment-damaged",
    ),
    (
        "a.docx",
        lambda: with_parts(document(lambda made: None), {"word/document.xml": b"<a/>" * 1_100_000}),
        "attachment-large",
    ),
    ("a.xlsx", lambda: PLAIN[: len(PLAIN) // 2], "attachment-damaged"),
    ("a.xlsx", lambda: b"not a workbook", "attachment-damaged"),
    ("a.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "attachment-locked"),
    ("a.docx", lambda: PLAIN, "attachment-damaged"),
    ("a.docx", lambda: _nested(6), "attachment-nested"),
    ("a.docx", lambda: with_parts(_nested(0), {"word/document.xml": b"<a"}), "attachment-damaged"),
    (
        "a.docx",
        lambda: with_parts(document(lambda made: None), {"word/embeddings/o1.bin": b"x"}),
        "attachment-embedded",
    ),
    ("a.pdf", _locked, "attachment-locked"),
    ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(500), "attachment-damaged"),
    ("a.pdf", lambda: b"", "attachment-damaged"),
    ("a.csv", lambda: b"\x00\x81\xff\xfe\x00", "attachment-encoding"),
    ("a.txt", lambda: b" " * (LARGEST + 1), "attachment-large"),
    ("a.png", lambda: files.png({"a": "b"})[:40], "attachment-damaged"),
    ("a.png", lambda: b"", "attachment-damaged"),
    ("a.jpg", lambda: files.jpeg()[:100], "attachment-damaged"),
    ("a.webp", lambda: b"RIFF\x04\x00\x00\x00WEBP", "attachment-damaged"),
    ("a.svg", lambda: BOMB, "attachment-entities"),
    ("a.svg", lambda: OUTSIDE, "attachment-entities"),
    (
        "a.svg",
        lambda: b"<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]><svg/>",
        "attachment-entities",
    ),
    ("a.svg", lambda: b"<svg>%s</svg>" % (b"<a/>" * 1_100_000), "attachment-large"),
    ("a.svg", lambda: b"<svg", "attachment-damaged"),
    ("a.zip", lambda: b"PK", "attachment-kind"),
    ("a.mp4", lambda: b"x", "attachment-kind"),
    ("a", lambda: b"x", "attachment-kind"),
]


@pytest.mark.parametrize(("name", "made", "code"), REFUSED)
def test_it_is_refused(name: str, made: object, code: str) -> None:
    assert callable(made)
    data = made()
    begun = time.process_time()
    told = findings_in(name, data)
    assert time.process_time() - begun < 2
    assert code in {one.code for one in told}
    assert all(one.remedy for one in told)


LONG = [
    "a" * 400_000,
    "1 " * 15_000,
    "13800138000\n" * 10_000,
    "420102199003070010" * 5_000,
    "三栋" * 100_000,
    "1-" * 15_000,
    "@" * 300_000,
    "https://" + "1/" * 50_000,
]


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:12])
def test_a_long_text_takes_no_longer_than_its_length(text: str) -> None:
    begun = time.process_time()
    findings_in("a.txt", text.encode())
    assert time.process_time() - begun < 15


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("a.doc", "请另存为 .docx"),
        ("a.wps", "请另存为 .docx"),
        ("a.xls", "请另存为 .xlsx"),
        ("a.et", "请另存为 .xlsx"),
    ],
)
def test_old_formats_are_told_what_to_be_saved_as(name: str, remedy: str) -> None:
    (told,) = findings_in(name, b"x")
    assert told.remedy == remedy
