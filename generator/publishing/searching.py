"""What the search adds to a site: its page and script, the rows, and the index as a folder."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from generator.incremental import digest_of, program
from generator.layouts import LayoutSet, NavEntry
from generator.output.manifest import Tree
from generator.output.output_file import OutputFile
from generator.output.output_folder import OutputFolder
from generator.pages import Plan, SearchEntry, file_of
from generator.records import Site
from generator.register import Progress
from generator.search import (
    ADDRESS,
    FOLDER,
    Findable,
    Titles,
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
    return Plan(ADDRESS, page.section, lambda: page, given=digest_of(page.head, page.body))


def titles_of(planned: Iterable[Plan], layout_set: LayoutSet) -> Titles:
    """The rows of every page that can be found: those planned with a search entry, and prose."""
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
        OutputFile(PATH, digest_of(rows), lambda: rows),
        OutputFile(path, digest_of(code), lambda: code),
    ]


def index_folder(titles: Titles, cache: Path, jobs: int, progress: Progress) -> OutputFolder:
    """The index of the texts. It is made anew when a page that can be found has changed."""
    paths = [file_of(page.address) for page in titles.pages]

    def made_of(tree: Tree) -> bytes:
        pages = (tree[path].made_of for path in paths if path in tree)
        return digest_of(program(), titles.digest, *pages)

    made = partial(write_index, titles=titles, cache=cache, jobs=jobs, progress=progress)
    return OutputFolder(FOLDER, made_of, made)
