"""Work is never lost: saved within a second, one writer at a time, and always a way back."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.self_assessment.filings import a_filing, saved
from tests.self_assessment.form.doomed import Doomed
from tests.self_assessment.form.writer import TEXT, TODAY, Writer


def test_saved_mark_follows_typing_within_a_second(writer: Writer) -> None:
    """Complaint 13: no sign that work is saved."""
    writer.begin()
    writer.saved()
    writer.go("4.1.2")
    expect(writer.page.locator(".status")).to_contain_text("已保存")
    expect(writer.page.locator(".status")).to_contain_text("还没有导出")
    waited = writer.page.evaluate(
        """async () => {
          const area = document.getElementById("4.1.2-approach");
          const status = document.querySelector(".status");
          area.focus();
          const began = performance.now();
          document.execCommand("insertText", false, "每月检查一次。");
          await new Promise((done) => {
            const look = () => status.dataset.saved === "saved" && !status.dataset.pending &&
              performance.now() - began > 20 ? done() : setTimeout(look, 5);
            look();
          });
          return performance.now() - began;
        }"""
    )
    assert waited < 1000
    writer.reopen()
    expect(writer.field("4.1.2-approach")).to_have_value("每月检查一次。")


def test_killed_after_the_mark_loses_nothing(form: Path, tmp_path: Path, browser: Browser) -> None:
    with Doomed(browser, tmp_path / "profile") as first:
        writer = Writer(first.context.new_page(), form)
        writer.open()
        writer.begin()
        writer.write("about-name", "示例有限公司")
        writer.go("4.1.2")
        writer.write("4.1.2-approach", TEXT)
        writer.score("4.1.2", 45)
        writer.saved()
        address = writer.page.url.split("#")[1]
        first.kill()
    with Doomed(browser, tmp_path / "profile") as second:
        again = Writer(second.context.new_page(), form)
        again.open(address.lstrip("/"))
        expect(again.field("4.1.2-approach")).to_have_value(TEXT)
        expect(again.field("4.1.2-score")).to_have_attribute("aria-valuenow", "45")


def test_closed_window_saves_what_was_just_typed(writer: Writer) -> None:
    """Closed in the middle of a word, before any mark."""
    writer.begin()
    writer.saved()
    writer.go("4.1.2")
    writer.write("4.1.2-approach", TEXT)
    writer.reopen()
    expect(writer.field("4.1.2-approach")).to_have_value(TEXT)


def test_start_page_lists_drafts(writer: Writer) -> None:
    writer.begin()
    writer.write("about-name", "示例有限公司")
    writer.saved()
    writer.page.click(".bar-home")
    draft = writer.page.locator(".draft")
    expect(draft).to_contain_text("示例有限公司")
    expect(draft).to_contain_text("没有导出过")
    draft.locator(".draft-open").click()
    expect(writer.field("about-name")).to_have_value("示例有限公司")


def test_second_window_reads_only_and_takes_over(writer: Writer) -> None:
    writer.begin()
    writer.write("about-name", "示例有限公司")
    writer.saved()
    second = Writer(writer.context.new_page(), writer.form)
    second.open(f"{writer.draft}/about")
    expect(second.page.locator(".warning")).to_contain_text("正在另一个窗口编辑")
    expect(second.field("about-name")).to_have_attribute("readonly", "")
    second.page.click("#take-over")
    expect(second.field("about-name")).not_to_have_attribute("readonly", "")
    second.write("about-sector", "装备制造")
    second.saved()
    expect(writer.page.locator(".warning")).to_contain_text("已转到另一个窗口编辑")
    expect(writer.field("about-name")).to_have_attribute("readonly", "")
    # The window that had it gets it back, with what was written meanwhile.
    second.page.close()
    writer.page.click("#take-over")
    expect(writer.field("about-sector")).to_have_value("装备制造")
    assert second.faults == []


def test_reading_window_writes_once_the_other_is_closed(writer: Writer) -> None:
    writer.begin()
    writer.saved()
    second = Writer(writer.context.new_page(), writer.form)
    second.open(f"{writer.draft}/about")
    expect(second.page.locator(".warning")).to_contain_text("只读")
    writer.write("about-name", "示例有限公司")
    writer.saved()
    writer.page.close()
    expect(second.page.locator(".toast")).to_contain_text("现在可以在这里编辑")
    expect(second.field("about-name")).to_have_value("示例有限公司")
    second.write("about-name", "示例集团")
    second.saved()
    assert second.faults == []


def test_window_without_locks_does_not_overwrite_another(writer: Writer) -> None:
    """Where the browser has no locks, the revision of the draft still guards it."""
    without = "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });"
    writer.context.add_init_script(without)
    writer.reopen()
    writer.begin()
    writer.saved()
    second = Writer(writer.context.new_page(), writer.form)
    second.open(f"{writer.draft}/about")
    second.write("about-name", "第二个窗口")
    second.saved()
    writer.write("about-name", "第一个窗口")
    expect(writer.page.locator(".status")).to_contain_text("未能保存")
    expect(writer.page.locator(".warning").first).to_contain_text("已在另一个窗口改过")
    second.reopen()
    expect(second.field("about-name")).to_have_value("第二个窗口")
    second.go("drafts")
    expect(second.page.locator(".snapshots")).to_contain_text("未存入的修改")


def test_snapshot_is_seen_and_restored_and_undone(writer: Writer) -> None:
    """Complaint 1: cleared or overwritten work has a way back."""
    writer.begin()
    writer.go("4.1.2")
    writer.write("4.1.2-approach", TEXT)
    writer.saved()
    writer.go("drafts")
    writer.page.get_by_role("button", name="现在留一份").click()
    expect(writer.page.locator(".snapshots")).to_contain_text("手动")
    writer.go("4.1.2")
    writer.write("4.1.2-approach", "改坏了")
    writer.saved()
    writer.go("drafts")
    row = writer.page.locator(".snapshots li").filter(has_text="手动")
    row.get_by_role("button", name="恢复").click()
    writer.page.get_by_role("dialog").get_by_role("button", name="恢复").click()
    writer.hears("已恢复")
    expect(writer.page.locator(".snapshots")).to_contain_text("恢复前")
    writer.go("4.1.2")
    expect(writer.field("4.1.2-approach")).to_have_value(TEXT)
    writer.page.locator(".bar-tools").get_by_role("button", name="撤销").click()
    writer.go("4.1.2")
    expect(writer.field("4.1.2-approach")).to_have_value("改坏了")


def test_full_draft_is_not_overwritten_by_an_empty_one(writer: Writer) -> None:
    writer.begin()
    writer.go("4.1.2")
    writer.write("4.1.2-approach", TEXT * 20)
    writer.saved()
    writer.write("4.1.2-approach", "")
    expect(writer.page.locator(".warning")).to_contain_text("没有覆盖已保存的内容")
    writer.page.get_by_role("button", name="恢复内容").click()
    expect(writer.field("4.1.2-approach")).to_have_value(TEXT * 20)
    writer.saved()
    writer.write("4.1.2-approach", "")
    writer.page.get_by_role("button", name="确实清空").click()
    writer.saved()
    writer.go("drafts")
    expect(writer.page.locator(".snapshots")).to_contain_text("清空前")


def test_full_disk_is_told_in_words(writer: Writer) -> None:
    """Complaint 12: quota errors."""
    writer.begin()
    writer.saved()
    writer.page.evaluate(
        """() => {
          const put = IDBObjectStore.prototype.put;
          window.heal = () => { IDBObjectStore.prototype.put = put; };
          IDBObjectStore.prototype.put = () => {
            throw new DOMException("full", "QuotaExceededError");
          };
        }"""
    )
    writer.write("about-name", "示例有限公司")
    expect(writer.page.locator(".status")).to_contain_text("未能保存")
    expect(writer.page.locator(".warning")).to_contain_text("空间已满")
    expect(writer.page.locator(".warning")).to_contain_text("现在导出")
    writer.page.evaluate("window.heal()")
    writer.page.get_by_role("button", name="再存一次").click()
    writer.saved()
    expect(writer.page.locator(".warning")).to_have_count(0)


def test_reminder_when_the_export_is_old(writer: Writer, tmp_path: Path) -> None:
    yesterday = (TODAY - dt.timedelta(hours=26)).isoformat()
    writer.take_in(saved(tmp_path, a_filing(exported=None, created=yesterday)))
    writer.go("about")
    expect(writer.page.locator(".status")).to_contain_text("还没有导出")
    writer.write("about-name", "示例有限公司")
    expect(writer.page.locator(".warning")).to_contain_text("还没有导出过")


_PICKER = """window.written = [];
window.showSaveFilePicker = async ({ suggestedName }) => ({
  name: suggestedName,
  createWritable: async () => ({
    write: async (blob) => { window.written.push(await blob.text()); },
    close: async () => {},
  }),
});"""
"""File handles, by a stand-in: nobody can click a picker."""


def _with_a_file(writer: Writer) -> None:
    """A new draft that a file follows."""
    writer.page.add_init_script(_PICKER)
    writer.reopen_with_scripts()
    writer.begin()
    writer.go("drafts")
    writer.page.get_by_role("button", name="选择文件位置").click()
    expect(writer.page.locator(".status")).to_contain_text("文件")
    writer.go("about")


def test_file_is_chosen_once_and_then_follows(writer: Writer) -> None:
    """Where the browser has file handles."""
    _with_a_file(writer)
    before = writer.page.evaluate("window.written.length")
    writer.write("about-name", "示例有限公司")
    writer.saved()
    writer.page.wait_for_function("(before) => window.written.length > before", arg=before)
    last = json.loads(writer.page.evaluate("window.written[window.written.length - 1]"))
    assert last["organisation"]["name"] == "示例有限公司"
    assert last["format"] == "self-assessment-filing"


def test_saving_outlives_a_fault_of_those_who_are_told_of_it(writer: Writer) -> None:
    """The file's turn after a save fails once, in a way that nobody foresaw."""
    writer.page.add_init_script(
        """const later = window.setTimeout;
        window.setTimeout = (what, after, ...more) => {
          if (after !== 3000) return later(what, after, ...more);
          window.setTimeout = later;
          throw new Error("once");
        };"""
    )
    _with_a_file(writer)
    writer.write("about-name", "示例有限公司")
    writer.saved()
    assert writer.faults == ["once"]
    writer.faults.clear()
    writer.reopen()
    expect(writer.field("about-name")).to_have_value("示例有限公司")
