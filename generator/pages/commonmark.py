"""The CommonMark of records as HTML: no raw HTML, no pictures from elsewhere, links made safe."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from generator.pages.page import Heading
from generator.reading.commonmark import parser

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Document:
    """A text of a record as HTML, with its headings (levels 2 and below)."""

    html: str
    headings: tuple[Heading, ...]


_BOX = '<div class="table-box" tabindex="0" role="group" aria-label="表格，可左右滚动">'

_MARKED = re.compile(
    r"""[\\`*_\[\]<>&\#+=~|"\t\r\v\f\x00\x1c-\x1f\x85\u2028\u2029]  # what marks, or is escaped
    |^[^\S\n] | [^\S\n]$ | ^[-0-9:]""",
    re.VERBOSE | re.MULTILINE,
)
"""What makes a text more than paragraphs. Most texts have none of it."""


def document(text: str, up: str, first_level: int = 2, anchor: str = "s") -> Document:
    """The text as HTML. `up` leads from the page to the root of the site.

    Its highest heading becomes one of `first_level`; headings get the ids `anchor` + 1, 2, 3 …
    Raw HTML shows as text and pictures as links: a record has its pictures in fields of their own.
    """
    if not _MARKED.search(text):
        return Document(_paragraphs(text), ())
    tokens = parser().parse(text)
    headings: list[Heading] = []
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    shift = first_level - min(levels, default=first_level)
    level = first_level - 1
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            # No level is left out on the way down, whatever the text does.
            level = min(6, int(token.tag[1]) + shift, level + 1)
            words = _plain(tokens[place + 1].children or [])
            name = f"{anchor}{len(headings) + 1}"
            token.attrSet("id", name)
            headings.append(Heading(name, words))
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{level}"
        if token.type in ("th_open", "td_open"):
            _mend_cell(token)
        if token.type == "inline":
            for child in token.children or []:
                if child.type == "link_open":
                    _mend_link(child, up)
    html = parser().renderer.render(tokens, parser().options, {})
    html = html.replace("<table>", f"{_BOX}<table>").replace("</table>", "</table></div>")
    return Document(html, tuple(headings))


def _paragraphs(text: str) -> str:
    """A text of nothing but paragraphs, as the parser would have it in a tenth of the time."""
    parts = _BLANK_LINES.split(text.strip("\n"))
    return "".join([f"<p>{part}</p>\n" for part in parts if part])


_BLANK_LINES = re.compile(r"\n{2,}")


def _plain(children: Sequence[Token]) -> str:
    return "".join(child.content for child in children if child.type in ("text", "code_inline"))


def _mend_cell(token: Any) -> None:
    """Alignment as a class: the site's policy allows no ``style`` attribute."""
    if style := token.attrs.pop("style", None):
        token.attrs["class"] = "at-" + str(style).rpartition(":")[2]
    if token.type == "th_open":
        token.attrs["scope"] = "col"


def _mend_link(token: Any, up: str) -> None:
    href = str(token.attrs.get("href", ""))
    if href.startswith("/") and not href.startswith("//"):
        token.attrs["href"] = (up or "./") + href[1:] if href != "/" else (up or "./")
    elif urlsplit(href).netloc:
        token.attrs["rel"] = outside_rel(href)


def outside_rel(address: str) -> str:
    """The `rel` of a link to elsewhere: government sites are followed, others are not."""
    host = urlsplit(address).hostname or ""
    trusted = host == "gov.cn" or host.endswith(".gov.cn")
    return "noopener noreferrer" if trusted else "nofollow noopener noreferrer"
