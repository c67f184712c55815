"""Several people at one filing: parts, merging, assessors and their consensus."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.self_assessment.filings import a_filing, saved
from tests.self_assessment.form.writer import TEXT, Writer, someone


def _given_out(writer: Writer, folder: Path, taker: str) -> Path:
    writer.write("give-taker", taker)
    with writer.page.expect_download() as download:
        writer.page.click("#give-out")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    assert taker in file.name
    return file


def test_department_takes_a_part_and_it_is_merged(
    writer: Writer, browser: Browser, form: Path, tmp_path: Path
) -> None:
    """Complaint 15, for texts: what a department wrote comes back side by side with ours."""
    writer.take_in(saved(tmp_path, a_filing()))
    writer.go("together")
    writer.page.get_by_label("4.5.2 过程的识别与设计").check()
    part = _given_out(writer, tmp_path, "生产部")
    tree = json.loads(part.read_text(encoding="utf-8"))
    assert [*tree["items"]] == ["4.5.2"]
    assert tree["assignment"]["taken_by"] == "生产部"

    department = someone(browser, form)
    department.take_in(part)
    department.go("4.1.2")
    expect(department.page.locator(".note").first).to_contain_text("不在本次分工之内")
    department.go("4.5.2")
    department.write("4.5.2-approach", TEXT)
    back = department.exported(tmp_path / "back")
    department.context.close()

    writer.go("4.5.2")
    writer.write("4.5.2-learning", "主笔同时改了这一格")
    writer.go("together")
    writer.choose("#together-take", back)
    rows = writer.page.locator(".difference")
    expect(rows).to_have_count(2)
    approach = rows.filter(has_text="方法")
    expect(approach).to_contain_text("4.5.2 方法")
    expect(approach).to_contain_text(TEXT)
    expect(approach.get_by_label("采用对方")).to_be_checked()
    rows.filter(has_text="学习").get_by_label("保留本机").check()
    writer.page.click("#merge-apply")
    writer.hears("已合并生产部的内容")
    writer.go("4.5.2")
    expect(writer.field("4.5.2-approach")).to_have_value(TEXT)
    expect(writer.field("4.5.2-learning")).to_have_value("主笔同时改了这一格")
    writer.go("drafts")
    expect(writer.page.locator(".snapshots")).to_contain_text("合并前")


def _assessed(browser: Browser, form: Path, part: Path, percent: int, folder: Path) -> Path:
    """What an assessor hands back who gives 4.1.2 this percent."""
    assessor = someone(browser, form)
    assessor.take_in(part)
    assessor.go("4.1.2")
    expect(assessor.field("4.1.2-approach")).to_have_attribute("readonly", "")
    expect(assessor.page.locator(".part-score h2")).to_have_text("我的评分意见")
    assessor.score("4.1.2", percent)
    assessor.write("4.1.2-opinion-improvements", f"{percent}% 的理由")
    file = assessor.exported(folder)
    assessor.context.close()
    return file


def test_assessors_disagree_in_sight_and_agree_on_record(
    writer: Writer, browser: Browser, form: Path, tmp_path: Path
) -> None:
    """Complaint 15: no merge of several assessors, disagreement hidden."""
    writer.take_in(saved(tmp_path, a_filing()))
    writer.go("together")
    writer.page.get_by_label("请评分人给全文打分").check()
    files = []
    for name, percent in (("王示例", 45), ("李示例", 70)):
        part = _given_out(writer, tmp_path, name)
        tree = json.loads(part.read_text(encoding="utf-8"))
        assert all(answer["percent"] is None for answer in tree["items"].values())
        files.append(_assessed(browser, form, part, percent, tmp_path / name))
    for file in files:
        writer.go("together")
        writer.choose("#together-take", file)
        expect(writer.page.locator(".difference")).to_have_count(0)
        expect(writer.page.locator(".note").first).to_contain_text("1 条评分意见")
        writer.page.click("#merge-apply")
        writer.page.wait_for_selector("#together-take")
    row = writer.page.locator("tr").filter(has_text="4.1.2 高层领导的作用")
    expect(row).to_contain_text("45%")
    expect(row).to_contain_text("70%")
    expect(row).to_contain_text("25 较大")
    row.get_by_role("button").click()
    box = writer.page.locator(".consensus")
    expect(box).to_contain_text("45% 的理由")
    expect(box).to_contain_text("最高与最低相差 25 个百分点")
    ruler = writer.field("consensus-4.1.2-score")
    ruler.focus()
    ruler.press("Home")
    for _ in range(11):
        ruler.press("ArrowRight")
    writer.page.click("[id='consensus-4.1.2-record']")
    writer.hears("理由")
    writer.write("consensus-4.1.2-reasons", "方法有效，外地分部展开不足，取中间一档。")
    writer.write("consensus-4.1.2-by", "主持人")
    writer.page.click("[id='consensus-4.1.2-record']")
    expect(row).to_contain_text("55%")
    tree = writer.filing(tmp_path / "end")
    record = tree["consensus"]["4.1.2"]
    assert record["percent"] == tree["items"]["4.1.2"]["percent"] == 55
    assert sorted(record["inputs"].values()) == [45, 70]
    assert record["spread"] == 25
    assert record["by"] == "主持人"
    said = {one["assessor"]: one["items"]["4.1.2"] for one in tree["assessments"]}
    assert said["王示例"]["percent"] == 45
    assert said["李示例"]["improvements"] == "70% 的理由"


def test_opinion_on_paper_is_entered_by_hand(writer: Writer, tmp_path: Path) -> None:
    writer.take_in(saved(tmp_path, a_filing()))
    writer.go("together")
    writer.write("together-name", "张示例")
    writer.page.get_by_role("button", name="添加评分人").click()
    row = writer.page.locator("tr").filter(has_text="4.1.2 高层领导的作用")
    row.get_by_role("button").click()
    writer.page.locator(".opinion select").select_option("60")
    expect(row).to_contain_text("60%")
    expect(writer.page.locator(".consensus")).to_contain_text("只有一人评分")
