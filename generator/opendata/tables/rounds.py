"""The table of rounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import table
from generator.opendata.source import Source
from generator.records import Edition, Round
from generator.regulation import judged_by
from generator.regulation.force import called_on


class _Held(NamedTuple):
    of: Round
    source: Source

    @property
    def days(self) -> list[dt.date]:
        stages = [stage for line in self.of.lines for stage in line.stages]
        return [day for stage in stages for day in (stage.first, stage.last) if day]

    @property
    def edition(self) -> Edition | None:
        return judged_by(self.source.register, self.of).edition


def _rounds(source: Source) -> Iterator[_Held]:
    return (_Held(round_, source) for round_ in source.register.rounds.values())


ROUNDS = table(
    "rounds",
    _rounds,
    {
        "id": lambda r: r.of.id,
        "title": lambda r: r.of.title,
        "term": lambda r: r.of.term,
        "order": lambda r: r.of.order,
        "regulation": lambda r: r.edition.id if r.edition else None,
        "regulation_name": lambda r: r.edition.short if r.edition else None,
        "called": lambda r: called_on(r.source.register, r.of),
        "first": lambda r: min(r.days, default=None),
        "last": lambda r: max(r.days, default=None),
        "honours": lambda r: len(r.source.register.given[r.of.id]),
        "notices": lambda r: len(r.source.register.of_round[r.of.id]),
        "page": lambda r: r.source.at(f"rounds/{r.of.id}/"),
    },
)
