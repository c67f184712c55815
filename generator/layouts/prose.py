"""A hand-written page as HTML, with the places in it and the links that are to be held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from generator.layouts.layout import root_at
from generator.layouts.layout_data import Prose
from generator.pages.page import Heading
from generator.problems import Level, Problem
from generator.reading.commonmark import place_of

# Text is escaped by then, so that a "<" before a letter begins a tag and nothing else.
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_LINK = re.compile(r"""(\s(?:href|src)=)(?:"([^"]*)"|'([^']*)')""")
_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)')""")
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


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
    html = made.convert(prose.markdown)
    if "<h1" not in html:
        html = f'<h1 id="title">{escape(prose.title)}</h1>\n{html}'
    places = tuple(
        found[1] or found[2] for tag in _TAG.finditer(html) for found in _ID.finditer(tag[0])
    )
    rewritten, links, problems = _rewritten(prose, html, frozenset(places))
    headings = tuple(_second_level(made.toc_tokens))
    return ProseBody(rewritten, headings, places, links, problems)


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
        written = found[2] if found[2] is not None else found[3]
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

    def tag(found: re.Match[str]) -> str:
        written = _LINK.sub(link, found[0])
        return written[:-3] + ">" if written.endswith(" />") else written  # HTML, not XHTML

    rewritten = _TAG.sub(tag, html)
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
