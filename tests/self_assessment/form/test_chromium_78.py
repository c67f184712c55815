"""The floor that is promised: the form is filled in, saved and exported in Chromium 78."""

from __future__ import annotations

import json
from pathlib import Path

from tests.plain_chromium import plain_page
from tests.self_assessment.form.test_old_browsers import MADE
from tests.self_assessment.form.writer import TEXT

SAVED = "document.querySelector('.status[data-saved=saved]:not([data-pending])')"


def test_the_oldest_browser_fills_in_saves_and_exports(form: Path) -> None:
    with plain_page(78) as page:
        page.opens(form.as_uri())
        page.waits("document.querySelector('#start-new')")
        assert (
            page.evaluates("getComputedStyle(document.getElementById('banner')).display") == "none"
        )
        page.clicks("#start-new")
        page.waits("document.querySelector('#about-name')")
        page.types("#about-name", "示例有限公司")
        draft = page.evaluates("location.hash.split('/')[1]")
        page.evaluates(f"void (location.hash = '#/{draft}/4.1.2')")
        page.waits("document.getElementById('4.1.2-approach')")
        page.types("[id='4.1.2-approach']", TEXT)
        page.waits(SAVED)
        page.opens("about:blank")
        page.opens(f"{form.as_uri()}#/{draft}/4.1.2")
        page.waits("document.getElementById('4.1.2-approach')")
        assert page.evaluates("document.getElementById('4.1.2-approach').value") == TEXT
        page.evaluates(f"void (location.hash = '#/{draft}/export')")
        page.waits("document.getElementById('export-json')")
        out = {
            kind: page.evaluates(f"({MADE})('export-{kind}')")
            for kind in ("json", "docx", "xlsx", "age")
        }
        assert page.wrong == []
    assert TEXT in out["json"]["text"]
    assert json.loads(out["json"]["text"])["organisation"]["name"] == "示例有限公司"
    assert [made["start"] for made in list(out.values())[1:]] == [
        "PK\x03\x04",
        "PK\x03\x04",
        "age-",
    ]
