"""长辈版 and 阅读设置: chosen by click or key, there before first paint, kept by the browser."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import MOUNT
from tests.site.heard import heard
from tests.site.kinds import KINDS
from tests.site.modes import CONTRAST, ELDER_LARGEST, KEY, read_as

ELDER_BUTTON = "[data-turn=elder]"
OPENER = "[data-turn=settings]"
PANEL = "#settings"
EARLY = """() => {
    window.early = [];
    const look = () => early.push([!!document.body, document.documentElement.dataset.view || ""]);
    new MutationObserver((changes, watcher) => {
        look();
        if (document.body) watcher.disconnect();
    }).observe(document, { childList: true, subtree: true });
}"""


def chosen(page: Page) -> dict[str, str]:
    """What stands on the root of the page as the reader's choice."""
    said: dict[str, str] = page.evaluate("({ ...document.documentElement.dataset })")
    return {name: said[name] for name in ("view", "size", "look", "pointer") if name in said}


def pick(page: Page, legend: str, words: str) -> None:
    """Picks one of a group of choices in the open panel."""
    page.locator(f"{PANEL} fieldset", has_text=legend).get_by_label(words, exact=True).check()


@pytest.mark.parametrize("width", [360, 1280])
def test_one_click_leads_to_the_elder_mode_and_one_back(
    browser: Browser, whole_host: str, width: int
) -> None:
    with heard(browser, viewport={"width": width, "height": 800}) as reader:
        page = reader.page
        page.goto(whole_host + KINDS["publicity"])
        before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
        expect(page.locator(ELDER_BUTTON)).to_have_text("长辈版")
        page.click(ELDER_BUTTON)
        expect(page.locator(ELDER_BUTTON)).to_have_text("标准版")
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > 1.4 * before
        page.click(ELDER_BUTTON)
        expect(page.locator(ELDER_BUTTON)).to_have_text("长辈版")
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == before
        assert reader.wrong == []


def test_what_is_chosen_is_kept_across_pages_and_forgotten_at_once(
    browser: Browser, whole_host: str
) -> None:
    with heard(browser) as reader:
        page = reader.page
        page.goto(whole_host + "/")
        page.click(OPENER)
        assert page.locator(f"{PANEL} legend:visible").all_inner_texts() == ["版式", "显示", "指针"]
        pick(page, "版式", "长辈版")
        assert "字号" in page.locator(f"{PANEL} legend:visible").all_inner_texts()
        assert page.get_by_role("group", name="字号").get_by_label("大", exact=True).is_checked()
        pick(page, "字号", "特大")
        pick(page, "显示", "高对比")
        pick(page, "指针", "大")
        wanted = {"view": "elder", "size": "largest", "look": "contrast", "pointer": "large"}
        assert chosen(page) == wanted
        page.reload()
        assert chosen(page) == wanted
        page.goto(whole_host + KINDS["organisation"])
        assert chosen(page) == wanted
        assert page.evaluate("document.cookie") == ""
        page.click(OPENER)
        for legend, words in (("字号", "特大"), ("显示", "高对比"), ("指针", "大")):
            group = page.get_by_role("group", name=legend)
            assert group.get_by_label(words, exact=True).is_checked()
        page.click("text=恢复默认")
        assert chosen(page) == {}
        assert page.evaluate("localStorage.length") == 0
        assert page.get_by_role("group", name="显示").get_by_label("跟随系统").is_checked()
        assert reader.wrong == []


def test_a_mode_is_there_before_the_body(browser: Browser, whole_host: str) -> None:
    with read_as(browser, ELDER_LARGEST) as reader:
        reader.page.add_init_script(f"({EARLY})()")
        reader.page.goto(whole_host + "/")
        early = reader.page.evaluate("early")
    with_body = [view for body, view in early if body]
    assert with_body
    assert set(with_body) == {"elder"}


def test_a_mode_is_there_though_no_other_script_arrives(browser: Browser, whole_host: str) -> None:
    """And controls that would do nothing are not to be seen."""
    with read_as(browser, ELDER_LARGEST | CONTRAST) as reader:
        page = reader.page
        page.route("**/*.js", lambda route: route.abort())
        page.goto(whole_host + KINDS["publicity"])
        assert chosen(page) == {"view": "elder", "size": "largest", "look": "contrast"}
        assert not page.is_visible(ELDER_BUTTON)
        assert not page.is_visible(OPENER)


def test_without_scripts_there_are_no_controls(browser: Browser, whole_host: str) -> None:
    with heard(browser, java_script_enabled=False) as reader:
        reader.page.goto(whole_host + "/")
        assert reader.page.locator(f"header button:visible, {PANEL}:visible").count() == 0
        assert reader.page.locator(".tools a").is_visible()


