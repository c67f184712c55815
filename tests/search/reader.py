"""Someone who searches: what they type, and what they then see."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from playwright.sync_api import Page, expect

TODAY = dt.date(2026, 10, 12)


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
        expect(self.page.locator("#search-count")).to_have_text("")
        box.fill(words)
        self.answered()

    def answered(self) -> None:
        """Waits until a search has been answered."""
        answers = re.compile("^(找到|没有|筛选后)")
        expect(self.page.locator("#search-count")).to_have_text(answers, timeout=20_000)

    def searches(self, words: str) -> list[Found]:
        """What is shown for some words, searched on a page opened anew."""
        if not self.page.url.startswith(f"{self.host}/search/"):
            self.opens()
        self.types(words)
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
