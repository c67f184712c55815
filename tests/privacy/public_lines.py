"""Lines of what is public already: the texts of built sites, in which nothing is to be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

_DATA = (".csv", ".json", ".ics", ".xml", ".txt", ".webmanifest")
_UNSAID = re.compile(r"<(script|style|svg)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_ROW = re.compile(
    r"</?(?:tr|p|li|h[1-6]|dl|ul|ol|section|article|nav|header|footer|figure)\b[^>]*>"
)
_BLOCK = re.compile(r"</?[a-z][a-z0-9]*\b[^>]*>")
_ATTRIBUTE = re.compile(r'="([^"]{4,})"')


def public_lines(sites: Iterable[Path]) -> set[str]:
    """The lines of sites, no two alike: what their pages say element by element and row by row,
    the attributes of these, and the lines of their data, feeds and calendars."""
    found: set[str] = set()
    for site in sites:
        for file in site.rglob("*"):
            if file.suffix == ".html":
                found.update(_of_page(file.read_text(encoding="utf-8")))
            elif file.suffix in _DATA:
                found.update(file.read_text(encoding="utf-8").splitlines())
    return {line.strip() for line in found if line.strip()}


def _of_page(page: str) -> Iterator[str]:
    said = _UNSAID.sub("", page)
    for ends in (_ROW, _BLOCK):
        for line in ends.sub("\n", said).split("\n"):
            yield unescape(_BLOCK.sub(" ", line))
    yield from (unescape(value) for value in _ATTRIBUTE.findall(page))
