"""The table of the stages of every round, with their days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import table
from generator.opendata.source import Source
from generator.records import Round, Stage


class _Step(NamedTuple):
    round: Round
    kinds: tuple[str, ...]
    line: int
    number: int
    of: Stage
    source: Source


def _stages(source: Source) -> Iterator[_Step]:
    for round_ in source.register.rounds.values():
        for l_place, line in enumerate(round_.lines, 1):
            for place, stage in enumerate(line.stages, 1):
                yield _Step(round_, line.kinds, l_place, place, stage, source)


STAGES = table(
    "stages",
    _stages,
    {
        "round": lambda r: r.round.id,
        "line": lambda r: r.line,
        "number": lambda r: r.number,
        "kinds": lambda r: r.kinds,
        "kind_names": lambda r: tuple(r.source.kind_name(kind) or "" for kind in r.kinds),
        "stage": lambda r: r.of.name,
        "first": lambda r: r.of.first,
        "last": lambda r: r.of.last,
    },
)
