"""Complaint 11: a corrupt store stops the app. It must start, and give back what there is."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.self_assessment.form.doomed import Doomed
from tests.self_assessment.form.writer import TEXT, Writer

_SPOIL = """(draft) => new Promise((done, failed) => {
  const opening = indexedDB.open("mayor-quality-award.self-assessment");
  opening.onsuccess = () => {
    const write = opening.result.transaction(["parts"], "readwrite");
    write.objectStore("parts").put({ elements: "坏了", x: [1] }, [draft, "items/4.1.2"]);
    write.oncomplete = () => { opening.result.close(); done(); };
    write.onerror = failed;
  };
})"""


def test_unreadable_draft_gives_its_bytes_and_its_snapshots(writer: Writer, tmp_path: Path) -> None:
    writer.begin()
    writer.write("about-name", "示例有限公司")
    writer.go("4.1.2")
    writer.write("4.1.2-approach", TEXT)
    writer.saved()
    writer.go("drafts")
    writer.page.get_by_role("button", name="现在留一份").click()
    expect(writer.page.locator(".snapshots")).to_contain_text("手动")
    draft = writer.draft
    writer.page.evaluate(_SPOIL, draft)
    writer.reopen()
    expect(writer.page.locator("h1")).to_contain_text("打不开")
    with writer.page.expect_download() as download:
        writer.page.click("#damaged-raw")
    raw = tmp_path / "raw.json"
    download.value.save_as(raw)
    assert "坏了" in raw.read_text(encoding="utf-8")
    assert TEXT in json.dumps(json.loads(raw.read_text(encoding="utf-8")), ensure_ascii=False)
    writer.page.locator(".snapshots li").filter(has_text="手动").get_by_role(
        "button", name="恢复"
    ).click()
    writer.page.wait_for_selector(".shell")
    assert writer.draft != draft
    writer.go("4.1.2")
    expect(writer.field("4.1.2-approach")).to_have_value(TEXT)


def test_start_page_stands_beside_a_damaged_draft(writer: Writer) -> None:
    writer.begin()
    writer.write("about-name", "示例有限公司")
    writer.saved()
    writer.page.evaluate(
        """() => new Promise((done) => {
          const opening = indexedDB.open("mayor-quality-award.self-assessment");
          opening.onsuccess = () => {
            const write = opening.result.transaction(["drafts"], "readwrite");
            write.objectStore("drafts").put(42, "dnonsense");
            write.oncomplete = done;
          };
        })"""
    )
    writer.page.goto("about:blank")
    writer.open()
    expect(writer.page.locator(".draft")).to_have_count(2)
    expect(writer.page.locator(".draft").nth(1)).to_contain_text("内容读不通的草稿")


def test_form_starts_where_the_store_does_not_open(writer: Writer, tmp_path: Path) -> None:
    writer.context.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };"
    )
    writer.reopen()
    expect(writer.page.locator(".note-strong")).to_contain_text("不让本页面存东西")
    writer.begin()
    writer.write("about-name", "示例有限公司")
    expect(writer.page.locator(".status")).to_contain_text("未存入本机")
    assert writer.filing(tmp_path)["organisation"]["name"] == "示例有限公司"


def test_form_starts_on_a_store_spoilt_on_disk(
    form: Path, tmp_path: Path, browser: Browser
) -> None:
    profile = tmp_path / "profile"
    with Doomed(browser, profile) as first:
        writer = Writer(first.context.new_page(), form)
        writer.open()
        writer.begin()
        writer.write("about-name", "示例有限公司")
        writer.saved()
        first.kill()
    spoilt = [*profile.rglob("*.indexeddb.leveldb/*")]
    assert spoilt
    for file in spoilt:
        if file.is_file():
            file.write_bytes(b"\x00spoilt" * 500)
    with Doomed(browser, profile) as second:
        again = Writer(second.context.new_page(), form)
        again.open()
        again.begin()
        again.write("about-name", "示例有限公司")
        expect(again.page.locator(".status")).to_contain_text("已保存")


def test_line_for_old_browsers_goes_and_comes_back_on_a_failed_start(writer: Writer) -> None:
    expect(writer.page.locator("#banner")).to_be_hidden()
    writer.context.add_init_script(
        "Object.defineProperty(document.documentElement || {}, 'x', {});"
        "window.MessageChannel = undefined; EventTarget.prototype.addEventListener ="
        " () => { throw new Error('old'); };"
    )
    writer.page.reload()
    expect(writer.page.locator("#banner")).to_be_visible()
    writer.faults.clear()
