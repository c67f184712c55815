"""The two ends of the form: the first page with its drafts, and the ways out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.self_assessment.filings import a_filing, altered, saved
from tests.self_assessment.form.writer import TEXT, Writer


def test_this_pc_is_cleared(writer: Writer) -> None:
    writer.begin()
    writer.write("about-name", "示例有限公司")
    writer.saved()
    writer.open()
    expect(writer.page.locator(".start-pc")).to_contain_text("其他本地网页也能读到")
    writer.page.click("#clear-pc")
    dialog = writer.page.get_by_role("dialog")
    expect(dialog).to_contain_text("1 份草稿")
    expect(dialog).to_contain_text("还没有导出")
    dialog.get_by_role("button", name="取消").click()
    expect(writer.page.locator(".draft")).to_have_count(1)
    writer.page.click("#clear-pc")
    dialog.get_by_role("button", name="全部清除").click()
    expect(writer.page.locator(".draft")).to_have_count(0)
    writer.reopen()
    expect(writer.page.locator(".start-drafts")).to_contain_text("还没有草稿")
    writer.begin()
    writer.saved()


def test_one_draft_is_removed(writer: Writer) -> None:
    for name in ("甲公司", "乙公司"):
        writer.begin()
        writer.write("about-name", name)
        writer.saved()
        writer.page.click(".bar-home")
        writer.page.wait_for_selector("#start-new")
    writer.page.get_by_role("button", name="删除草稿 甲公司").click()
    writer.page.get_by_role("dialog").get_by_role("button", name="删除", exact=True).click()
    expect(writer.page.locator(".draft")).to_have_count(1)
    expect(writer.page.locator(".draft")).to_contain_text("乙公司")


@pytest.mark.parametrize("kind", ["docx", "xlsx", "age"])
def test_every_way_out_gives_a_file(writer: Writer, tmp_path: Path, kind: str) -> None:
    """Complaint 3: exports silently empty. What is in them, their own tests say."""
    writer.take_in(saved(tmp_path, a_filing()))
    file = writer.exported(tmp_path, kind)
    assert file.name.startswith("自评报告_示例精密有限公司_2026_")
    assert file.name.endswith(f".{kind}")
    assert file.stat().st_size > 5000
    # A file that the form cannot take in again is no backup.
    expect(writer.page.locator(".page-lead")).to_contain_text("上次导出 2026-06-20")


def test_print_holds_the_whole_text(writer: Writer, tmp_path: Path) -> None:
    """Complaint 7: print cuts long text. Plain blocks are printed, never text fields."""
    long = TEXT * 200
    writer.take_in(saved(tmp_path, altered(a_filing(), "items/4.1.2/elements/approach/text", long)))
    writer.page.evaluate("window.print = () => { window.printed = true; }")
    writer.go("export")
    writer.page.click("#export-print")
    assert writer.page.evaluate("window.printed")
    paper = writer.page.locator("#print")
    assert long in paper.text_content()
    assert paper.locator("textarea, input").count() == 0
    writer.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert paper.text_content() == ""
    writer.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert long in paper.text_content()


def test_secret_parts_can_be_left_out(writer: Writer, tmp_path: Path) -> None:
    writer.begin()
    writer.go("4.1.2")
    writer.write("4.1.2-approach", TEXT)
    writer.field("4.1.2-secret").check()
    writer.go("export")
    writer.field("export-secrets").check()
    with writer.page.expect_download() as download:
        writer.page.click("#export-json")
    file = tmp_path / "shown.json"
    download.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    assert TEXT not in text
    assert json.loads(text)["left_out"][0]["item"] == "4.1.2"
    # It does not count as an export of the draft: it is not whole.
    expect(writer.page.locator(".status")).to_contain_text("还没有导出")


def test_text_to_copy_where_nothing_can_be_downloaded(writer: Writer) -> None:
    writer.page.evaluate("() => { URL.createObjectURL = () => { throw new Error('forbidden'); }; }")
    writer.begin()
    writer.write("about-name", "示例有限公司")
    writer.go("export")
    writer.page.click("#export-json")
    area = writer.page.locator("#export-text-area")
    expect(area).to_be_visible()
    tree = json.loads(area.input_value())
    assert tree["organisation"]["name"] == "示例有限公司"


def test_export_warns_of_what_it_cannot_hold(writer: Writer) -> None:
    writer.begin()
    writer.write("about-award_year", "前年")
    writer.go("export")
    expect(writer.page.locator(".note").first).to_contain_text("1 处输入没有认出")


def test_overview_reckons_against_the_floor_and_last_year(writer: Writer, tmp_path: Path) -> None:
    tree = a_filing()
    for answer in tree["items"].values():
        answer |= {"percent": 65, "band": "50-65"}
    tree["items"]["4.4.3"] |= {"percent": 55}
    tree["last_year"] = {
        "year": 2025,
        "criteria": tree["criteria"]["id"],
        "percents": {"4.1.2": 60},
        "totals": {"items": {}, "categories": {}, "total": "630.25"},
    }
    writer.take_in(saved(tmp_path, tree))
    writer.go("overview")
    total = writer.page.locator(".total")
    expect(total).to_contain_text("648.5")
    expect(total).to_contain_text("达到 600 分线，高出 48.5 分；比上年多 18.25 分")
    ahead = writer.page.locator(".ahead li").first
    expect(ahead).to_contain_text("再高 5% 到 70–85% 档，增 4 分")
    ahead.locator("a").click()
    expect(writer.field("4.7.2-score")).to_be_focused()


def test_plan_takes_up_improvement_areas(writer: Writer, tmp_path: Path) -> None:
    tree = altered(a_filing(), "items/4.1.2/improvements", ["展开还不到外地分部。"])
    writer.take_in(saved(tmp_path, tree))
    writer.go("plan")
    writer.page.get_by_role("button", name="列入计划").click()
    expect(writer.field("plan-1-what")).to_have_value("展开还不到外地分部。")
    writer.write("plan-1-owner", "张示例")
    writer.write("plan-1-due", "2026-12-31")
    step = writer.filing(tmp_path)["plan"][1]
    assert step["items"] == ["4.1.2"]
    assert step["owner"] == "张示例"
    assert step["due"] == "2026-12-31"


def test_duties_are_written(writer: Writer, tmp_path: Path) -> None:
    writer.begin()
    writer.go("incidents")
    writer.page.get_by_label("有，写在下面").check()
    writer.page.get_by_role("button", name="添加一件").click()
    writer.write("incidents-0-what", "三月一次投料差错")
    expect(writer.page.get_by_label("没有", exact=True)).to_be_disabled()
    writer.go("promotion")
    writer.page.get_by_role("button", name="添加一项").click()
    writer.page.keyboard.type("开放参观日")
    writer.go("commitment")
    writer.field("commitment-accepted").check()
    writer.write("commitment-representative", "示例人")
    tree = writer.filing(tmp_path)
    assert tree["incidents"]["entries"][0]["what"] == "三月一次投料差错"
    assert tree["promotion"][0]["what"] == "开放参观日"
    assert tree["commitment"]["accepted"]
    assert {change["where"].split(" · ")[0] for change in tree["history"]} >= {
        "事故情况",
        "推广情况",
        "承诺",
    }
