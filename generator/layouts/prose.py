"""The links of a prose page: rewritten for its depth, and collected to be checked."""

from __future__ import annotations

import re
from html import unescape

from generator.layouts.layout import root_at
from generator.layouts.layout_data import Prose
from generator.layouts.layout_set import ProseLink
from generator.problems import Level, Problem

# Text is escaped by then, so that a "<" before a letter begins a tag and nothing else.
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_LINK = re.compile(r"""(\s(?:href|src)=)(?:"([^"]*)"|'([^']*)')""")
_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)')""")
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def anchors(html: str) -> tuple[str, ...]:
    """Every id of the page, in order."""
    return tuple(
        found[1] or found[2] for tag in _TAG.finditer(html) for found in _ID.finditer(tag[0])
    )


def _line(prose: Prose, target: str) -> int:
    """The line the link stands on; Markdown's parser does not keep it, so it is looked up."""
    for number, line in enumerate(prose.markdown.splitlines(), start=1):
        if target in line:
            return number
    return 1


def rewrite_links(
    prose: Prose, html: str
) -> tuple[str, tuple[ProseLink, ...], tuple[Problem, ...]]:
    """The page's HTML with relative links, the internal links as written, and what is wrong.

    Wrong is a relative link (it would depend on where the page lies) and a ``#anchor`` the page
    does not have. Whether a root-relative address exists only the caller can tell.
    """
    root = root_at(prose.address.count("/") - 1)
    here = set(anchors(html))
    links: list[ProseLink] = []
    problems: list[Problem] = []

    def problem(code: str, target: str, message: str, remedy: str) -> None:
        place = (prose.source.as_posix(), _line(prose, target), Level.ERROR, code)
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
                    f"链接 {target} 指向本页没有的位置",
                    "请改为本页已有标题的编号",
                )
            return found[0]
        if not target.startswith("/"):
            problem(
                "prose-relative-link",
                target,
                f"链接“{target}”不是从站点根开始的地址",
                "请写成 /notices/ 这样以斜线开头的地址",
            )
            return found[0]
        path, _, anchor = target.partition("#")
        links.append(ProseLink(path.partition("?")[0], anchor, _line(prose, target)))
        return f'{found[1]}"{root}{written[1:]}"'

    def tag(found: re.Match[str]) -> str:
        written = _LINK.sub(link, found[0])
        return written[:-3] + ">" if written.endswith(" />") else written  # HTML, not XHTML

    rewritten = _TAG.sub(tag, html)
    return rewritten, tuple(links), tuple(problems)
