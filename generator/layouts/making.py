"""From layout data and prose to a layout set, kept from one run to the next."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, cast

from generator.incremental import Store, digest_of
from generator.layouts.layout import Layout, root_at
from generator.layouts.layout_data import LayoutData, Prose
from generator.layouts.layout_set import NOT_FOUND, LayoutSet, ProsePage, fill
from generator.layouts.palette import Palette, weak_pairs
from generator.layouts.prose import anchors, rewrite_links
from generator.pages.page import Page
from generator.problems import Level, Problem, Stop

if TYPE_CHECKING:
    from generator.layouts.theme import Rendered

# /awardees/by/<facet>/<value>/ lies four folders deep; one more is cheap.
DEPTHS = range(6)
SLOTS = 8
"""Layout sets that are kept at most: with search and without, in the preview and published."""


def layouts(
    layout_data: LayoutData,
    prose: Sequence[Prose],
    cache: Path,
    progress: Callable[[str], None] = lambda stage: None,
) -> LayoutSet:
    """The layouts, prose pages and assets of the site; from `cache` when nothing has changed.

    `progress` is told, in Chinese, what is being done. Raises Stop with every problem found:
    colours that cannot be read, links of prose that lead nowhere, complaints of the theme.
    """
    digest = _made_of(layout_data, prose)
    slot = f"layouts/{digest[0] % SLOTS}"
    with Store(cache) as store:
        found = store.get(slot, digest)
    if found is not None:
        return cast(LayoutSet, found)
    problems = [
        _unreadable(sentence)
        for sentence in weak_pairs(layout_data.main_colour, layout_data.accent)
    ]
    if problems:
        raise Stop(problems)
    gc.freeze()  # what is there already is no garbage: only what is made below is looked at
    made = _make(layout_data, prose, digest, progress)
    gc.collect()  # MkDocs and the fonts leave some 90 MB of cycles, and the program collects none
    with Store(cache) as store:
        store.keep(slot, digest, made)
    return made


def _made_of(layout_data: LayoutData, prose: Sequence[Prose]) -> bytes:
    """A digest of all that layouts are made of, beside the program."""
    pages = [{**asdict(page), "source": page.source.as_posix()} for page in prose]
    plain = {"data": asdict(layout_data), "prose": pages}
    return digest_of(json.dumps(plain, ensure_ascii=False, sort_keys=True))


def _unreadable(sentence: str) -> Problem:
    remedy = "请换一个颜色，使文字对比度不低于 4.5:1"
    return Problem("content/site.yml", 1, Level.ERROR, "contrast", sentence, remedy)


def _make(
    layout_data: LayoutData, prose: Sequence[Prose], digest: bytes, progress: Callable[[str], None]
) -> LayoutSet:
    progress("渲染页面外框和说明页")
    # Imported here, so that a cache hit never pays for mkdocs or for reading a font.
    from generator.drawings.lettering import Line, lettering
    from generator.layouts.scripts import deferred
    from generator.layouts.stylesheet import assets
    from generator.layouts.theme import render

    letters = lettering(
        {"name": Line(layout_data.site_name, 0.03), "motto": Line(layout_data.motto, 0.35)}
    )
    files, stylesheet = assets(Palette.of(layout_data.main_colour, layout_data.accent), letters)

    scripts = deferred()
    files |= scripts
    rendered = render(layout_data, prose, stylesheet, tuple(scripts))
    cut = {
        (section, depth): Layout.cut(rendered.layouts[section], root_at(depth))
        for section in layout_data.sections
        for depth in DEPTHS
    }
    # The server answers with this page at any address: only absolute links hold.
    cut[NOT_FOUND, 0] = Layout.cut(rendered.layouts[NOT_FOUND], layout_data.mount)
    origin = (
        layout_data.site_url.rstrip("/") + layout_data.mount.rstrip("/")
        if layout_data.site_url
        else ""
    )
    empty = LayoutSet(digest, layout_data.site_name, origin, cut, {}, files)
    pages: dict[str, ProsePage] = {}
    problems: list[Problem] = []
    for page in prose:
        finished, wrong = _prose_page(empty, page, rendered)
        pages[page.address] = finished
        problems.extend(wrong)
    if problems:
        raise Stop(problems)
    return LayoutSet(digest, layout_data.site_name, origin, cut, pages, files)


def _prose_page(
    layout_set: LayoutSet, prose: Prose, rendered: Rendered
) -> tuple[ProsePage, tuple[Problem, ...]]:
    """Prose is filled like any other page, so that there is one way to make a page."""
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
        fill(layout_set, page),
        body,
        headings,
        anchors(html),
        links,
        prose.source.as_posix(),
    )
    return finished, problems
