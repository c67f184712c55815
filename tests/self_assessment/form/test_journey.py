"""The whole way: every item written and scored, closed, reopened, exported, taken in, the same."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, expect

from self_assessment.scoring import totals
from tests.program import AwardSite as Program
from tests.self_assessment.filings import CRITERIA
from tests.self_assessment.form.writer import CHANGING, CODE, Writer, keys_to


def test_every_item_there_and_back(
    writer: Writer, browser: Browser, form: Path, self_assessment: Program, tmp_path: Path
) -> None:
    writer.begin()
    writer.write("about-name", "示例有限公司")
    writer.write("about-credit_code", CODE)
    writer.write("about-award_year", "2024")
    percents = {}
    for place, item in enumerate(CRITERIA.items):
        writer.go(item.id)
        for element in CRITERIA.rubrics[item.rubric].elements:
            writer.write(f"{item.id}-{element.id}", f"{item.name}：{element.name}怎样做。")
        percents[item.id] = 25 + 5 * (place % 15)
        ruler = writer.field(f"{item.id}-score")
        ruler.focus()
        for key in keys_to(percents[item.id]):
            ruler.press(key)
    writer.saved()
    writer.reopen()
    writer.go("overview")
    total = totals(CRITERIA, percents).total
    expect(writer.page.locator(".total")).to_contain_text(f"总分 {total} 分")
    first = writer.exported(tmp_path)
    checked = self_assessment("check", first)
    assert checked.code == 0, checked.out
    assert f"总分：{total}，重新计算一致" in checked.out

    context = browser.new_context(viewport={"width": 1280, "height": 800})
    colleague = Writer(context.new_page(), form)
    colleague.open()
    colleague.take_in(first)
    second = colleague.filing(tmp_path / "colleague")
    context.close()
    one = json.loads(first.read_text(encoding="utf-8"))
    for key in CHANGING:
        one.pop(key)
        second.pop(key)
    assert one == second
