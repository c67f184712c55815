"""Someone who searches: what they type, and what they then see."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from playwright.sync_api import Page

TODAY = dt.date(2026, 10, 12)
ANSWERED = "^(找到|没有|筛选后)"


class Found(NamedTuple):
    """One result as it is shown."""

    title: str
    address: str
    facts: str


class Reader:
    """A page of a browser at the site, with what it asked for and what it complained of."""

    def __init__(self, page: Page, host: str) -> None:
        self.page = page
        self.host = host
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url.removeprefix(host)))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def opens(self, address: str = "/search/") -> None:
        """Goes to an address of the site."""
        self.page.goto(self.host + address)

    def types(self, words: str) -> None:
        """Writes into the box and waits until it has been answered."""
        box = self.page.locator("#search-words")
        box.fill("")
        self._waits("^$")
        box.fill(words)
        self.answered()

    def answered(self) -> None:
        """Waits until a search has been answered."""
        self._waits(ANSWERED)

    def _waits(self, count: str) -> None:
        """Waits until the sentence over the results is like `count`; asked at every frame."""
        like = "count => document.getElementById('search-count').innerText.trim().match(count)"
        self.page.wait_for_function(like, arg=count, timeout=20_000)

    def searches(self, words: str) -> list[Found]:
        """What is shown for some words. Who is on the search page already stays there."""
        if not self.page.url.startswith(f"{self.host}/search/"):
            self.opens()
        for typed, said in (("", "^$"), (words, ANSWERED)):
            self.page.fill("#search-words", typed)
            self.page.press("#search-words", "Enter")  # does not wait for a pause in typing
            self._waits(said)
        return self.found()

    def found(self) -> list[Found]:
        """The results shown."""
        rows: list[list[str]] = self.page.evaluate(
            """() => [...document.querySelectorAll("#search-found > li")].map(row => [
                row.querySelector("h2").innerText,
                row.querySelector("h2 a").getAttribute("href"),
                row.querySelector(".search-facts").innerText,
            ])"""
        )
        return [Found(title, href.removeprefix("../"), facts) for title, href, facts in rows]

    @property
    def says(self) -> str:
        """The sentence over the results."""
        return self.page.inner_text("#search-count")

    @property
    def focus(self) -> str:
        """The address or the id of what has the focus."""
        here = "document.activeElement"
        address: str = self.page.evaluate(f"{here}.getAttribute('href') || {here}.id")
        return address
