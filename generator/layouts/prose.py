"""A hand-written page as HTML, with the places in it and the links that are to be held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from generator.layouts.layout import root_at
from generator.layouts.layout_data import Prose
from generator.layouts.markup import Allowed, Markup, Refused
from generator.pages.page import Heading
from generator.problems import MOST, Level, Problem, untold
from generator.reading.commonmark import place_of

# The HTML was written anew: a "<" begins a tag, and a value stands between two of ".
_TAG = re.compile(r'<[a-z](?:[^<>"]|"[^"]*")*>')
_LINK = re.compile(r'(\s(?:href|src)=)"([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_QUOTED = re.compile(r'"([^"]+)"')
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)

_ALLOWED = Allowed(
    elements=frozenset(
        {
            *("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "blockquote", "pre", "hr", "br"),
            *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"),
            *("a", "img", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup"),
        }
    ),
    attributes=frozenset(
        {
            *("id", "class", "title", "lang", "href", "src", "alt", "width", "height", "loading"),
            *("start", "scope", "colspan", "rowspan", "tabindex", "role", "aria-label"),
        }
    ),
    forms={
        "href": re.compile(r"(?:https?|mailto|tel):|(?![^/?#]*:)(?![\x00-\x20\\])", re.IGNORECASE),
        "src": re.compile(r"(?!//)(?![^/?#]*:)(?![\x00-\x20\\])"),
    },
)
"""What Markdown makes, and tags of plain text: nothing that runs, loads or takes something in.

An address has one of these schemes or none; what is relative is told by a sentence of its own.
"""


@dataclass(frozen=True, slots=True)
class ProseLink:
    """An internal link of a prose page: where it leads, and the line it stands on.

    `address` is root-relative as written (``/notices/``, ``/data/awardees.csv``), without query;
    `anchor` is what follows the ``#``, or empty.
    """

    address: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class ProseBody:
    """The body of a hand-written page, before it is filled into a layout.

    `contents` are its headings under the title, `anchors` every id in order, `links` its internal
    links as written. `problems` are the relative links in it (they would depend on where the page
    lies) and those to an ``#anchor`` that it does not have.
    """

    html: str
    contents: tuple[Heading, ...]
    anchors: tuple[str, ...]
    links: tuple[ProseLink, ...]
    problems: tuple[Problem, ...]


def body_of(prose: Prose) -> ProseBody:
    """The body of a page. Whether a root-relative address exists only the caller can tell."""
    from generator.layouts.markdown import markdown  # a page that was kept needs no Markdown

    made = markdown()
    html, refused = _held(prose, made.convert(prose.markdown))
    if "<h1" not in html:
        html = f'<h1 id="title">{escape(prose.title)}</h1>\n{html}'
    places = tuple(found[1] for tag in _TAG.finditer(html) for found in _ID.finditer(tag[0]))
    rewritten, links, problems = _rewritten(prose, html, frozenset(places))
    headings = tuple(_second_level(made.toc_tokens))
    return ProseBody(rewritten, headings, places, links, (*refused, *problems))


def _held(prose: Prose, html: str) -> tuple[str, tuple[Problem, ...]]:
    """The HTML written anew, and what in it no page may have."""
    reader = Markup(_ALLOWED)
    reader.feed(html)
    reader.close()
    remedy = (
        "只能用普通的文字标签，成对写；小于号写成 &lt;；"
        "链接用 http、https、mailto、tel 或站内地址，图片放 files/"
    )
    # Without spaces: tabs have become such.
    lines = ["".join(line.split()).casefold() for line in prose.markdown.splitlines()]
    file = prose.source.as_posix()
    told = [
        Problem(
            *(file, _line_of(one, lines), Level.ERROR, "prose-markup"),
            *(one.message, remedy, one.what),
        )
        for one in reader.refused[:MOST]
    ]
    if (more := len(reader.refused) - MOST) > 0:
        told.append(Problem(file, 1, Level.ERROR, "prose-markup", *untold(more)))
    return reader.html, tuple(told)


def _line_of(refused: Refused, lines: list[str]) -> int:
    """The line on which most of what was refused stands as written; 1 where nothing of it does.

    `lines` have no spaces and no capitals.
    """
    parts = (refused.written, refused.value, *_QUOTED.findall(refused.written), refused.what[:-1])
    for part in parts:
        begins = "".join(part.partition("\n")[0].split()).casefold()
        for number, line in enumerate(lines, 1):
            if begins and begins in line:
                return number
    return 1


def _second_level(tokens: list[dict[str, Any]]) -> Iterator[Heading]:
    """The headings under the title; deeper ones would make the list longer than it helps."""
    for token in tokens:
        if token["level"] == 2:
            yield Heading(token["id"], unescape(token["name"]))
        yield from _second_level(token["children"])


def _rewritten(
    prose: Prose, html: str, here: frozenset[str]
) -> tuple[str, tuple[ProseLink, ...], tuple[Problem, ...]]:
    """The HTML with relative links, the internal links as written, and what is wrong."""
    root = root_at(prose.address.count("/") - 1)
    lines = prose.markdown.splitlines()
    links: list[ProseLink] = []
    problems: list[Problem] = []

    def problem(code: str, target: str, message: str, remedy: str) -> None:
        place = (prose.source.as_posix(), place_of(target, lines) + 1, Level.ERROR, code)
        problems.append(Problem(*place, message, remedy, value=target))

    def link(found: re.Match[str]) -> str:
        written = found[2]
        target = unescape(written)
        if _ELSEWHERE.match(target):
            return found[0]
        if target.startswith("#"):
            if target[1:] not in here:
                problem(
                    "prose-anchor",
                    target,
                    f"链接“{target}”指向本页没有的位置",
                    "请改为本页已有标题的编号",
                )
            return found[0]
        if not target.startswith("/"):
            problem("prose-relative-link", target, *relative(target))
            return found[0]
        path, _, anchor = target.partition("#")
        place = place_of(target, lines) + 1
        links.append(ProseLink(path.partition("?")[0], anchor, place))
        return f'{found[1]}"{root}{written[1:]}"'

    rewritten = _TAG.sub(lambda tag: _LINK.sub(link, tag[0]), html)
    return rewritten, tuple(links), tuple(problems)


def elsewhere(target: str) -> bool:
    """Whether a link leads to another site, or to no site at all (``mailto:``)."""
    return bool(_ELSEWHERE.match(target))


def relative(target: str) -> tuple[str, str]:
    """What is wrong with a link that depends on where its page lies, and the remedy."""
    return (
        f"链接“{target}”不是从站点根开始的地址",
        "请写成 /notices/ 这样以斜线开头的地址",
    )
