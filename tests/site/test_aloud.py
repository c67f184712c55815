"""朗读本页, with a voice that says nothing: what is said in which order, and what is marked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.heard import heard
from tests.site.kinds import KINDS
from tests.site.test_barriers import EVERYTHING, barriers
from tests.site.test_layout import faults
from tests.site.test_modes import small

VOICE = Path(__file__).with_name("voice.js").read_text(encoding="utf-8")
CHINESE = {"lang": "zh-CN", "name": "测试", "localService": True}
BUTTON = ".aloud button >> nth=0"
STOP = ".aloud button >> nth=1"


@contextmanager
def listener(browser: Browser, *voices: dict[str, object], **options: object) -> Iterator[Page]:
    """A page on a device with some voices; nothing may go wrong on it."""
    with heard(browser, **options) as reader:
        reader.page.add_init_script(f"({VOICE})({json.dumps(voices)})")
        yield reader.page
        assert reader.wrong == []


def said(page: Page) -> list[str]:
    """All sentences the voice was given so far."""
    sentences: list[str] = page.evaluate("heard.said")
    return sentences


def read_to_the_end(page: Page) -> list[str]:
    """Starts, and lets every sentence end at once."""
    page.click(BUTTON)
    page.evaluate("while (heard.now) sentenceEnds()")
    return said(page)


def marked(page: Page) -> str:
    return "".join(page.locator(".spoken").all_text_contents())


def test_start_pause_go_on_and_stop(browser: Browser, whole_host: str) -> None:
    with listener(browser, CHINESE) as page:
        page.goto(whole_host + KINDS["publicity"])
        before = page.inner_html("article .doc")
        expect(page.locator(BUTTON)).to_have_text("朗读本页")
        assert not page.is_visible(STOP)
        page.click(BUTTON)
        expect(page.locator(BUTTON)).to_have_text("暂停")
        title = page.inner_text("h1")
        assert said(page) == [title]
        assert marked(page) == title
        page.evaluate("sentenceEnds()")
        assert len(said(page)) == 2
        assert marked(page) != title
        page.click(BUTTON)
        expect(page.locator(BUTTON)).to_have_text("继续")
        assert page.evaluate("heard.told.pop()") == "pause"
        page.click(BUTTON)
        assert page.evaluate("heard.told.pop()") == "resume"
        assert len(said(page)) == 2
        for _ in range(12):
            page.evaluate("sentenceEnds()")
        assert page.locator(".spoken").count() >= 1
        page.click(STOP)
        expect(page.locator(BUTTON)).to_have_text("朗读本页")
        assert page.evaluate("document.activeElement.textContent") == "朗读本页"
        assert page.locator(".spoken").count() == 0
        assert page.evaluate("heard.now") is None
        assert page.inner_html("article .doc") == before


def test_a_device_that_ends_what_it_should_pause_says_the_sentence_again(
    browser: Browser, whole_host: str
) -> None:
    with listener(browser, CHINESE) as page:
        page.goto(whole_host + KINDS["publicity"])
        page.click(BUTTON)
        page.evaluate("sentenceEnds()")
        page.click(BUTTON)
        page.evaluate("sentenceEnds()")
        assert len(said(page)) == 2
        page.click(BUTTON)
        assert said(page)[2] == said(page)[1]


def test_a_notice_is_read_in_its_order_with_dates_and_the_words_over_columns(
    browser: Browser, whole_host: str
) -> None:
    with listener(browser, CHINESE) as page:
        page.goto(whole_host + KINDS["publicity"])
        sentences = read_to_the_end(page)
        whole = "\n".join(sentences)
        assert sentences[0] == page.inner_text("h1")
        assert any("2026年10月10日 至 2026年10月15日" in one for one in sentences)
        assert "2026-10" not in whole
        assert "电话：0 2 7 0 0 0 0 0 0 0 0。" in sentences
        assert any(
            one.startswith("序号：1，名称：示例") and "所在区：" in one and "行业：" in one
            for one in sentences
        )
        assert "之前" not in whole  # the chain of notices is navigation
        headings = page.locator("article h2:visible").all_inner_texts()
        places = [sentences.index(one) for one in headings if one in sentences]
        assert places == sorted(places)
        assert len(places) > 5
        expect(page.locator(BUTTON)).to_have_text("朗读本页")


def test_what_is_folded_is_not_read(browser: Browser, whole_host: str) -> None:
    with listener(browser, CHINESE, viewport={"width": 360, "height": 780}) as page:
        page.goto(whole_host + KINDS["publicity"])
        assert not any(one.startswith("索引号") for one in read_to_the_end(page))
        page.click(".disclosure summary")
        page.evaluate("heard.said = []")
        assert any(one.startswith("索引号") for one in read_to_the_end(page))


@pytest.mark.parametrize("kind", ["organisation", "prose", "guide", "regulation", "revoked"])
def test_every_kind_of_article_is_read_and_left_as_it_was(
    browser: Browser, whole_host: str, kind: str
) -> None:
    with listener(browser, CHINESE) as page:
        page.goto(whole_host + KINDS[kind])
        before = page.inner_html("main").replace(" hidden", "")
        texts = "[...document.querySelectorAll('main p')].map(p => p.childNodes.length).join()"
        nodes = page.evaluate(texts)
        sentences = read_to_the_end(page)
        assert len(sentences) > 8
        assert all(sentence.strip() for sentence in sentences)
        assert page.evaluate(texts) == nodes
        assert page.inner_html("main").replace(" hidden", "") == before


def test_the_sentence_is_in_sight(browser: Browser, whole_host: str) -> None:
    with listener(browser, CHINESE, reduced_motion="reduce") as page:
        page.goto(whole_host + KINDS["publicity"])
        page.click(BUTTON)
        for _ in range(40):
            page.evaluate("sentenceEnds()")
            box = page.locator(".spoken").first.bounding_box()
            assert box
            assert 0 <= box["y"] < page.viewport_size["height"]  # type: ignore[index]
            pause = page.locator(BUTTON).bounding_box()
            assert pause
            assert 0 <= pause["y"] < pause["y"] + pause["height"] <= box["y"] + 1 or page.evaluate(
                "scrollY === 0"
            )


def test_the_pace_is_kept(browser: Browser, whole_host: str) -> None:
    with listener(browser, CHINESE) as page:
        page.goto(whole_host + KINDS["publicity"])
        page.click(BUTTON)
        page.select_option(".aloud select", label="慢")
        first, slower = page.evaluate("heard.rates")
        assert slower < first == 1
        assert said(page)[0] == said(page)[1]
        page.goto(whole_host + KINDS["prose"])
        page.click(BUTTON)
        assert page.evaluate("heard.rates") == [slower]


@pytest.mark.parametrize(
    "voices",
    [
        [],
        [{"lang": "en-US", "name": "en", "localService": True}],
        [{"lang": "zh-HK", "name": "Cantonese", "localService": True}],
        [{"lang": "zh-CN", "name": "far away", "localService": False}],
    ],
    ids=["none", "english", "cantonese", "remote"],
)
def test_without_a_chinese_voice_of_the_device_there_is_no_button(
    browser: Browser, whole_host: str, voices: list[dict[str, object]]
) -> None:
    with listener(browser, *voices) as page:
        page.goto(whole_host + KINDS["publicity"])
        assert not page.is_visible(".aloud")
        page.evaluate("voicesCome()")
        expect(page.locator(BUTTON)).to_have_text("朗读本页")


def test_lists_and_the_home_page_are_not_read(browser: Browser, whole_host: str) -> None:
    with listener(browser, CHINESE) as page:
        for kind in ("home", "awardees", "statistics"):
            page.goto(whole_host + KINDS[kind])
            assert page.locator(".aloud").count() == 0, kind


def test_it_is_silent_when_one_leaves(browser: Browser, whole_host: str) -> None:
    with listener(browser, CHINESE) as page:
        page.goto(whole_host + KINDS["publicity"])
        page.click(BUTTON)
        page.evaluate("heard.told = []")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
        assert "cancel" in page.evaluate("heard.told")
        assert page.locator(".spoken").count() == 0


@pytest.mark.parametrize("elder", [False, True], ids=["standard", "elder"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_that_is_read_has_no_barrier(
    browser: Browser, whole_host: str, width: int, elder: bool
) -> None:
    with listener(browser, CHINESE, viewport={"width": width, "height": 800}) as page:
        page.goto(whole_host + KINDS["publicity"])
        if elder:
            page.click("[data-turn=elder]")
        page.click(BUTTON)
        for steps in (3, 20):
            page.evaluate(f"for (let i = 0; i < {steps}; i++) sentenceEnds()")
            page.evaluate("scrollTo(0, 0)")
            assert faults(page) == []
            assert barriers(page, EVERYTHING) == []
        if elder:
            assert small(page, 60) == []
