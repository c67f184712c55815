"""What old office PCs export is as whole as what new ones do."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from playwright.sync_api import Browser

from tests.browsing import old_chromium, old_page
from tests.self_assessment.exporting.desk import Desk
from tests.self_assessment.exporting.filings import Marked
from tests.self_assessment.exporting.reading import excel_text, pdf_text, word_text


@pytest.fixture(params=[88, 109])
def old_desk(request: pytest.FixtureRequest, browser: Browser, desk_file: Path) -> Iterator[Desk]:
    with old_chromium(request.param, browser) as old:
        desk = Desk(old_page(old))
        desk.page.goto(desk_file.as_uri())
        desk.page.wait_for_function("window.desk")
        yield desk
        assert desk.wrong == []


def test_an_old_browser_exports_all_of_it(old_desk: Desk, marked: Marked) -> None:
    texts = {place: text for place, text in marked.places.items() if "记" in text}
    marks = {f"记{text.partition('记')[2][:4]}" for text in texts.values()}
    report = {
        f"记{text.partition('记')[2][:4]}"
        for place, text in texts.items()
        if not place.startswith("history/")
    }
    docx = old_desk.made("word", marked.whole)
    held = {
        "word": word_text(docx),
        "excel": excel_text(old_desk.made("excel", marked.whole)),
        "print": pdf_text(old_desk.printed(marked.whole)),
    }
    for kind, text in held.items():
        wanted = marks if kind == "excel" else report
        assert {mark for mark in wanted if mark not in text} == set(), kind
    parts = zipfile.ZipFile(io.BytesIO(docx)).namelist()
    assert len([name for name in parts if name.startswith("word/media/")]) > 4
    key = pyrage.x25519.Identity.generate()
    data = base64.b64encode(docx).decode()
    sealed = old_desk.ask("sealed", data, {"recipient": str(key.to_public())})
    assert pyrage.decrypt(base64.b64decode(sealed), [key]) == docx
