"""From a content folder to a site: examined, planned, filled, and put in the place of the old."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.incremental import digest_of
from generator.layouts import LayoutSet, fill, layouts
from generator.output.output_file import OutputFile
from generator.output.ownership import require_separate
from generator.output.trees import Renewal, held, renew
from generator.pages import empty_columns, file_of, sitemap
from generator.privacy import Scanned, examine_and_scan
from generator.problems import FileProblem, Level, Problem, Stop, failing, ordered, refusal
from generator.publishing.conditions import for_preview
from generator.publishing.links import offered
from generator.publishing.preparation import Prepared, otherwise, prepared
from generator.publishing.searching import index_folder, search_files, titles_of
from generator.publishing.traditional.files import variant_files
from generator.reading import worker_count
from generator.register import Progress, RecordCache, Register, quiet


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and what it did."""

    problems: tuple[Problem, ...]
    renewal: Renewal
    register: Register


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how far a build has come, step by step, and when the new site is live."""

    reading: Progress = quiet
    scanning: Progress = quiet
    writing: Progress = quiet
    indexing: Progress = quiet
    replaced: Callable[[], None] = field(default=lambda: None, kw_only=True)


def build(
    content: Path,
    out: Path,
    cache: Path,
    today: dt.date | None = None,
    *,
    strict: bool = False,
    search: bool = False,
    jobs: int | None = None,
    watch: Watch | None = None,
    form: Path | None = None,
    preview: bool = False,
) -> Built:
    """Builds the site of `content` in `out`; with `search`, a search of the whole text in it.

    `form` is the folder in which the self-assessment form was made, to be published too. A
    `preview` shows to those who are to read it what may not be published yet, and what was
    published otherwise. Raises Stop with all problems where some stop the work, OSError where
    `out` or `cache` cannot be written; the old site is then as it was.
    """
    watch = watch or Watch()
    require_separate(content, out)
    with held(out), RecordCache(cache, content) as record_cache:
        found = examine_and_scan(
            content, record_cache, today, worker_count(jobs), watch.reading, watch.scanning
        )
        register = found.register
        told = for_preview(found.problems) if preview else found.problems
        before = () if preview else otherwise(content, out, found)
        site = prepared(content, cache, found, record_cache, search=search, form=form)
        problems = tuple(ordered([*told, *before, *site.problems]))
        if failing(problems, strict=strict):
            raise Stop(problems)
        layout_set = layouts(site.layout_data, site.prose, cache)
        renderer, planned = site.renderer, site.planned
        # Data before the pages: its tables take longest, and pages fill what time is left beside.
        files = [*site.data, *_files(found.scanned, register, layout_set, site)]
        if register.site.traditional:
            files += variant_files(register, layout_set, renderer, planned)
        output_folder = None
        if search:
            titles = titles_of(planned, layout_set)
            files += search_files(titles)
            output_folder = index_folder(titles, cache, worker_count(jobs), watch.indexing)
        renewal = renew(
            out,
            files,
            cache,
            renderer.observer,
            worker_count(jobs),
            watch.writing,
            output_folder,
            watch.replaced,
        )
    if renewal.unkept:
        problems += (_unkept(cache, renewal.unkept),)
    return Built(problems, renewal, register)


def _unkept(cache: Path, error: OSError) -> Problem:
    """The site is as it is to be, and the cache is not."""
    message = f"网站已经更新，但缓存没有写完（{refusal(error)}）"
    remedy = "请清理磁盘或检查权限；下次生成会把全部页面重做一遍，结果不受影响"
    return FileProblem(cache.as_posix(), 1, Level.NOTE, "cache-unkept", message, remedy)


def _files(
    scanned: Scanned,
    register: Register,
    layout_set: LayoutSet,
    site: Prepared,
) -> Iterator[OutputFile]:
    for plan in site.planned:
        layout = layout_set.layout_at(plan.address, plan.section)
        yield OutputFile(
            file_of(plan.address),
            digest_of(plan.given, layout.digest),
            lambda plan=plan: fill(layout_set, plan.make()).encode(),  # type: ignore[misc]
            observed=True,
        )
    for page in layout_set.prose.values():
        html = page.html.encode()
        yield OutputFile(page.file, digest_of(html), lambda html=html: html)  # type: ignore[misc]
    for path, data in layout_set.assets.items():
        yield OutputFile(path, digest_of(data), lambda data=data: data)  # type: ignore[misc]
    for path, data in site.renderer.scripts.items():
        yield OutputFile(path, digest_of(data), lambda data=data: data)  # type: ignore[misc]
    unlisted = {f"/{part}/" for part in empty_columns(register)}
    addresses = [
        plan.address
        for plan in site.planned
        if plan.address.endswith("/") and plan.address not in unlisted
    ]
    map_ = sitemap(register.site, [*addresses, *layout_set.prose])
    yield OutputFile("sitemap.xml", digest_of(map_), lambda: map_)
    for path in sorted(offered(register, site.bodies.values())):
        yield OutputFile(path, scanned.digests.get(path, b""), partial(scanned.read, path))
