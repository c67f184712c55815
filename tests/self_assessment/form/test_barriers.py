"""Every view of the form held to WCAG 2.2 AA by axe, to its width, and to the keyboard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from self_assessment.building.node import ROOT
from tests.self_assessment.form.writer import Writer, someone
from tests.site.test_barriers import (
    BUT_COLOURS,
    EVERYTHING,
    ONLY_COLOURS,
    TURNED,
    barriers,
)

EXAMPLE = ROOT / "self_assessment/example/example-filing.json"
VIEWS = [
    *["about", "profile", "4.1.2", "4.7.2", "plan", "promotion", "incidents", "commitment"],
    *["overview", "check", "together", "export", "drafts", "history"],
]

COLOURFUL = ["4.1.2", "4.7.2", "overview", "check", "together", "export"]
"""Views that have between them every pair of colours."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, with somebody's opinion more and something retired."""
    tree = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    tree["retired"] = [
        {"criteria": "older", "id": "4.8", "name": "旧条款", "text": "旧文", "secret": False}
    ]
    tree["items"]["4.1.2"]["waits"] = "carried_over"
    file = tmp_path_factory.mktemp("example") / "example.json"
    file.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    return file


def _barriers(page: Page, *, dark: bool = True) -> list[str]:
    """All rules in light; in dark, of the same page as it stands, those of colour."""
    found = barriers(page, EVERYTHING)
    if dark:
        page.emulate_media(color_scheme="dark")
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        found += [f"dark: {each}" for each in barriers(page, ONLY_COLOURS)]
        page.emulate_media(color_scheme="light")
        expect(page.locator("html")).to_have_attribute("data-theme", "light")
    return found


