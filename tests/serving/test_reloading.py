"""An edit is seen in the browser; a mistake lies over the page until it is mended."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving.conftest import TOP, Preview, previewed

HOLDER = "awardees/shili-dianchi.yml"
SOON = 20_000
"""Milliseconds after which a busy machine too must have shown it; an idle one takes 200."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(TOP / "content", folder / "content")
    with previewed(folder) as running:
        yield running


@pytest.fixture
def page(preview: Preview, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://127.0.0.1:{preview.port}/awardees/shili-dianchi/")
    yield page
    ours = [words for words in said if "/-/" in words or "Content Security Policy" in words]
    assert ours == []  # the page's policy lets in all that the preview adds
    page.close()


def test_an_edit_shows_by_itself(preview: Preview, page: Page) -> None:
    for number in range(3):
        _write(preview, f"改过{number}次的一句话")
        expect(page.get_by_text(f"改过{number}次的一句话").first).to_be_visible(timeout=SOON)


def test_a_mistake_lies_over_the_last_good_page(preview: Preview, page: Page) -> None:
    _write(preview, "先前好的一句话")
    expect(page.get_by_text("先前好的一句话").first).to_be_visible(timeout=SOON)
    _write(preview, "出错时的一句话")
    preview.edit(HOLDER, "kind: organisation", "kind: <img src=x onerror=alert(1)>")
    alert = page.get_by_role("alert")
    expect(alert).to_be_visible(timeout=SOON)
    expect(alert).to_contain_text("1 个错误，网站停在上一次的样子")
    expect(alert).to_contain_text(f"content/{HOLDER}:")
    expect(alert).to_contain_text("“<img src=x onerror=alert(1)>”")
    assert page.locator(".preview-problems img").count() == 0
    assert preview.get("/awardees/shili-dianchi/")[0].status == 200
    preview.hears(f"content/{HOLDER}:")
    preview.edit(HOLDER, "kind: <img src=x onerror=alert(1)>", "kind: organisation")
    expect(alert).to_have_count(0, timeout=SOON)
    expect(page.get_by_text("出错时的一句话").first).to_be_visible(timeout=SOON)


def test_an_article_is_cited_in_the_page(preview: Preview, page: Page) -> None:
    preview.edit("notices/2026/2026-gs-01.yml", "last: 2026-10-15", "last: 2026-10-14")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("公示期“2026-10-10 至 2026-10-14”只有 4 个工作日", timeout=SOON)
    expect(alert).to_contain_text("〔本办惯例（参照第十七条）〕")
    preview.edit("notices/2026/2026-gs-01.yml", "last: 2026-10-14", "last: 2026-10-15")
    expect(alert).to_have_count(0, timeout=SOON)


def test_problems_can_be_folded_and_stay_folded(preview: Preview, page: Page) -> None:
    preview.edit(HOLDER, "kind: organisation", "kind: nothing")
    alert = page.get_by_role("alert")
    expect(alert).to_be_visible(timeout=SOON)
    page.keyboard.press("Escape")
    expect(alert).to_have_count(0)
    page.goto(f"http://127.0.0.1:{preview.port}/notices/")
    mark = page.get_by_role("button", name="1 个错误，点此查看")
    expect(mark).to_be_visible()
    expect(alert).to_have_count(0)
    mark.click()
    expect(alert).to_be_visible()
    box = page.get_by_role("button", name="收起").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    preview.edit(HOLDER, "kind: nothing", "kind: organisation")
    expect(alert).to_have_count(0, timeout=SOON)


def test_a_record_that_goes_takes_its_page_along(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{preview.port}/notices/2026-qt-02/")
    heading = page.locator("h1")
    expect(heading).to_contain_text("2026年质量月")
    file = preview.content / "notices/2026/2026-qt-02.yml"
    kept = file.read_bytes()
    file.unlink()
    expect(heading).not_to_contain_text("2026年质量月", timeout=SOON)
    assert preview.get("/notices/2026-qt-02/")[0].status == 404
    file.write_bytes(kept)
    expect(heading).to_contain_text("2026年质量月", timeout=SOON)
    page.close()


def _write(preview: Preview, words: str) -> None:
    file = preview.content / HOLDER
    lines = file.read_text(encoding="utf-8").split("\n")
    (at,) = (n for n, line in enumerate(lines) if line.startswith("  summary: "))
    lines[at] = f"  summary: {words}"
    file.write_text("\n".join(lines), encoding="utf-8")
