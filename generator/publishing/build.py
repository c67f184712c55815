"""From a content folder to a site: examined, planned, stamped, and put in the place of the old."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.frames import FrameSet, frames, stamp
from generator.opendata import TABLES
from generator.opendata import files as data_files
from generator.pages import (
    FormFile,
    Offered,
    Plan,
    Press,
    data_plan,
    empty_columns,
    file_of,
    plans,
    read_form,
    sitemap,
)
from generator.pages.self_assessment import ADDRESS
from generator.privacy import vet
from generator.problems import Problem, Stop, failing, ordered
from generator.publishing.chrome import chrome, prose
from generator.publishing.conditions import for_preview
from generator.publishing.host import slots
from generator.publishing.leaf import Leaf
from generator.publishing.links import dangling, offered
from generator.publishing.marker import apart
from generator.publishing.papers import paper_leaves
from generator.publishing.searching import (
    ENTRY,
    index_sheaf,
    search_leaves,
    search_plan,
    titles_of,
)
from generator.publishing.steadfast import moved
from generator.publishing.trees import Renewal, held, renew
from generator.publishing.twins import twin_leaves
from generator.reading import hands
from generator.register import Progress, Register, Shelf, quiet
from generator.register.shelf import SETTLED
from generator.regulation import Examination


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and what it did."""

    problems: tuple[Problem, ...]
    renewal: Renewal
    register: Register


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how far a build has come, step by step."""

    reading: Progress = quiet
    scanning: Progress = quiet
    writing: Progress = quiet
    indexing: Progress = quiet


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
    apart(content, out)
    with held(out), Shelf(cache, content) as shelf:
        found = vet(content, shelf, today, hands(jobs), watch.reading, watch.scanning)
        register = found.register
        problems = for_preview(found.problems) if preview else _for_publication(found, content, out)
        if failing(problems, strict=strict):
            raise Stop(problems)
        published = read_form(form) if form else None
        texts, unfit = prose(content, found.gathered.folder.prose, register.site)
        if unfit:
            raise Stop(ordered([*problems, *unfit]))
        frame_set = frames(
            chrome(register, slots(content, register), (ENTRY,) if search else ()),
            texts,
            cache / "frames",
        )
        press = Press(register, found.calendar, cache / "templates", content, published)
        tables = [Offered(table.name, table.title, table.says) for table in TABLES]
        planned = [*plans(press), data_plan(press, tables)]
        if search:
            planned.append(search_plan(register.site))
        data = [Leaf(*file) for file in data_files(register, found.calendar)]
        data += _form_leaves(published)
        data += paper_leaves(content, press)
        entries, paths = found.gathered.entries.values(), [leaf.path for leaf in data]
        if lost := [*dangling(content, entries, register, frame_set, planned, paths)]:
            raise Stop(ordered([*problems, *lost]))
        taken = found.gathered.folder.taken
        # Data before the pages: its tables take longest, and pages fill what time is left beside.
        leaves = [*data, *_leaves(content, taken, register, frame_set, press, planned)]
        if register.site.traditional:
            leaves += twin_leaves(register, frame_set, press, planned)
        sheaf = None
        if search:
            titles = titles_of(planned, frame_set)
            leaves += search_leaves(titles)
            sheaf = index_sheaf(titles, leaves, cache, hands(jobs), watch.indexing)
        renewal = renew(out, leaves, cache, hands(jobs), watch.writing, sheaf)
    return Built(problems, renewal, register)


def _for_publication(found: Examination, content: Path, out: Path) -> tuple[Problem, ...]:
    """What was found, and what the site in `out` has published otherwise by the end of the day."""
    tonight = dt.datetime.combine(found.today, dt.time.max)
    return tuple(ordered([*found.problems, *moved(content, out, found.register, tonight)]))


def _form_leaves(form: FormFile | None) -> list[Leaf]:
    """The form and what is beside it, as they were made."""
    return [
        Leaf(f"{ADDRESS[1:]}{part.name}", _digest(part.data), lambda data=part.data: data)  # type: ignore[misc]
        for part in (form.parts.values() if form else ())
    ]


def _leaves(
    content: Path,
    taken: int,
    register: Register,
    frame_set: FrameSet,
    press: Press,
    planned: list[Plan],
) -> Iterator[Leaf]:
    for plan in planned:
        frame = frame_set.frame_at(plan.address, plan.section)
        yield Leaf(
            file_of(plan.address),
            plan.needs + frame.digest.encode(),
            lambda plan=plan: stamp(frame_set, plan.make()).encode(),  # type: ignore[misc]
        )
    for page in frame_set.prose.values():
        html = page.html.encode()
        yield Leaf(page.file, _digest(html), lambda html=html: html)  # type: ignore[misc]
    for path, data in frame_set.assets.items():
        yield Leaf(path, _digest(data), lambda data=data: data)  # type: ignore[misc]
    for path, data in press.scripts.items():
        yield Leaf(path, _digest(data), lambda data=data: data)  # type: ignore[misc]
    unlisted = {f"/{part}/" for part in empty_columns(register)}
    addresses = [
        plan.address
        for plan in planned
        if plan.address.endswith("/") and plan.address not in unlisted
    ]
    map_ = sitemap(register.site, [*addresses, *frame_set.prose])
    yield Leaf("sitemap.xml", _digest(map_), lambda: map_)
    for path in sorted(offered(register, frame_set)):
        size, changed = register.files[path]
        # One that was changed just now may change again within the same tick of the clock.
        until = "" if taken - changed > SETTLED else taken
        yield Leaf(
            path,
            _digest(f"{path} {size} {changed} {until}".encode()),
            lambda path=path: (content / path).read_bytes(),  # type: ignore[misc]
        )


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
