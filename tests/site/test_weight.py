"""What a reader downloads: compressed as a host would, everything that a page loads."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.site.heard import heard
from tests.site.kinds import KINDS
from tests.sites import Built

KB = 1024
SHARED = "/assets/"
"""Below it lies what all pages have in common and a browser keeps."""


def sent(root: Path, addresses: Iterable[str]) -> int:
    """How many bytes go over the line for some addresses of a site: gzip where it helps."""
    total = 0
    for address in addresses:
        file = root / address.lstrip("/")
        data = (file / "index.html" if address.endswith("/") else file).read_bytes()
        total += min(len(data), len(gzip.compress(data, 6)))
    return total


def loaded(page: Page, address: str) -> set[str]:
    """Every address a browser asks for until all of a page has been looked at."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    page.goto(address)
    height = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, height, 600):
        page.evaluate("top => scrollTo(0, top)", top)
    page.wait_for_load_state("networkidle")
    return asked


@pytest.mark.parametrize("width", [360, 1280])
def test_home_weighs_at_most_200_kb_in_all(
    browser: Browser, whole: Built, whole_host: str, width: int
) -> None:
    with heard(browser, viewport={"width": width, "height": 800}) as reader:
        asked = loaded(reader.page, whole_host + "/")
    assert any(address.endswith(".css") for address in asked)
    assert sum(address.endswith(".svg") for address in asked) > 2
    assert sent(whole.root, asked) <= 200 * KB


def test_every_holder_weighs_at_most_60_kb_beside_what_is_shared(whole: Built) -> None:
    weights = {
        address: sent(
            whole.root,
            [
                address,
                *(
                    path
                    for path in {urljoin(address, load) for load in page.loads}
                    if not path.startswith(SHARED)
                ),
            ],
        )
        for address, page in whole.pages.items()
        if address.startswith("/awardees/") and "/by/" not in address
    }
    assert len(weights) > 30
    assert {address: weight for address, weight in weights.items() if weight > 60 * KB} == {}


def test_a_browser_loads_no_more_of_a_holder_than_the_page_names(
    browser: Browser, whole: Built, whole_host: str
) -> None:
    with heard(browser) as reader:
        asked = loaded(reader.page, whole_host + KINDS["organisation"])
    named = {
        urljoin(KINDS["organisation"], load) for load in whole.pages[KINDS["organisation"]].loads
    }
    assert {path for path in asked if not path.startswith(SHARED)} <= named | {
        KINDS["organisation"]
    }
