"""One item being written: texts, lists, tables and the score, by keyboard and by pointer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.self_assessment.filings import a_filing, altered, saved
from tests.self_assessment.form.writer import TEXT, TODAY, Writer

_PASTE = """([id, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.getElementById(id).dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def _with_table(writer: Writer) -> str:
    """A results table in 4.7.2; the start of its fields' ids."""
    writer.begin()
    writer.go("4.7.2")
    writer.page.get_by_role("button", name="添加结果表").click()
    field = writer.page.locator(".table-box").get_attribute("id")
    assert field
    expect(writer.field(f"{field}-title")).to_be_focused()
    return field


def test_block_from_a_spreadsheet_fills_the_table(writer: Writer, tmp_path: Path) -> None:
    table = _with_table(writer)
    writer.page.evaluate(
        _PASTE,
        [f"{table}-r0-name", "一次合格率\t97.1%\t97.9%\t\n年产量\t1,020\t1,180\t约一千二\n"],
    )
    writer.hears("贴入 6 格；1 格不是数字，没有放进去：约一千二")
    rows = writer.filing(tmp_path)["items"]["4.7.2"]["tables"][0]["rows"]
    assert [row["values"] for row in rows] == [["97.1", "97.9", ""], ["1020", "1180", ""]]
    assert rows[0]["unit"] == "%"


def test_text_in_a_cell_for_numbers_stays_and_is_told(writer: Writer, tmp_path: Path) -> None:
    """Complaint 10: text vanishes when another control is clicked."""
    table = _with_table(writer)
    cell = f"{table}-r0-c0"
    writer.write(f"{table}-r0-name", "顾客满意度")
    writer.write(cell, "约九成")
    writer.field(f"{table}-r0-c1").click()
    expect(writer.field(cell)).to_have_value("约九成")
    expect(writer.field(cell)).to_have_attribute("aria-invalid", "true")
    writer.go("check")
    writer.page.locator("[aria-labelledby=check-unread] button").click()
    expect(writer.field(cell)).to_be_focused()
    writer.write(cell, "1,234.5")
    writer.field(f"{table}-r0-c1").click()
    expect(writer.field(cell)).to_have_value("1234.5")
    rows = writer.filing(tmp_path)["items"]["4.7.2"]["tables"][0]["rows"]
    assert rows[0]["values"] == ["1234.5", "", ""]


def test_table_is_walked_and_shaped_by_keyboard(writer: Writer, tmp_path: Path) -> None:
    """A new table has the three years before that of the filing, which begins this year."""
    table = _with_table(writer)
    writer.write(f"{table}-r0-name", "甲")
    writer.page.get_by_role("button", name="添加指标").click()
    expect(writer.field(f"{table}-r1-name")).to_be_focused()
    writer.page.keyboard.type("乙")
    writer.page.keyboard.press("ArrowUp")
    expect(writer.field(f"{table}-r0-name")).to_be_focused()
    writer.field(f"{table}-r0-c2").focus()
    writer.page.keyboard.type("5")
    writer.page.keyboard.press("Enter")
    expect(writer.field(f"{table}-r1-c2")).to_be_focused()
    writer.page.keyboard.type("7")
    writer.page.get_by_role("button", name="后一年").click()
    writer.page.get_by_role("button", name=f"删除 {TODAY.year - 3} 年这一列").click()
    writer.page.get_by_role("button", name="删除指标 甲").click()
    kept = writer.filing(tmp_path)["items"]["4.7.2"]["tables"][0]
    assert kept["years"] == [TODAY.year - 2, TODAY.year - 1, TODAY.year]
    assert [row["values"] for row in kept["rows"]] == [["", "7", ""]]


def test_charts_follow_the_figures(writer: Writer) -> None:
    table = _with_table(writer)
    writer.write(f"{table}-r0-name", "一次合格率")
    for place, value in enumerate(["97.1", "97.9", "98.4"]):
        writer.write(f"{table}-r0-c{place}", value)
    chart = writer.page.locator(f'[id="{table}"] svg.chart')
    expect(chart).to_have_count(1)
    expect(chart).to_have_attribute("aria-label", re.compile("一次合格率.*98.4"))


def test_score_is_chosen_by_keys_and_said_in_words(writer: Writer, tmp_path: Path) -> None:
    """Complaint 14: score formulas wrong or unexplained."""
    writer.begin()
    writer.go("4.4.3")
    ruler = writer.field("4.4.3-score")
    expect(ruler).to_have_attribute("aria-valuetext", "还没有评分。")
    ruler.focus()
    ruler.press("ArrowRight")
    ruler.press("PageDown")
    ruler.press("PageUp")
    ruler.press("ArrowLeft")
    said = "45%，在 30–45% 档，得 6.75 分（满分 15 分）。"
    expect(ruler).to_have_attribute("aria-valuetext", said)
    expect(writer.page.locator(".ruler-says")).to_contain_text(said)
    expect(writer.page.locator(".ruler-says")).to_contain_text("到 50–65% 档还差 5%，可增 0.75 分")
    expect(writer.page.locator(".band-words")).to_contain_text("已经展开")
    ruler.press("End")
    expect(ruler).to_have_attribute("aria-valuenow", "100")
    ruler.press("Delete")
    expect(ruler).not_to_have_attribute("aria-valuenow", "100")
    box = ruler.bounding_box()
    assert box
    ruler.click(position={"x": box["width"] * 9.5 / 21, "y": 40})
    expect(ruler).to_have_attribute("aria-valuenow", "45")
    tree = writer.filing(tmp_path)
    assert tree["items"]["4.4.3"]["band"] == "30-45"
    assert tree["totals"]["items"] == {"4.4.3": "6.75"}


def test_element_bands_suggest_and_never_fill_in(writer: Writer, tmp_path: Path) -> None:
    writer.begin()
    writer.go("4.1.2")
    rows = writer.page.locator(".bands-row")
    rows.nth(0).get_by_label("30–45% 档").check()
    rows.nth(1).get_by_label("70–85% 档").check()
    expect(writer.page.locator(".ruler-range")).to_contain_text("30–85%")
    tree = writer.filing(tmp_path)
    assert tree["items"]["4.1.2"]["percent"] is None
    writer.go("4.1.2")
    writer.score("4.1.2", 20)
    expect(writer.page.locator(".part-score .note")).to_contain_text(
        "不在要素档位提示的 30–85% 之内"
    )
    rows.nth(0).get_by_label("30–45% 档").click()
    expect(writer.page.locator(".ruler-range")).to_contain_text("70–85%")


def test_high_score_with_more_improvements_is_worth_a_look(writer: Writer) -> None:
    writer.begin()
    writer.go("4.1.2")
    writer.page.get_by_role("button", name="添加改进空间").click()
    writer.page.keyboard.type("展开还不到外地分部。")
    writer.score("4.1.2", 75)
    note = writer.page.locator(".part-score .note")
    expect(note).to_contain_text("改进空间（1 条）却多于优势（0 条）")


def test_lists_are_written_moved_removed_and_brought_back(writer: Writer, tmp_path: Path) -> None:
    writer.begin()
    writer.go("4.1.2")
    for text in ("第一条", "第二条", "第三条"):
        writer.page.get_by_role("button", name="添加优势").click()
        writer.page.keyboard.type(text)
    writer.page.get_by_role("button", name="优势第 3 条上移").click()
    writer.page.get_by_role("button", name="删除优势第 1 条").click()
    writer.page.locator(".toast").get_by_role("button", name="撤销").click()
    writer.page.get_by_role("button", name="添加证据").click()
    writer.page.keyboard.type("质量例会纪要")
    tree = writer.filing(tmp_path)
    assert tree["items"]["4.1.2"]["strengths"] == ["第一条", "第三条", "第二条"]
    assert tree["items"]["4.1.2"]["evidence"][0]["title"] == "质量例会纪要"


def test_undo_is_of_the_form_outside_of_texts(writer: Writer) -> None:
    page = writer.page
    writer.begin()
    writer.go("4.1.2")
    writer.score("4.1.2", 40)
    page.locator("h1").click()
    page.keyboard.press("Control+z")
    expect(writer.field("4.1.2-score")).not_to_have_attribute("aria-valuenow", "40")
    page.keyboard.press("Control+y")
    expect(writer.field("4.1.2-score")).to_have_attribute("aria-valuenow", "40")
    writer.field("4.1.2-approach").click()
    page.keyboard.type("先写的")
    page.keyboard.press("Control+z")
    expect(writer.field("4.1.2-approach")).not_to_have_value("先写的")
    expect(writer.field("4.1.2-score")).to_have_attribute("aria-valuenow", "40")


def test_undo_goes_to_the_place(writer: Writer) -> None:
    writer.begin()
    writer.write("about-name", "示例有限公司")
    writer.go("4.2.2")
    writer.score("4.2.2", 0)
    writer.go("overview")
    undo = writer.page.locator(".bar-tools").get_by_role("button", name="撤销")
    undo.click()
    expect(writer.page.locator("h1")).to_contain_text("战略制定")
    undo.click()
    expect(writer.field("about-name")).to_have_value("")


def test_states_are_words(writer: Writer) -> None:
    writer.begin()
    entry = writer.page.locator('.map-entry[href$="/4.1.2"]')
    expect(entry).to_contain_text("未开始")
    writer.go("4.1.2")
    writer.write("4.1.2-approach", TEXT)
    expect(entry).to_contain_text("撰写中")
    writer.page.get_by_role("button", name="标记已写完").click()
    expect(entry).to_contain_text("已写完")
    expect(writer.page.locator(".completion .note")).to_contain_text("还有")
    writer.page.locator(".completion .link").first.click()
    expect(writer.field("4.1.2-deployment")).to_be_focused()


def test_carried_over_item_waits_until_it_is_looked_at(writer: Writer, tmp_path: Path) -> None:
    writer.choose("#start-import", saved(tmp_path, a_filing()))
    writer.page.click("#incoming-carry")
    writer.page.wait_for_selector(".shell")
    entry = writer.page.locator('.map-entry[href$="/4.1.2"]')
    expect(entry).to_contain_text("待复核")
    writer.go("4.1.2")
    expect(writer.page.locator(".waiting")).to_contain_text("沿用待更新")
    expect(writer.page.locator(".ruler-says")).to_contain_text("上年 30%")
    writer.page.get_by_role("button", name="已更新").click()
    expect(entry).to_contain_text("撰写中")
    writer.go("overview")
    expect(writer.page.locator(".overview-pair").first).to_contain_text("2026 年")


@pytest.mark.parametrize("words", ["部门改过的", "不存在的词"])
def test_find_goes_to_the_place(writer: Writer, tmp_path: Path, words: str) -> None:
    text = f"{TEXT}部门改过的{TEXT}"
    writer.take_in(saved(tmp_path, altered(a_filing(), "items/4.3.2/elements/learning/text", text)))
    writer.page.keyboard.press("Control+k")
    writer.page.fill("#find-words", words)
    if words == "不存在的词":
        expect(writer.page.locator(".find-count")).to_have_text("没有找到。")
        writer.page.keyboard.press("Escape")
        expect(writer.page.locator("dialog")).to_have_count(0)
        return
    expect(writer.page.locator(".find-count")).to_contain_text("找到 1 处")
    writer.page.keyboard.press("Enter")
    expect(writer.field("4.3.2-learning")).to_be_focused()
    expect(writer.page.locator("dialog")).to_have_count(0)
