"""A site made out as far as it can be before anything is written, and all that forbids to write it.

`check` tells what is wrong here, `build` goes on from here: so both tell the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.incremental import digest_of
from generator.layouts import LayoutData, Prose, ProseBody, prose_bodies, weak_pairs
from generator.opendata import TABLES
from generator.opendata import files as data_files
from generator.output.output_file import OutputFile
from generator.pages import FormFile, Offered, Plan, Renderer, data_plan, plans, read_form
from generator.pages.self_assessment import ADDRESS
from generator.privacy import Vetted
from generator.privacy.examine_and_scan import discreet
from generator.problems import Level, Problem, Stop
from generator.publishing.host import slots
from generator.publishing.layout_data import layout_data, prose
from generator.publishing.links import dangling, offered
from generator.publishing.names import unfit_names
from generator.publishing.papers import paper_addresses, paper_files
from generator.publishing.published_facts import republished_otherwise
from generator.publishing.searching import ENTRY, search_plan
from generator.reading import Lines
from generator.register import RecordCache, Register
from generator.regulation import bygone

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a site will be made of. Where there are errors among the `problems` it cannot be.

    `prose` are the hand-written pages, `bodies` their HTML by address; `planned` the other pages;
    `data` the files beside them that come of records and of the form.
    """

    problems: tuple[Problem, ...]
    layout_data: LayoutData
    prose: list[Prose]
    bodies: dict[str, ProseBody]
    renderer: Renderer
    planned: list[Plan]
    data: list[OutputFile]


def prepared(
    content: Path,
    cache: Path,
    found: Vetted,
    record_cache: RecordCache,
    *,
    search: bool,
    form: Path | None,
) -> Prepared:
    """The site of what was examined, made out; with `search` and `form` as a build has them."""
    register = found.register
    told = _Told()
    published = told.of(lambda: read_form(form), None) if form else None
    texts, unfit = prose(found.scanned, found.gathered.folder.prose, register.site)
    told.problems += unfit
    complete = not told.problems  # else links would be told that lead to what could not be read
    bodies = prose_bodies(texts, cache)
    around = layout_data(
        register,
        told.of(lambda: slots(found.scanned, register), ("", "")),
        (ENTRY,) if search else (),
    )
    told.problems += _hard_to_read(content, register, around)
    renderer = Renderer(register, found.calendar, record_cache, found.scanned.read, published)
    tables = [Offered(table.name, table.title, table.says) for table in TABLES]
    planned = [*plans(renderer), data_plan(renderer, tables)]
    if search:
        planned.append(search_plan(register.site))
    data = [
        OutputFile(*file, observed=True)
        for file in data_files(renderer.register, found.calendar, renderer.observer)
    ]
    data += _form_files(published)
    made = {plan.address for plan in planned} | {f"/{file.path}" for file in data}
    data += told.of(lambda: paper_files(content, renderer), [])
    if complete:
        made |= paper_addresses(register)
        entries = found.gathered.entries.values()
        as_they_are = {source.path for source in found.gathered.folder.prose}
        told.problems += unfit_names(content, as_they_are | offered(register, bodies.values()))
        told.problems += dangling(content, entries, register, texts, bodies, made)
    told.problems += _bygone(texts, register, found.today)
    problems = tuple(map(discreet, told.problems))
    return Prepared(problems, around, texts, bodies, renderer, planned, data)


def unpublishable(
    content: Path,
    out: Path | None,
    cache: Path,
    found: Vetted,
    record_cache: RecordCache,
    form: Path | None,
) -> tuple[Problem, ...]:
    """What a build into `out` would tell of what was examined, beside what was found in that."""
    site = prepared(content, cache, found, record_cache, search=True, form=form)
    published = otherwise(content, out, found) if out else ()
    return *published, *site.problems


def otherwise(content: Path, out: Path, found: Vetted) -> Iterator[Problem]:
    """What the site in `out` has published otherwise by the end of the day."""
    tonight = dt.datetime.combine(found.today, dt.time.max)
    return republished_otherwise(content, out, found.register, tonight)


class _Told:
    """The problems of all parts, each of which stops at its own."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def of(self, make: Callable[[], T], instead: T) -> T:
        """What `make` gives; `instead` where it stops."""
        try:
            return make()
        except Stop as stop:
            self.problems += stop.problems
            return instead


def _bygone(texts: list[Prose], register: Register, today: dt.date) -> Iterator[Problem]:
    for page in texts:
        for one in bygone(page.markdown, (), register, today):
            place = (page.source.as_posix(), one.line + 1, Level.NOTE, "prose-bygone")
            yield Problem(*place, one.message, one.remedy, one.words)


def _hard_to_read(content: Path, register: Register, around: LayoutData) -> Iterator[Problem]:
    place = register.places["site", "site"].path
    for sentence in weak_pairs(around.main_colour, around.accent):
        yield Problem(
            (content / place).as_posix(),
            Lines(content).of(place, ("colours", "main")),
            Level.ERROR,
            "contrast",
            sentence,
            "请换一个颜色，使文字对比度不低于 4.5:1",
            around.main_colour,
        )


def _form_files(form: FormFile | None) -> list[OutputFile]:
    """The form and what is beside it, as they were made."""
    return [
        OutputFile(f"{ADDRESS[1:]}{part.name}", digest_of(part.data), lambda data=part.data: data)  # type: ignore[misc]
        for part in (form.parts.values() if form else ())
    ]
