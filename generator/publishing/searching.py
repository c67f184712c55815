"""What the search adds to a site: its page and script, the rows, and the index as a sheaf."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from generator.frames import FrameSet, NavEntry
from generator.pages import Mark, Plan, file_of
from generator.pages.press import edition_of_press
from generator.publishing.leaf import Leaf
from generator.publishing.sheaf import Sheaf
from generator.records import Site
from generator.register import Progress
from generator.search import (
    ADDRESS,
    FOLDER,
    Findable,
    Titles,
    edition_of_index,
    script,
    search_page,
    write_index,
)
from generator.search.titles import PATH

ENTRY = NavEntry("搜索", ADDRESS)
"""The search in the frame of every page."""


def search_plan(site: Site) -> Plan:
    """``/search/``, planned. It shows nothing of the records but the navigation."""
    page = search_page(site)
    made_of = _digest(edition_of_press(), page.head, page.body)
    return Plan(ADDRESS, page.section, made_of, lambda: page)


def titles_of(planned: Iterable[Plan], frame_set: FrameSet) -> Titles:
    """The rows of every page that can be found: those planned with a mark, and all prose."""
    pages = [Findable(plan.address, plan.mark()) for plan in planned if plan.mark]
    prose = [Findable(page.address, Mark("说明", page.title)) for page in frame_set.prose.values()]
    return Titles([*pages, *prose])


def search_leaves(titles: Titles) -> list[Leaf]:
    """The rows and the script."""
    rows = titles.as_json()
    path, code = script()
    return [Leaf(PATH, _digest(rows), lambda: rows), Leaf(path, _digest(code), lambda: code)]


def index_sheaf(
    titles: Titles, leaves: Sequence[Leaf], cache: Path, jobs: int, progress: Progress
) -> Sheaf:
    """The index of the texts. It is made anew when a page that can be found has changed."""
    made_of = {leaf.path: leaf.made_of for leaf in leaves}
    parts = [made_of[file_of(page.address)] for page in titles.pages]
    made = partial(write_index, titles=titles, cache=cache, jobs=jobs, progress=progress)
    return Sheaf(FOLDER, _digest(edition_of_index(), titles.digest, *parts), made)


def _digest(*parts: bytes | str) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(4, "big") + data)
    return digest.digest()
