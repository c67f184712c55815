"""The whole way: every item written and scored, closed, reopened, exported, taken in, the same."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, expect

from self_assessment.scoring import totals
from tests.program import AwardSite as Program
from tests.self_assessment.filings import CRITERIA
from tests.self_assessment.form.writer import CHANGING, CODE, Writer, someone

_TYPED = """(texts) => Object.entries(texts).forEach(([id, text]) => {
  document.getElementById(id).focus();
  document.execCommand("insertText", false, text);
})"""


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
        elements = CRITERIA.rubrics[item.rubric].elements
        texts = {f"{item.id}-{each.id}": f"{item.name}：{each.name}怎样做。" for each in elements}
        writer.page.evaluate(_TYPED, texts)
        percents[item.id] = 25 + 5 * (place % 15)
        writer.score(item.id, percents[item.id])
    writer.saved()
    writer.reopen()
    writer.go("overview")
    total = totals(CRITERIA, percents).total
    expect(writer.page.locator(".total")).to_contain_text(f"总分 {total} 分")
    first = writer.exported(tmp_path)
    checked = self_assessment("check", first)
    assert checked.code == 0, checked.out
    assert f"总分：{total}，重新计算一致" in checked.out

    colleague = someone(browser, form)
    colleague.take_in(first)
    second = colleague.filing(tmp_path / "colleague")
    colleague.context.close()
    one = json.loads(first.read_text(encoding="utf-8"))
    for key in CHANGING:
        one.pop(key)
        second.pop(key)
    assert one == second
