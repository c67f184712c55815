"""From chrome and prose to a frame set, by way of the cache."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from generator.frames import cache as shelf
from generator.frames.chrome import Chrome, Prose
from generator.frames.fingerprint import fingerprint
from generator.frames.frame import Frame, root_at
from generator.frames.frame_set import NOT_FOUND, FrameSet, ProsePage, stamp
from generator.frames.palette import Palette, weak_pairs
from generator.frames.prose import anchors, rewrite_links
from generator.pages.page import Page
from generator.problems import Level, Problem, Stop

if TYPE_CHECKING:
    from generator.frames.theme import Rendered

# /awardees/by/<facet>/<value>/ lies four folders deep; one more is cheap.
DEPTHS = range(6)


def frames(
    chrome: Chrome,
    prose: Sequence[Prose],
    cache: Path,
    progress: Callable[[str], None] = lambda stage: None,
) -> FrameSet:
    """The frames, prose pages and assets of the site; from `cache` when nothing has changed.

    `progress` is told, in Chinese, what is being done. Raises Stop with every problem found:
    colours that cannot be read, links of prose that lead nowhere, complaints of the theme.
    """
    digest = fingerprint(chrome, prose)
    found = shelf.load(cache, digest)
    if found is not None:
        return found
    problems = [_unreadable(sentence) for sentence in weak_pairs(chrome.main_colour, chrome.accent)]
    if problems:
        raise Stop(problems)
    gc.freeze()  # what is there already is no garbage: only what is made below is looked at
    made = _make(chrome, prose, digest, progress)
    gc.collect()  # MkDocs and the fonts leave some 90 MB of cycles, and the program collects none
    shelf.save(cache, made)
    return made


def _unreadable(sentence: str) -> Problem:
    remedy = "请换一个颜色，使文字对比度不低于 4.5:1"
    return Problem("content/site.yml", 1, Level.ERROR, "contrast", sentence, remedy)


def _make(
    chrome: Chrome, prose: Sequence[Prose], digest: str, progress: Callable[[str], None]
) -> FrameSet:
    progress("渲染页面外框和说明页")
    # Imported here, so that a cache hit never pays for mkdocs or for reading a font.
    from generator.frames.scripts import deferred
    from generator.frames.stylesheet import assets
    from generator.frames.theme import render
    from generator.lettering import Line, lettering

    letters = lettering({"name": Line(chrome.site_name, 0.03), "motto": Line(chrome.motto, 0.35)})
    files, stylesheet = assets(Palette.of(chrome.main_colour, chrome.accent), letters)

    scripts = deferred()
    files |= scripts
    rendered = render(chrome, prose, stylesheet, tuple(scripts))
    cut = {
        (section, depth): Frame.cut(rendered.frames[section], root_at(depth))
        for section in chrome.sections
        for depth in DEPTHS
    }
    # The server answers with this page at any address: only absolute links hold.
    cut[NOT_FOUND, 0] = Frame.cut(rendered.frames[NOT_FOUND], chrome.mount)
    origin = chrome.site_url.rstrip("/") + chrome.mount.rstrip("/") if chrome.site_url else ""
    empty = FrameSet(digest, chrome.site_name, origin, cut, {}, files)
    pages: dict[str, ProsePage] = {}
    problems: list[Problem] = []
    for page in prose:
        finished, wrong = _prose_page(empty, page, rendered)
        pages[page.address] = finished
        problems.extend(wrong)
    if problems:
        raise Stop(problems)
    return FrameSet(digest, chrome.site_name, origin, cut, pages, files)


def _prose_page(
    frame_set: FrameSet, prose: Prose, rendered: Rendered
) -> tuple[ProsePage, tuple[Problem, ...]]:
    """Prose is stamped like any other page, so that there is one way to make a page."""
    html = rendered.bodies[prose.name]
    if "<h1" not in html:
        html = f'<h1 id="title">{escape(prose.title)}</h1>\n{html}'
    html, links, problems = rewrite_links(prose, html)
    body = f'<article class="reading prose">\n{html}\n</article>'
    headings = rendered.headings[prose.name]
    page = Page(
        prose.address, prose.section, prose.title, prose.description, body, prose.head, headings
    )
    finished = ProsePage(
        prose.address,
        prose.section,
        prose.title,
        prose.description,
        stamp(frame_set, page),
        body,
        headings,
        anchors(html),
        links,
        prose.source.as_posix(),
    )
    return finished, problems
