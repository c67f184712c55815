"""What the search adds to a site: its page and script, the rows, and the index as a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from generator.layouts import LayoutSet, NavEntry
from generator.output.output_file import OutputFile
from generator.output.output_folder import OutputFolder
from generator.pages import Plan, SearchEntry, file_of
from generator.pages.renderer import edition_of_renderer
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
"""The search in the layout of every page."""


def search_plan(site: Site) -> Plan:
    """``/search/``, planned. It shows nothing of the records but the navigation."""
    page = search_page(site)
    made_of = _digest(edition_of_renderer(), page.head, page.body)
    return Plan(ADDRESS, page.section, made_of, lambda: page)


def titles_of(planned: Iterable[Plan], layout_set: LayoutSet) -> Titles:
    """The rows of every page that can be found: those planned with a mark, and all prose."""
    pages = [Findable(plan.address, plan.search_entry()) for plan in planned if plan.search_entry]
    prose = [
        Findable(page.address, SearchEntry("说明", page.title))
        for page in layout_set.prose.values()
    ]
    return Titles([*pages, *prose])


def search_files(titles: Titles) -> list[OutputFile]:
    """The rows and the script."""
    rows = titles.as_json()
    path, code = script()
    return [
        OutputFile(PATH, _digest(rows), lambda: rows),
        OutputFile(path, _digest(code), lambda: code),
    ]


def index_folder(
    titles: Titles, files: Sequence[OutputFile], cache: Path, jobs: int, progress: Progress
) -> OutputFolder:
    """The index of the texts. It is made anew when a page that can be found has changed."""
    made_of = {file.path: file.made_of for file in files}
    parts = [made_of[file_of(page.address)] for page in titles.pages]
    made = partial(write_index, titles=titles, cache=cache, jobs=jobs, progress=progress)
    return OutputFolder(FOLDER, _digest(edition_of_index(), titles.digest, *parts), made)


def _digest(*parts: bytes | str) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(4, "big") + data)
    return digest.digest()
