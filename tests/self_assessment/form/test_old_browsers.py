"""The promise of old office PCs: started, filled in, saved and exported in old Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import old_chromium, old_page
from tests.self_assessment.form.writer import TEXT, Writer

MADE = """(button) => new Promise((done, failed) => {
  // The oldest of them do not tell of downloads: the file is taken where it is handed over.
  const made = URL.createObjectURL;
  const late = setTimeout(() => failed(new Error("nothing was made")), 25000);
  URL.createObjectURL = (blob) => {
    if (blob.type !== "text/javascript") {
      URL.createObjectURL = made;
      clearTimeout(late);
      new Response(blob).arrayBuffer().then((bytes) => {
        const start = String.fromCharCode(...new Uint8Array(bytes).slice(0, 4));
        done({ size: bytes.byteLength, start, text: new TextDecoder().decode(bytes) });
      });
    }
    return made.call(URL, blob);
  };
  document.getElementById(button).click();
})"""


@pytest.fixture(params=[88, 109])
def old(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with old_chromium(request.param, browser) as started:
        yield old_page(started, viewport={"width": 1280, "height": 800})


def test_old_browser_fills_in_saves_and_exports(old: Page, form: Path) -> None:
    writer = Writer(old, form)
    writer.open()
    expect(old.locator("#banner")).to_be_hidden()
    writer.begin()
    writer.write("about-name", "示例有限公司")
    writer.go("4.1.2")
    writer.write("4.1.2-approach", TEXT * 10)
    field = writer.field("4.1.2-approach")
    whole = field.evaluate("(area) => [area.scrollHeight, area.clientHeight]")
    assert whole[0] <= whole[1] + 2, "the field grew with its text"
    writer.score("4.1.2", 55)
    writer.saved()
    old.reload()
    old.wait_for_selector(".page")
    expect(field).to_have_value(TEXT * 10)
    writer.go("export")
    out = [writer.page.evaluate(MADE, f"export-{kind}") for kind in ("json", "docx", "xlsx", "age")]
    assert json.loads(out[0]["text"])["totals"]["items"] == {"4.1.2": "27.5"}
    assert [made["start"] for made in out[1:]] == ["PK\x03\x04", "PK\x03\x04", "age-"]
    assert all(made["size"] > 2000 for made in out)
    writer.go("4.7.2")
    old.get_by_role("button", name="添加结果表").click()
    writer.page.keyboard.type("产品质量")
    writer.saved()
    assert writer.faults == []
