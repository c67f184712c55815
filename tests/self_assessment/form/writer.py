"""Somebody who writes in the form: what a person does at it, in a person's steps."""

from __future__ import annotations

import datetime as dt
import json
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.self_assessment.filings import CRITERIA

CODE = "91420100MA4KLQ2Y71"
TEXT = "总经理每月第一周主持质量例会，会上逐项对照年度目标，查明差距，指定负责人，下月复核。"

CHANGING = ("exported", "changed", "history", "made_with")
"""What an export says of itself."""

USABLE = """new MutationObserver((_, watcher) => {
  if (!document.querySelector("#start-new, .page input, .page textarea")) return;
  window.usable = performance.now();
  watcher.disconnect();
}).observe(document, { subtree: true, childList: true });"""
"""A script that notes when the first thing that one can use stood in the page, in ms."""


TODAY = dt.datetime.fromisoformat("2026-10-12T10:00:00+08:00")
"""When everybody here sits down to write, whatever the day is; from then on time goes by."""

_CLOCK = """const Clock = Date, now = () => Clock.now() + AWAY;
window.Date = class extends Clock {
  constructor(...given) { super(...(given.length ? given : [now()])); }
  static now() { return now(); }
};"""


def keys_to(percent: int) -> list[str]:
    """The keys that score a percent on the ruler: by bands, then by steps."""
    lows = [band.low for band in CRITERIA.bands if band.low <= percent]
    steps = (percent - lows[-1]) // CRITERIA.step
    return ["Home", *["PageUp"] * (len(lows) - 1), *["ArrowRight"] * steps]


def someone(browser: Browser, form: Path, **options: Any) -> Writer:
    """Somebody at a desk of their own, on `TODAY`, with the form opened from disk: nothing in it.

    `options` are those of the browser's context, which is the writer's to close.
    """
    screen = {"viewport": {"width": 1280, "height": 800}}
    place = {"locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
    context = browser.new_context(**screen | place | options)
    context.set_default_timeout(10_000)
    away = round((TODAY.timestamp() - time.time()) * 1000)  # noqa: TID251 - the browser's
    context.add_init_script(_CLOCK.replace("AWAY", str(away)))
    writer = Writer(context.new_page(), form)
    writer.open()
    return writer


class Writer:
    """One window with the form. `faults` gathers what the page itself complained of."""

    def __init__(self, page: Page, form: Path) -> None:
        self.page = page
        self.form = form
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(message.text)

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    @property
    def draft(self) -> str:
        """The id of the draft that is open."""
        return self.page.url.split("#/")[1].split("/")[0]

    def open(self, address: str = "") -> None:
        """Opens the form from disk, or a place in it, and waits until it can be used."""
        self.page.goto(f"{self.form.as_uri()}#/{address}")
        self.page.wait_for_selector(".page, #start-new, #damaged-raw")

    def reopen(self) -> None:
        """Closes the window and opens the same place in a new one."""
        address = self.page.url
        context = self.context
        self.page.close()
        self.page = context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._hear)
        self.page.goto(address)
        self.page.wait_for_selector(".page, #start-new, #damaged-raw")

    def reopen_with_scripts(self) -> None:
        """Loads the page anew, after scripts were added to it."""
        self.page.reload()
        self.page.wait_for_selector(".page, #start-new, #damaged-raw")

    def begin(self) -> None:
        """A new draft; the cursor is in the first field."""
        self.page.click("#start-new")
        self.page.wait_for_selector("#about-name")

    def go(self, view: str) -> None:
        """Goes to a view of the open draft."""
        self.page.goto(f"{self.form.as_uri()}#/{self.draft}/{view}")
        self.page.wait_for_selector(".page")
        expect(self.page.locator(f'.map-entry[href$="/{view}"][aria-current=page]')).to_have_count(
            1 if view not in {"drafts", "history", "merge"} else 0
        )

    def field(self, field: str) -> Any:
        """The control of a field, by its id."""
        return self.page.locator(f'[id="{field}"]')

    def write(self, field: str, text: str) -> None:
        """Replaces what stands in a field."""
        self.field(field).fill(text)

    def score(self, item: str, percent: int) -> None:
        """Scores the item that is open, by the keyboard."""
        ruler = self.field(f"{item}-score")
        ruler.focus()
        for key in keys_to(percent):
            self.page.keyboard.press(key)
        expect(ruler).to_have_attribute("aria-valuenow", str(percent))

    def saved(self) -> None:
        """Waits for the saved mark."""
        expect(self.page.locator(".status[data-saved=saved]:not([data-pending])")).to_be_visible()

    def choose(self, button: str, file: Path) -> None:
        """Chooses a file by a button that asks for one."""
        with self.page.expect_file_chooser() as asked:
            self.page.click(button)
        asked.value.set_files(file)

    def take_in(self, file: Path) -> None:
        """From the start page: takes a file in as a draft."""
        self.choose("#start-import", file)
        self.page.click("#incoming-open")
        self.page.wait_for_selector(".shell")

    def exported(self, folder: Path, kind: str = "json") -> Path:
        """Exports from the open draft; the file as it was downloaded."""
        self.go("export")
        with self.page.expect_download() as download:
            self.page.click(f"#export-{kind}")
        file = folder / download.value.suggested_filename
        download.value.save_as(file)
        return file

    def filing(self, folder: Path) -> dict[str, Any]:
        """What an export of the open draft holds."""
        tree: dict[str, Any] = json.loads(self.exported(folder).read_text(encoding="utf-8"))
        return tree

    def hears(self, words: str) -> None:
        """Waits until the form says so in passing."""
        expect(self.page.locator(".toast p")).to_contain_text(words)
