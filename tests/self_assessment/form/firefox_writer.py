"""Somebody who writes in the form in Firefox: the same steps as ``writer.py``, by other means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.firefox import Firefox
from tests.self_assessment.form.writer import keys_to

_WRITE = """(id, text) => {
  const field = document.getElementById(id);
  field.focus();
  field.select();
  document.execCommand("insertText", false, text);
  return field.value;
}"""
_GO = "(address) => { location.hash = address; }"
_AT = """(view) => document.querySelector(".page") &&
  document.querySelector(`.map-entry[href$="/${view}"][aria-current=page]`) !== null"""
_SAVED = """() =>
  document.querySelector(".status[data-saved=saved]:not([data-pending])") !== null"""


class FirefoxWriter:
    """One window of Firefox with the form of a file."""

    def __init__(self, firefox: Firefox, form: Path) -> None:
        self.firefox = firefox
        self.form = form

    @property
    def address(self) -> str:
        """Where in the form the window is: the draft, then the view."""
        address: str = self.firefox.evaluates("() => location.hash.slice(2)")
        return address

    def open(self, address: str = "") -> None:
        """Opens the form from disk, or a place in it, in a new window."""
        self.firefox.opens(f"{self.form.as_uri()}#/{address}")
        self.firefox.waits("() => !!document.querySelector('.page, .start-drafts')")
        # The drafts of the first page are read after it stands.
        self.firefox.waits("() => !document.body.innerText.includes('正在读取')")

    def begin(self) -> None:
        """A new draft; the cursor is in the first field."""
        self.firefox.clicks("#start-new")
        self.firefox.waits("() => document.activeElement.id === 'about-name'")

    def go(self, view: str) -> None:
        """Goes to a view of the open draft."""
        self.firefox.evaluates(_GO, f"/{self.address.split('/')[0]}/{view}")
        self.firefox.waits(_AT, view)

    def write(self, field: str, text: str) -> None:
        """Replaces what stands in a field."""
        assert self.firefox.evaluates(_WRITE, field, text) == text

    def score(self, item: str, percent: int) -> None:
        """Scores the item that is open, by the keyboard."""
        self.firefox.evaluates("(id) => document.getElementById(id).focus()", f"{item}-score")
        self.firefox.presses(*keys_to(percent))

    def saved(self) -> None:
        """Waits for the saved mark."""
        self.firefox.waits(_SAVED)

    def value(self, field: str) -> str:
        """What stands in a field."""
        value: str = self.firefox.waits("(id) => document.getElementById(id)?.value", field)
        return value

    def text(self, selector: str) -> str:
        """The words that a selector finds first, once there are any."""
        words: str = self.firefox.waits(
            "(selector) => document.querySelector(selector)?.innerText", selector
        )
        return words

    def count(self, selector: str) -> int:
        """How many a selector finds."""
        found = "(selector) => document.querySelectorAll(selector).length"
        number: int = self.firefox.evaluates(found, selector)
        return number

    def take_in(self, file: Path) -> None:
        """From the start page: takes a file in as a draft."""
        self.firefox.chooses("#start-import", file)
        self.firefox.clicks("#incoming-open")
        self.firefox.waits("() => !!document.querySelector('.shell')")

    def exported(self, kind: str = "json") -> Path:
        """Exports from the open draft; the file as it was downloaded."""
        self.go("export")
        self.firefox.waits("(id) => !document.getElementById(id).disabled", f"export-{kind}")
        return self.firefox.downloaded(f"#export-{kind}")


@contextmanager
def writing(form: Path, folder: Path) -> Iterator[FirefoxWriter]:
    """Firefox with the form open, and no network; its profile in `folder` outlives it.

    Nothing may have gone wrong in it, and it may have asked for nothing but files.
    """
    with Firefox(folder) as firefox:
        writer = FirefoxWriter(firefox, form)
        writer.open()
        yield writer
    assert (firefox.wrong, firefox.asked) == ([], [])


def tree_of(file: Path) -> dict[str, Any]:
    """What an exported file holds."""
    tree: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return tree
