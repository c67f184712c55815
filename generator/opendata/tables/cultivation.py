"""The table of what each body cultivates, by step of the ladder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import table
from generator.opendata.source import Source
from generator.records import Pool
from generator.records.cultivation import Entry


class _Cultivated(NamedTuple):
    pool: Pool
    number: int
    of: Entry
    source: Source

    @property
    def name(self) -> str | None:
        """The present name of a holder, else the name in the pool."""
        holders = self.source.register.identities
        return holders[self.of.awardee].name if self.of.awardee else self.of.name


def _entries(source: Source) -> Iterator[_Cultivated]:
    for pool in source.register.pools.values():
        for number, entry in enumerate(pool.entries, 1):
            yield _Cultivated(pool, number, entry, source)


CULTIVATION = table(
    "cultivation",
    _entries,
    {
        "body": lambda r: r.pool.body,
        "body_name": lambda r: r.source.body_name(r.pool.body),
        "number": lambda r: r.number,
        "awardee": lambda r: r.of.awardee,
        "name": lambda r: r.name,
        "step": lambda r: r.of.step,
        "step_name": lambda r: r.source.register.ladder[r.of.step].name,
        "since": lambda r: r.of.since,
        "until": lambda r: r.of.until,
        "sector": lambda r: r.of.sector,
        "sector_name": lambda r: r.source.sector_name(r.of.sector),
    },
)
