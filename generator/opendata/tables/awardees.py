"""The table of holders. Revoked ones stay in it; of persons only name, unit and post are given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import table
from generator.opendata.source import Source
from generator.records import Awardee
from generator.register import holder_state


class _Holder(NamedTuple):
    of: Awardee
    source: Source

    @property
    def person(self) -> bool:
        return self.source.is_person(self.of.kind)

    @property
    def dissolved(self) -> bool:
        return any(standing.event == "注销" for standing in self.of.standing)


def _holders(source: Source) -> Iterator[_Holder]:
    return (_Holder(awardee, source) for awardee in source.register.awardees.values())


AWARDEES = table(
    "awardees",
    _holders,
    {
        "id": lambda r: r.of.id,
        "name": lambda r: r.of.name,
        "kind": lambda r: r.of.kind,
        "kind_name": lambda r: r.source.kind_name(r.of.kind),
        "district": lambda r: r.of.district,
        "district_name": lambda r: r.source.district_name(r.of.district),
        "recommended_by": lambda r: r.of.recommended_by,
        "recommended_by_name": lambda r: r.source.body_name(r.of.recommended_by),
        "sector": lambda r: r.of.sector,
        "sector_name": lambda r: r.source.sector_name(r.of.sector),
        "credit_code": lambda r: None if r.person else r.of.credit_code,
        "employer": lambda r: r.of.employer,
        "post": lambda r: r.of.post,
        "carried_by": lambda r: r.of.carried_by,
        "website": lambda r: None if r.person else r.of.website,
        "state": lambda r: holder_state(r.of).value,
        "state_name": lambda r: holder_state(r.of).word,
        "former_names": lambda r: tuple(s.former_name for s in r.of.standing if s.former_name),
        "dissolved": lambda r: r.dissolved,
        "page": lambda r: r.source.at(f"awardees/{r.of.id}/"),
    },
)
