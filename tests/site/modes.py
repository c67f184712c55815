"""The ways to read the site that a reader can choose, and a page that is read in one of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.site.heard import Heard, heard

KEY = "award-site:reading:1:/"
ELDER = {"view": "elder"}
ELDER_LARGEST = ELDER | {"size": "largest"}
CONTRAST = {"look": "contrast"}
MODES = {
    "长辈版": ELDER,
    "长辈版标准字号": ELDER | {"size": "standard"},
    "长辈版特大字号": ELDER_LARGEST,
    "长辈版深色": ELDER | {"look": "dark"},
    "高对比": CONTRAST,
    "长辈版高对比": ELDER | CONTRAST,
}
"""By the names that the page 无障碍说明 gives them."""


@contextmanager
def read_as(
    browser: Browser, chosen: Mapping[str, str], key: str = KEY, **options: object
) -> Iterator[Heard]:
    """A page of a reader who has chosen before."""
    with heard(browser, **options) as reader:
        kept = json.dumps(json.dumps(dict(chosen)))
        keep = f"if (!localStorage.getItem('{key}')) localStorage.setItem('{key}', {kept})"
        reader.page.add_init_script(f"try {{ {keep} }} catch (blocked) {{}}")
        yield reader


def choose(page: Page, chosen: Mapping[str, str]) -> None:
    """Chooses on a page that is open, as another tab would: no control is pressed for it."""
    page.evaluate(
        """([key, kept]) => {
            localStorage.setItem(key, kept);
            dispatchEvent(new StorageEvent("storage", { key }));
        }""",
        [KEY, json.dumps(dict(chosen))],
    )
