"""``make site`` in small: the form made, published, opened, and its page read as others are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from generator.publishing import build
from self_assessment.building.node import ROOT
from tests.browsing import hosted
from tests.site.heard import heard
from tests.site.test_barriers import BUT_COLOURS, EVERYTHING, barriers

CONTENT = ROOT / "content"


class Site(NamedTuple):
    root: Path
    host: str


@pytest.fixture(scope="module")
def site(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The shipped site with the form, hosted."""
    place = tmp_path_factory.mktemp("site")
    build(CONTENT, place / "site", place / "cache", form=made / "form")
    with hosted(place / "site") as host:
        yield Site(place / "site", host)


@pytest.mark.parametrize("path", ["", "example.html"])
def test_page_and_sample_have_no_barrier(browser: Browser, site: Site, path: str) -> None:
    """In two widths; the colours of the long sample, which are the same in both, in one."""
    with heard(browser) as reader:
        for width in (360, 1280):
            reader.page.set_viewport_size({"width": width, "height": 800})
            reader.page.goto(f"{site.host}/self-assessment/{path}")
            once = path and width == 1280
            assert barriers(reader.page, BUT_COLOURS if once else EVERYTHING) == []
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.wrong == []


def test_the_downloaded_file_is_the_one_whose_digest_is_told(browser: Browser, site: Site) -> None:
    with heard(browser, accept_downloads=True) as reader:
        reader.page.goto(f"{site.host}/self-assessment/")
        told = reader.page.locator("tr", has_text="form.html").locator("code").inner_text()
        with reader.page.expect_download() as download:
            reader.page.get_by_role("link", name="下载自评表单").click()
        data = Path(download.value.path()).read_bytes()
    assert re.sub(r"\s", "", told) == hashlib.sha256(data).hexdigest()
    assert download.value.suggested_filename == "form.html"


def test_the_form_starts_in_place_and_asks_for_nothing(browser: Browser, site: Site) -> None:
    with heard(browser) as reader:
        reader.page.goto(f"{site.host}/self-assessment/")
        reader.asked.clear()
        reader.page.get_by_role("link", name="在这里打开").click()
        reader.page.wait_for_selector("#app > *")
        assert reader.page.locator("#banner").is_hidden()
        assert reader.wrong == []
        assert reader.asked == {site.host.removeprefix("http://")}  # the file itself


def test_every_entry_of_the_navigation_leads_somewhere(site: Site) -> None:
    home = (site.root / "index.html").read_text(encoding="utf-8")
    assert 'href="self-assessment/"' in home or 'href="./self-assessment/"' in home
