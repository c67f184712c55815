"""The first twenty minutes: from an empty page to a first export."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.self_assessment.form.writer import CODE, TEXT, Writer


def test_newcomer_is_led_from_name_to_export(writer: Writer, tmp_path: Path) -> None:
    page = writer.page
    writer.begin()
    expect(writer.field("about-name")).to_be_focused()
    steps = page.locator(".steps")
    expect(steps).to_contain_text("第 1 步")
    writer.write("about-name", "示例有限公司")
    writer.write("about-credit_code", CODE)
    expect(steps).to_contain_text("第 2 步")
    writer.write("about-award_year", "2024")
    expect(steps).to_contain_text("第 3 步")
    steps.get_by_role("button", name="去做这一步").click()
    expect(page.locator("h1")).to_contain_text("高层领导的作用")
    expect(writer.field("4.1.2-approach")).to_be_focused()
    page.keyboard.type(TEXT)
    expect(steps).to_contain_text("第 4 步")
    steps.get_by_role("button", name="去做这一步").click()
    expect(writer.field("4.1.2-score")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(steps).to_contain_text("第 5 步")
    tree = writer.filing(tmp_path)
    expect(page.locator(".steps")).to_contain_text("五步都走完了")
    assert tree["organisation"]["name"] == "示例有限公司"
    assert tree["organisation"]["credit_code"] == CODE
    assert tree["award"]["year"] == 2024
    assert tree["items"]["4.1.2"]["elements"]["approach"]["text"] == TEXT
    assert tree["items"]["4.1.2"]["percent"] == 50
    assert tree["totals"]["items"] == {"4.1.2": "25"}


def test_leading_can_be_put_away(writer: Writer) -> None:
    writer.begin()
    writer.page.get_by_role("button", name="不用引导").click()
    expect(writer.page.locator(".steps")).to_have_count(0)
    writer.saved()
    writer.reopen()
    expect(writer.page.locator(".steps")).to_have_count(0)


def test_code_with_a_wrong_check_place_is_a_hint_and_stays(writer: Writer, tmp_path: Path) -> None:
    writer.begin()
    code = "91420100MA4KLQ2Y7X"
    writer.write("about-credit_code", code.lower())
    expect(writer.field("about-credit_code-hint")).to_contain_text("校验位对不上")
    assert writer.filing(tmp_path)["organisation"]["credit_code"] == code


def test_half_a_code_stays_as_typed(writer: Writer, tmp_path: Path) -> None:
    """Nothing that was typed vanishes because it is not whole yet."""
    writer.begin()
    writer.write("about-credit_code", "9142 0100")
    expect(writer.field("about-credit_code-hint")).to_contain_text("现在是 8 位")
    writer.go("4.1.2")
    writer.saved()
    writer.reopen()
    writer.go("about")
    expect(writer.field("about-credit_code")).to_have_value("9142 0100")
    writer.go("check")
    expect(writer.page.locator("#check-unread")).to_contain_text("1 处")
    assert writer.filing(tmp_path)["organisation"]["credit_code"] == ""
