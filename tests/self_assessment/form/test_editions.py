"""Complaint 5, as a reader meets it: another edition of the criteria."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.self_assessment.filings import a_filing, saved
from tests.self_assessment.form.writer import Writer


def _of_another_edition() -> dict[str, Any]:
    tree = a_filing() | {"criteria": {"id": "older-2004", "digest": "a" * 64}}
    tree["items"]["4.8.1"] = {"elements": {"approach": {"text": "旧条款里写过的话"}}}
    return tree


def test_file_of_another_edition_keeps_its_answers(writer: Writer, tmp_path: Path) -> None:
    writer.choose("#start-import", saved(tmp_path, _of_another_edition()))
    note = writer.page.locator(".incoming .note").first
    expect(note).to_contain_text("另一版准则（older-2004）")
    expect(note).to_contain_text("1 处不再要求")
    writer.page.click("#incoming-open")
    writer.page.wait_for_selector(".shell")
    entry = writer.page.locator('.map-entry[href$="/4.1.2"]')
    expect(entry).to_contain_text("待复核")
    writer.go("4.1.2")
    expect(writer.field("4.1.2-approach")).to_have_value("4.1.2 方法")
    expect(writer.page.locator(".waiting")).to_contain_text("准则有变")
    writer.page.get_by_role("button", name="已更新").click()
    expect(entry).not_to_contain_text("待复核")
    writer.go("retired")
    expect(writer.page.locator(".page")).to_contain_text("旧条款里写过的话")


_REWRITE = """(draft) => new Promise((done, failed) => {
  const opening = indexedDB.open("mayor-quality-award.self-assessment");
  opening.onsuccess = () => {
    const write = opening.result.transaction(["parts"], "readwrite");
    const parts = write.objectStore("parts");
    const asked = parts.get([draft, "head"]);
    asked.onsuccess = () => parts.put(
      { ...asked.result, criteria: { id: "older-2004", digest: "b".repeat(64) } }, [draft, "head"]);
    write.oncomplete = () => { opening.result.close(); done(); };
    write.onerror = failed;
  };
})"""


def test_draft_of_another_edition_opens_in_a_newer_form(writer: Writer) -> None:
    writer.begin()
    writer.go("4.1.2")
    writer.write("4.1.2-approach", "按原来的准则写的")
    writer.saved()
    writer.page.evaluate(_REWRITE, writer.draft)
    writer.reopen()
    expect(writer.page.locator(".toast")).to_contain_text("另一版准则")
    expect(writer.page.locator('.map-entry[href$="/4.1.2"]')).to_contain_text("待复核")
    expect(writer.field("4.1.2-approach")).to_have_value("按原来的准则写的")
    writer.saved()
    writer.go("drafts")
    expect(writer.page.locator(".snapshots")).to_contain_text("打开时")
