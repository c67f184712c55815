"""The shipped content as a site with its search, and a browser to search it with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import hosted
from tests.search.reader import Reader
from tests.sites import Built

MOUNT = "ztzl/award"
"""The site is served from a sub-path, as it will be, so that no address may begin at the host."""


@pytest.fixture(scope="session")
def site(whole: Built) -> Path:
    return whole.root


@pytest.fixture(scope="session")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's root, without the last slash."""
    www = tmp_path_factory.mktemp("www")
    (www / MOUNT).parent.mkdir()
    (www / MOUNT).symlink_to(site)
    with hosted(www) as address:
        yield f"{address}/{MOUNT}"


@pytest.fixture(scope="session")
def _reader(browser: Browser, host: str) -> Iterator[Reader]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield Reader(page, host)
    page.close()


@pytest.fixture
def reader(_reader: Reader) -> Iterator[Reader]:
    """Someone who comes to the site: one for all tests. No complaint may be left over."""
    _reader.page.goto("about:blank")
    yield from _heard(_reader)


@pytest.fixture
def searcher(_reader: Reader) -> Iterator[Reader]:
    """Someone who searches on, and opens the page for it once: that takes the most time."""
    yield from _heard(_reader)


def _heard(reader: Reader) -> Iterator[Reader]:
    reader.asked.clear()
    reader.complaints.clear()
    yield reader
    assert reader.complaints == []
