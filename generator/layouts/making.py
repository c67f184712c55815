"""From layout data and prose to a layout set, kept from one run to the next."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import cast

from generator.incremental import Store, digest_of
from generator.layouts.layout import Layout, root_at
from generator.layouts.layout_data import LayoutData, Prose
from generator.layouts.layout_set import NOT_FOUND, LayoutSet, ProsePage, fill
from generator.layouts.palette import Palette
from generator.layouts.prose import ProseBody, body_of
from generator.pages.page import Page

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
    """The layouts, prose pages and assets of the site; from `cache` what has not changed.

    `progress` is told, in Chinese, what is being done. Raises Stop where the theme complains, and
    ValueError for colours not written ``#rrggbb``.
    """
    digest = digest_of(json.dumps(asdict(layout_data), ensure_ascii=False, sort_keys=True))
    slot = f"layouts/{digest[0] % SLOTS}"
    with Store(cache, "layouts") as store:
        found = cast(LayoutSet | None, store.get(slot, digest))
    if found is None:
        gc.freeze()  # what is there already is no garbage: only what is made below is looked at
        found = _make(layout_data, digest, progress)
        gc.collect()  # MkDocs and the fonts leave some 90 MB of cycles; the program collects none
        with Store(cache, "layouts") as store:
            store.keep(slot, digest, found)
    bodies = prose_bodies(prose, cache)
    pages = {page.address: _prose_page(found, page, bodies[page.address]) for page in prose}
    return replace(found, prose=pages)


def prose_bodies(prose: Sequence[Prose], cache: Path) -> dict[str, ProseBody]:
    """The body of each hand-written page by its address; from `cache` when none has changed."""
    plain = [{**asdict(page), "source": page.source.as_posix()} for page in prose]
    digest = digest_of(json.dumps(plain, ensure_ascii=False))
    with Store(cache, "layouts") as store:
        bodies = cast(dict[str, ProseBody] | None, store.get("prose", digest))
        if bodies is None:
            bodies = {page.address: body_of(page) for page in prose}
            store.keep("prose", digest, bodies)
    return bodies


def _make(layout_data: LayoutData, digest: bytes, progress: Callable[[str], None]) -> LayoutSet:
    progress("渲染页面外框")
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
    rendered = render(layout_data, stylesheet, tuple(scripts))
    cut = {
        (section, depth): Layout.cut(rendered[section], root_at(depth))
        for section in layout_data.sections
        for depth in DEPTHS
    }
    # The server answers with this page at any address: only absolute links hold.
    cut[NOT_FOUND, 0] = Layout.cut(rendered[NOT_FOUND], layout_data.mount)
    origin = (
        layout_data.site_url.rstrip("/") + layout_data.mount.rstrip("/")
        if layout_data.site_url
        else ""
    )
    return LayoutSet(digest, layout_data.site_name, origin, cut, {}, files)


def _prose_page(layout_set: LayoutSet, prose: Prose, made: ProseBody) -> ProsePage:
    """Prose is filled like any other page, so that there is one way to make a page."""
    body = f'<article class="reading prose">\n{made.html}\n</article>'
    shown = (prose.address, prose.section, prose.title, prose.description)
    html = fill(layout_set, Page(*shown, body, prose.head, made.contents))
    return ProsePage(*shown, html, body, made.contents)
