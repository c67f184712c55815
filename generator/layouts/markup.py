"""HTML that people wrote, held to what a page may have, and written anew from what was read.

A deny-list would have to know all that any browser runs or loads; here is what is harmless. What a
parser does not see cannot stand in a page, because the page gets what was written anew.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

_VOID = frozenset({"br", "hr", "img"})


class Allowed(NamedTuple):
    """Elements and attributes that a page may have; of those in `forms`, the values too."""

    elements: frozenset[str]
    attributes: frozenset[str]
    forms: dict[str, re.Pattern[str]]


class Refused(NamedTuple):
    """What no page may have, in a few words: its line in the HTML, and the tag as it stands there.

    `value` is that of an attribute, empty for all else.
    """

    line: int
    what: str
    written: str
    value: str = ""
    unclosed: bool = False

    @property
    def message(self) -> str:
        """What is wrong with it."""
        return f"“{self.what}”" + ("没有结束" if self.unclosed else "不能放进页面")


class Markup(HTMLParser):
    """Reads HTML by `feed` and `close`; what is not `allowed` is in `refused`."""

    def __init__(self, allowed: Allowed) -> None:
        super().__init__()
        self.refused: list[Refused] = []
        self._allowed = allowed
        self._open: list[tuple[str, int, str]] = []
        self._written: list[str] = []

    @property
    def html(self) -> str:
        """What was read, written anew: tags of the allowed kind, all else escaped."""
        return "".join(self._written)

    def close(self) -> None:
        """What is left unfinished or open at the end is refused too."""
        rest = self.rawdata
        super().close()
        if "<" in rest:
            self._refuse(rest[rest.index("<") :][:20])
        elif self._open and not self.refused:
            tag, line, written = self._open[-1]
            self.refused.append(Refused(line, f"<{tag}>", written, unclosed=True))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        if tag not in _VOID:
            self._open.append((tag, self.getpos()[0], written))
        if tag not in self._allowed.elements:
            return self._refuse(f"<{tag}>", written)
        given = "".join(f' {name}="{escape(value or "")}"' for name, value in attrs)
        self._written.append(f"<{tag}{given}>")
        for name, value in attrs:
            fits = self._allowed.forms.get(name)
            if name not in self._allowed.attributes:
                self._refuse(f"{name}=", written, value or "")
            elif fits and not fits.match(value or ""):
                self._refuse(f"{name}={(value or '')[:40]}", written, value or "")
        return None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # a browser reads <div/> as one that is open

    def handle_data(self, data: str) -> None:
        self._written.append(escape(data, quote=False))

    def handle_endtag(self, tag: str) -> None:
        self._written.append(f"</{tag}>")
        if (not self._open or self._open.pop()[0] != tag) and not self.refused:
            self._refuse(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self._refuse("<!-- -->", f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self._refuse(f"<!{decl[:20]}>")

    def unknown_decl(self, data: str) -> None:
        self._refuse(f"<![{data[:20]}")

    def handle_pi(self, data: str) -> None:
        self._refuse(f"<?{data[:20]}")

    def _refuse(self, what: str, written: str = "", value: str = "") -> None:
        self.refused.append(Refused(self.getpos()[0], what, written or what, value))