def test_the_panel_by_keyboard(browser: Browser, whole_host: str) -> None:
    with heard(browser) as reader:
        page = reader.page
        page.goto(whole_host + KINDS["publicity"])
        page.focus(OPENER)
        assert page.get_attribute(OPENER, "aria-expanded") == "false"
        page.keyboard.press("Enter")
        assert page.get_attribute(OPENER, "aria-expanded") == "true"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "view"
        page.keyboard.press("ArrowRight")
        assert chosen(page) == {"view": "elder"}
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        assert chosen(page) == {"view": "elder", "size": "largest"}
        page.keyboard.press("Escape")
        assert not page.is_visible(PANEL)
        assert page.evaluate("document.activeElement.dataset.turn") == "settings"
        page.keyboard.press("Space")
        page.click("text=收起")
        assert not page.is_visible(PANEL)
        assert page.evaluate("document.activeElement.dataset.turn") == "settings"
        page.keyboard.press("Tab")
        assert not page.evaluate("document.activeElement.closest('#settings')")


def test_another_tab_follows(browser: Browser, whole_host: str) -> None:
    with heard(browser) as reader:
        other = reader.page.context.new_page()
        other.goto(whole_host + KINDS["organisation"])
        reader.page.goto(whole_host + "/")
        reader.page.click(ELDER_BUTTON)
        other.wait_for_selector("html[data-view=elder]", state="attached")
        expect(other.locator(ELDER_BUTTON)).to_have_text("标准版")


@pytest.mark.parametrize(
    "kept", ["", "{", "null", "7", '"elder"', '{"view": "<b>"}', '{"look": ["dark"], "size": 9}']
)
def test_what_cannot_be_read_is_as_if_nothing_were_kept(
    browser: Browser, whole_host: str, kept: str
) -> None:
    with heard(browser) as reader:
        reader.page.add_init_script(f"localStorage.setItem('{KEY}', {json.dumps(kept)})")
        reader.page.goto(whole_host + "/")
        assert chosen(reader.page) == {}
        expect(reader.page.locator(ELDER_BUTTON)).to_have_text("长辈版")
        assert reader.wrong == []


def test_where_nothing_can_be_kept_it_is_said_and_holds_on_the_page(
    browser: Browser, whole_host: str
) -> None:
    with heard(browser) as reader:
        page = reader.page
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage',"
            " { get() { throw new DOMException('no', 'SecurityError'); } })"
        )
        page.goto(whole_host + KINDS["publicity"])
        assert page.locator("[data-state=open]").first.is_visible()
        page.click(OPENER)
        pick(page, "版式", "长辈版")
        assert chosen(page) == {"view": "elder"}
        expect(page.locator(f"{PANEL} [role=status]")).to_contain_text("不保存设置")
        assert reader.wrong == []


def test_a_site_below_a_path_keeps_its_own(browser: Browser, real_host: str) -> None:
    with heard(browser) as reader:
        reader.page.goto(real_host + "/")
        reader.page.click(ELDER_BUTTON)
        keys = reader.page.evaluate("Object.keys(localStorage)")
        assert keys == [KEY.removesuffix("/") + MOUNT]
        reader.page.goto(real_host + "/nowhere/")
        assert chosen(reader.page) == {"view": "elder"}


def test_a_large_pointer_is_a_picture_of_the_site(browser: Browser, whole_host: str) -> None:
    with read_as(browser, {"pointer": "large"}) as reader:
        page = reader.page
        asked: list[str] = []
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.goto(whole_host + "/")
        page.mouse.move(300, 300)
        page.hover(".sections a")
        page.wait_for_timeout(100)
        assert "pointer.svg" in page.evaluate("getComputedStyle(document.body).cursor")
        hand = page.evaluate("getComputedStyle(document.querySelector('.sections a')).cursor")
        assert "pointer-hand.svg" in hand
        assert {"/assets/pointer.svg", "/assets/pointer-hand.svg"} <= set(asked)
        assert reader.wrong == []
        for picture in ("pointer.svg", "pointer-hand.svg"):
            page.goto(f"{whole_host}/assets/{picture}")
            box = page.evaluate("document.documentElement.getBoundingClientRect().toJSON()")
            assert 32 < box["width"] <= 128


def test_nothing_moves_where_motion_is_unwanted(browser: Browser, whole_host: str) -> None:
    with heard(browser, reduced_motion="reduce") as reader:
        reader.page.goto(whole_host + KINDS["organisation"])
        moving = reader.page.evaluate(
            """() => [...document.querySelectorAll("*")].filter(node => {
                const style = getComputedStyle(node);
                return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
                    || style.scrollBehavior === "smooth";
            }).length"""
        )
        assert moving == 0
