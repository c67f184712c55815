"""The order in which the contenders take turns, and what is measured of each."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import synthetic
from benchmarks.contenders import (
    AWARD_SITE,
    COPY,
    HOLDERS_ALONE,
    HUGO,
    MATERIAL,
    SEARCH,
    City,
    Contender,
    found,
)
from benchmarks.likeness import Likeness, compare
from benchmarks.measuring import Failed, Run, calm, weigh

START = "start-up"
UNCHANGED = "unchanged"
EDITS: Mapping[str, Callable[[Path, int], str]] = {
    "showcase": synthetic.edit_showcase,
    "facts": synthetic.edit_facts,
}
SETTLED = 0.2
"""Seconds between an edit and the build: a writer is not faster."""
MANY = 5000
"""Holders above which one run of mkdocs-material has to do."""
TURNS = (AWARD_SITE, HUGO, HOLDERS_ALONE, MATERIAL, COPY, SEARCH)
Tell = Callable[[str], None]


@dataclass(slots=True)
class Outcome:
    """What was measured of one city: runs by their names, files and bytes by contender.

    The names: a contender's own for its cold build; ``start-up`` for our command on a city of one,
    unchanged; ``unchanged``; ``showcase`` and ``facts`` for one edited record, and the same with
    `` first`` for the edit after which the spare tree is filled for the first time.
    """

    count: int
    runs: dict[str, list[Run]] = field(default_factory=dict)
    written: dict[str, tuple[int, int]] = field(default_factory=dict)
    likeness: Likeness | None = None

    def add(self, name: str, run: Run) -> None:
        """Notes a run."""
        self.runs.setdefault(name, []).append(run)


@dataclass(frozen=True, slots=True)
class Rules:
    """How often each contender runs, how many seconds each waits for a calm machine, who hears."""

    repeats: int
    patience: float
    with_mkdocs: bool
    tell: Tell


def hold(folder: Path, counts: tuple[int, ...], rules: Rules) -> list[Outcome]:
    """Measures a city of one and cities of `counts` holders, each with every contender in turn."""
    village = found(folder / "1", 1, with_mkdocs=rules.with_mkdocs)
    outcomes = [_measure(village, village, rules)]
    for count in counts:
        home = folder / f"{count}"
        rules.tell(f"{count} holders: writing the records")
        city = found(home, count, with_mkdocs=rules.with_mkdocs)
        outcomes.append(_measure(city, village, rules))
        shutil.rmtree(home)
    shutil.rmtree(village.folder)
    return outcomes


def _measure(city: City, village: City, rules: Rules) -> Outcome:
    outcome = Outcome(city.count)

    def note(name: str, build: Callable[[Path], Run], folder: Path) -> None:
        calm(rules.patience)
        run = build(folder)
        outcome.add(name, run)
        rules.tell(
            f"{city.count} holders: {name} {run.wall:.2f} s, CPU {run.cpu:.2f} s, "
            f"{run.memory / 2**20:.0f} MB, others {run.others:.0%}"
        )

    for turn in range(rules.repeats):
        for name in TURNS:
            if (way := city.contenders.get(name)) and not _enough(way, city, turn):
                note(name, way.cold, city.folder)
    for name, way in city.contenders.items():
        outcome.written[name] = weigh(way.out)
    outcome.likeness = compare(city.award_site.out, city.contenders[HUGO].out)
    for way in city.contenders.values():
        if way.name != AWARD_SITE:
            for leftover in way.leftovers:
                shutil.rmtree(leftover, ignore_errors=True)
    for _ in range(rules.repeats):
        note(START, village.award_site.again, village.folder)
        note(UNCHANGED, city.award_site.again, city.folder)
    for kind in EDITS:
        # Without its spare tree the next build is as the first after a cold one.
        for spare in city.award_site.out.parent.glob(".*.spare"):
            shutil.rmtree(spare)
        _edit(city, kind, 0)
        note(f"{kind} first", city.award_site.again, city.folder)
        for turn in range(1, rules.repeats + 1):
            note(START, village.award_site.again, village.folder)
            words = _edit(city, kind, turn)
            note(kind, city.award_site.again, city.folder)
            _look(city, words)
    return outcome


def _enough(way: Contender, city: City, turn: int) -> bool:
    once = way.name == SEARCH or (way.name == MATERIAL and city.count > MANY)
    return once and turn > 0


def _edit(city: City, kind: str, turn: int) -> str:
    words = EDITS[kind](city.content, turn)
    time.sleep(SETTLED)
    return words


def _look(city: City, words: str) -> None:
    """Raises Failed where the page of the edited record does not show the edit."""
    page = city.award_site.out / "awardees" / synthetic.EDITED / "index.html"
    if words not in page.read_text(encoding="utf-8"):
        raise Failed(f"{page} does not show the edit: {words}")