def test_no_view_has_a_barrier(browser: Browser, form: Path, example: Path) -> None:
    writer = someone(browser, form, reduced_motion="reduce")
    page = writer.page
    found = {"start": _barriers(page), "turned": barriers(page, TURNED)}
    writer.choose("#start-import", example)
    page.wait_for_selector("#incoming-open")
    found["incoming"] = _barriers(page)
    page.click("#incoming-open")
    page.wait_for_selector(".shell")
    for view in [*VIEWS, "retired"]:
        writer.go(view)
        found[view] = _barriers(page, dark=view in COLOURFUL)
    writer.go("4.1.2")
    page.get_by_role("tab", name="怎么评").click()
    found["bands"] = _barriers(page)
    page.get_by_role("button", name="更多").click()
    found["menu"] = _barriers(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.fill("#find-words", "质量")
    page.wait_for_selector(".found")
    found["find"] = _barriers(page)
    writer.context.close()
    assert {view: each for view, each in found.items() if each} == {}


def test_first_draft_and_merge_have_no_barrier(writer: Writer, example: Path) -> None:
    writer.begin()
    found = {"steps": barriers(writer.page, BUT_COLOURS)}
    writer.write("about-credit_code", "9142")
    writer.go("4.7.2")
    writer.page.get_by_role("button", name="添加结果表").click()
    table = writer.page.locator(".table-box").get_attribute("id")
    writer.write(f"{table}-r0-c0", "约九成")
    found["table"] = barriers(writer.page, EVERYTHING)
    writer.go("together")
    writer.choose("#together-take", example)
    writer.page.wait_for_selector("#merge-apply")
    found["merge"] = barriers(writer.page, EVERYTHING)
    assert {view: each for view, each in found.items() if each} == {}


@pytest.mark.parametrize("width", [360, 768])
def test_no_view_is_wider_than_its_screen(
    browser: Browser, form: Path, example: Path, width: int
) -> None:
    """In plain and in large letters."""
    writer = someone(browser, form, viewport={"width": width, "height": 800})
    writer.take_in(example)
    draft = writer.draft
    wide = {}
    for size in ("plain", "large"):
        for view in [*VIEWS, ""]:
            writer.open(f"{draft}/{view}" if view else "")
            writer.page.wait_for_selector("h1" if view else ".draft-open")
            span = writer.page.evaluate("document.documentElement.scrollWidth")
            if span > width:
                wide[size, view or "start"] = span
        writer.page.get_by_role("button", name="大字").click()
    writer.context.close()
    assert wide == {}


def test_phone_shows_one_region_at_a_time(browser: Browser, form: Path, example: Path) -> None:
    writer = someone(browser, form, viewport={"width": 360, "height": 800})
    writer.take_in(example)
    writer.go("4.1.2")
    page = writer.page
    expect(writer.field("4.1.2-approach")).to_be_visible()
    expect(page.locator(".status")).to_be_visible()
    expect(page.locator(".map")).to_be_hidden()
    bar = page.locator(".bottom")
    bar.get_by_role("button", name="目录").click()
    expect(page.locator(".map")).to_be_visible()
    expect(writer.field("4.1.2-approach")).to_be_hidden()
    page.locator('.map-entry[href$="/4.1.3"]').click()
    expect(writer.field("4.1.3-approach")).to_be_visible()
    bar.get_by_role("button", name="指导").click()
    expect(page.locator(".guide")).to_be_visible()
    bar.get_by_role("button", name="汇总").click()
    expect(page.locator(".total")).to_be_visible()
    expect(bar.get_by_role("button", pressed=True)).to_have_text("汇总")
    bar.get_by_role("button", name="导出").click()
    expect(bar.get_by_role("button", pressed=True)).to_have_text("导出")
    writer.context.close()


def test_everything_is_reached_by_keyboard(writer: Writer) -> None:
    page = writer.page
    writer.begin()
    writer.go("4.1.2")
    writer.saved()
    page.reload()
    page.wait_for_selector(".page")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => {
              const { id, textContent, name } = document.activeElement;
              const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
              return [id || name || textContent.trim(), outlineStyle, parseFloat(outlineWidth)];
            }"""
        )
        if page.evaluate("document.activeElement === document.body"):
            break
        assert focused[1] != "none", focused
        assert focused[2] >= 2, focused
        reached.add(focused[0])
    wanted = {"4.1.2-approach", "4.1.2-integration", "添加优势", "添加证据", "4.1.2-score"}
    assert wanted <= reached, wanted - reached
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("h1")).to_contain_text("组织治理")
    page.keyboard.press("Control+k")
    expect(page.locator("#find-words")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    page.get_by_role("button", name="更多").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitem", name="修改记录")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("修改记录")


def test_theme_and_size_are_remembered(writer: Writer) -> None:
    page = writer.page
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(251, 249, 245)"
    page.get_by_role("button", name="随系统明暗").click()
    assert page.evaluate(ground) == "rgb(23, 20, 18)"
    page.get_by_role("button", name="大字").click()
    writer.reopen()
    assert writer.page.evaluate(ground) == "rgb(23, 20, 18)"
    assert writer.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "20px"


def test_nothing_goes_over_the_network(writer: Writer, example: Path) -> None:
    """By the page's own policy: every way out is shut."""
    answered: list[str] = []
    writer.page.on("response", lambda response: answered.append(response.url))
    writer.take_in(example)
    tried = writer.page.evaluate(
        """async () => {
          const outcomes = [];
          await fetch("http://127.0.0.1:9/").then(() => outcomes.push("fetch"), () => 0);
          const image = new Image();
          await new Promise((done) => {
            image.onload = () => { outcomes.push("image"); done(); };
            image.onerror = done;
            image.src = "http://127.0.0.1:9/x.png";
          });
          try { new Function("return 1")(); outcomes.push("eval"); } catch { }
          const script = document.createElement("script");
          script.textContent = "window.smuggled = 1";
          document.body.append(script);
          if (window.smuggled) outcomes.push("inline");
          return outcomes;
        }"""
    )
    assert tried == []
    assert [url for url in answered if url.startswith("http")] == []
    assert all("Content Security Policy" in fault for fault in writer.faults)
    writer.faults.clear()
