"""The shipped content as a site with its search, and a browser to search it with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.publishing import build
from tests.browsing import hosted
from tests.search.reader import TODAY, Reader

SHIPPED = Path(__file__).parents[2] / "content"
MOUNT = "ztzl/award"
"""The site is served from a sub-path, as it will be, so that no address may begin at the host."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped content, built with its search."""
    place = tmp_path_factory.mktemp("search")
    out = place / "www" / MOUNT
    build(SHIPPED, out, place / "cache", TODAY, search=True)
    return out


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The site's root, without the last slash."""
    www = site.parents[len(Path(MOUNT).parts) - 1]
    with hosted(www) as address:
        yield f"{address}/{MOUNT}"


@pytest.fixture
def reader(browser: Browser, host: str) -> Iterator[Reader]:
    """Someone at the search page, with nothing in the box. No complaint may be left over."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    reader = Reader(page, host)
    yield reader
    page.close()
    assert reader.complaints == []
