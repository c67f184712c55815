"""CommonMark as every reader of it here takes it; where its links lead and stand; HTML in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@cache
def parser() -> MarkdownIt:
    """The parser: with tables, raw HTML is text, and a picture is a link to it."""
    from markdown_it import MarkdownIt  # takes longer to load than most runs have to parse

    found = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False})
    return found.enable("table").disable("image")


@cache
def _as_written() -> MarkdownIt:
    """A parser that takes for a tag or a link whatever any other would, and shows nothing."""
    from markdown_it import MarkdownIt

    found = MarkdownIt("commonmark").enable("table").disable("image")
    found.validateLink = lambda url: True  # type: ignore[method-assign]
    return found


_TAG = re.compile(r"<[A-Za-z/!?]")


def html_in(text: str) -> str:
    """The first HTML in a text, a tag or a comment as written; empty where there is none."""
    if not _TAG.search(text):
        return ""
    tokens = _as_written().parse(text)
    every = (one for token in tokens for one in (token, *(token.children or ())))
    return next((one.content for one in every if one.type.startswith("html_")), "")


def links(text: str) -> tuple[str, ...]:
    """Where the links and pictures of a text lead, each address once, as a browser would ask it.

    Written inline, in ``<…>``, with a title or by reference: whatever the parser takes for one.
    """
    if "](" not in text and "]:" not in text:  # without either there is none but to elsewhere
        return ()
    found = (
        str(child.attrs["href"])
        for token in _as_written().parse(text)
        for child in token.children or ()
        if child.type == "link_open"
    )
    return tuple(dict.fromkeys(found))


def place_of(target: str, lines: Sequence[str]) -> int:
    """The place, from 0, of the first of `lines` that has the whole of `target`, else 0.

    A parser keeps no places of links, and gives their addresses as a browser would ask them.
    """
    for written in (target, unquote(target)):
        whole = re.compile(rf"(?<![\w/%.#?&=-]){re.escape(written)}(?![\w/%#?&=-])")
        for place, line in enumerate(lines):
            if whole.search(line):
                return place
    return 0
