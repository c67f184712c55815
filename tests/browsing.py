"""One Playwright for all tests of a process: a second one beside it cannot start."""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from playwright.sync_api import Playwright, sync_playwright


@cache
def _started() -> Playwright:
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright


@contextmanager
def one_playwright() -> Iterator[Playwright]:
    """The Playwright of this process, started when it is first asked for."""
    yield _started()
