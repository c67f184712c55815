"""The Word file by the rules that Word and WPS both keep to."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from docx.document import Document
from playwright.sync_api import Browser

from tests.self_assessment.exporting.desk import AT, Desk, opened
from tests.self_assessment.exporting.filings import Marked
from tests.self_assessment.exporting.reading import word, word_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def parts(exports: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of the marked filing's Word file."""
    archive = zipfile.ZipFile(io.BytesIO(exports["word"]))
    return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def document(exports: dict[str, bytes]) -> Document:
    return word(exports["word"])


def test_every_part_is_well_formed(parts: dict[str, bytes]) -> None:
    assert next(iter(parts)) == "[Content_Types].xml"
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(data)


def test_the_page_is_a4_with_margins_and_numbers(
    document: Document, parts: dict[str, bytes]
) -> None:
    (section,) = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [round(margin.mm) for margin in (section.left_margin, section.right_margin)] == [28, 26]
    assert section.different_first_page_header_footer
    footers = [data.decode() for name, data in parts.items() if name.startswith("word/footer")]
    assert sum("PAGE" in footer and "NUMPAGES" in footer for footer in footers) == 1


def test_fonts_are_named_and_never_of_the_theme(parts: dict[str, bytes]) -> None:
    styles, body = parts["word/styles.xml"].decode(), parts["word/document.xml"].decode()
    assert "Theme=" not in styles + body
    root = ElementTree.fromstring(styles)
    normal = root.find(f"{W}docDefaults//{W}rPr")
    assert normal is not None
    fonts, size = normal.find(f"{W}rFonts"), normal.find(f"{W}sz")
    assert fonts is not None
    assert size is not None
    assert (fonts.get(f"{W}ascii"), fonts.get(f"{W}eastAsia")) == ("Times New Roman", "宋体")
    assert size.get(f"{W}val") == "24"
    spacing = root.find(f"{W}docDefaults//{W}spacing")
    assert spacing is not None
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("360", "auto")
    heading = next(style for style in root if style.get(f"{W}styleId") == "Heading1")
    assert "黑体" in ElementTree.tostring(heading, encoding="unicode")


def test_every_table_has_a_true_grid_and_every_cell_its_width(document: Document) -> None:
    assert len(document.tables) > 8
    for table in document.tables:
        grid = [int(column.get(f"{W}w")) for column in table._tbl.tblGrid.iter(f"{W}gridCol")]
        assert all(width > 300 for width in grid)
        for row in table.rows:
            widths = [
                int(cell.tcPr.find(f"{W}tcW").get(f"{W}w")) for cell in row._tr.iter(f"{W}tc")
            ]
            assert widths == grid


def test_heads_repeat_and_short_rows_hold_together(document: Document) -> None:
    headed = 0
    for table in document.tables:
        for row in table.rows:
            marks = {mark.tag for mark in row._tr.iter(f"{W}tblHeader", f"{W}cantSplit")}
            headed += f"{W}tblHeader" in marks
            longest = max(len(cell.text) for cell in row.cells)
            assert (f"{W}cantSplit" in marks) == (longest <= 400)
    assert headed > 6


def test_headings_make_an_outline_and_the_contents_name_them(document: Document) -> None:
    headings = [p for p in document.paragraphs if p.style and p.style.name.startswith("Heading ")]
    names = [p.text for p in headings if p.style and p.style.name[-1] in "123"]
    assert names[:2] == ["一、基本信息", "二、组织概述"]
    assert "三、分条款自评" in names
    entries = [
        "".join(t.text or "" for t in p.iter(f"{W}t"))
        for p in document.element.body.iter(f"{W}p")
        if (style := p.find(f"{W}pPr/{W}pStyle")) is not None
        and style.get(f"{W}val", "").startswith("TOC")
        and style.get(f"{W}val") != "TOCHeading"
    ]
    assert [entry.rstrip("0123456789") for entry in entries] == [
        name.rstrip("0123456789") for name in names
    ]
    assert all(entry[-1].isdigit() for entry in entries)


def test_word_asks_nothing_when_it_opens_the_file(parts: dict[str, bytes]) -> None:
    assert b'<w:updateFields w:val="true"' not in parts["word/settings.xml"]
    assert b'w:dirty="true"' not in parts["word/document.xml"]
    assert b"altChunk" not in parts["word/document.xml"]
    assert not any(name.startswith("word/afchunk") for name in parts)


def test_the_cover_has_a_place_for_the_seal_and_the_promise_one_to_sign(
    exports: dict[str, bytes],
) -> None:
    text = word_text(exports["word"])
    assert text.count("〔盖章处〕") == 2
    assert text.index("自评报告") < text.index("目录") < text.index("承诺书")
    assert "签字：＿" in text


def test_charts_are_pictures_with_words_for_those_who_do_not_see_them(
    document: Document, parts: dict[str, bytes]
) -> None:
    pictures = [name for name in parts if name.startswith("word/media/")]
    assert len(pictures) > 4
    assert all(parts[name].startswith(b"\x89PNG") for name in pictures)
    said = [
        part.get("descr") for part in document.element.body.iter() if part.tag.endswith("}docPr")
    ]
    assert len(said) >= len(pictures)
    assert all(said)


def test_the_same_filing_at_the_same_moment_is_the_same_file(
    browser: Browser, desk_file: Path, exports: dict[str, bytes], marked: Marked
) -> None:
    """Also from a page opened afresh, and after other files."""
    fresh = opened(browser, desk_file)
    try:
        for kind in ("word", "excel", "json"):
            assert fresh.made(kind, marked.whole) == exports[kind], kind
            assert fresh.made(kind, marked.whole) == exports[kind], kind
    finally:
        fresh.page.close()


def test_its_dates_are_those_of_the_export(document: Document) -> None:
    assert document.core_properties.created is not None
    assert document.core_properties.created.isoformat().startswith("2026-06-20T02:30:00")


def test_a_filing_with_nothing_in_it_is_a_report_with_blanks_explained(
    desk: Desk, marked: Marked
) -> None:
    empty: dict[str, Any] = {
        **marked.whole,
        **{key: {} for key in ("profile", "items", "consensus")},
        **{key: [] for key in ("plan", "promotion", "assessments", "retired", "history")},
        "incidents": {"none": None, "entries": []},
        "last_year": None,
        "assignment": None,
    }
    text = word_text(desk.made("word", empty))
    assert text.count("〔未填写〕") > 20
    assert "总分待各条款评完后得出" in text


def test_files_are_named_for_the_organisation_the_year_and_the_minute(
    desk: Desk, marked: Marked
) -> None:
    filing = {**marked.whole, "organisation": {"name": '示例/\\:*?"<>|公司\u202e.'}, "year": 2026}
    assert desk.ask("name", filing, "docx", AT) == "自评报告_示例公司_2026_20260620-1030.docx"
    filing["organisation"] = {"name": " "}
    assert desk.ask("name", filing, "json", AT) == "自评报告_未填组织名称_2026_20260620-1030.json"
