"""A page in a browser with everything that went wrong on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page


@dataclass
class Heard:
    """A page in the browser, with the hosts it asked and everything that went wrong."""

    page: Page
    asked: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        page = self.page
        page.on("request", lambda request: self.asked.add(request.url.split("/")[2]))
        page.on(
            "requestfailed",
            # A page that is left takes its last requests back: the emblem's, beside the address.
            lambda request: (
                request.failure != "net::ERR_ABORTED"
                and self.wrong.append(f"{request.failure} {request.url}")
            ),
        )
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda said: (
                said.type in {"error", "warning"} and self.wrong.append(f"{page.url}: {said.text}")
            ),
        )
        page.on(
            "response",
            lambda answer: (
                answer.status >= 400 and self.wrong.append(f"{answer.status} {answer.url}")
            ),
        )


@contextmanager
def heard(browser: Browser, **options: object) -> Iterator[Heard]:
    """A page in a context of its own."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    yield Heard(context.new_page())
    context.close()
