"""The table of quotas with their use (articles 5 and 26)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.opendata.column import table
from generator.opendata.source import Source
from generator.problems import article_name
from generator.records import Edition, Round
from generator.records.regulation import Quota
from generator.regulation import judged_by


class _Use(NamedTuple):
    edition: Edition
    number: int
    quota: Quota
    rounds: Sequence[Round]
    source: Source

    @property
    def per_term(self) -> bool:
        return self.quota.per == "届" and self.rounds[0].term is not None

    @property
    def used(self) -> int:
        """Honours that count: those of a re-certification take no place (article 26)."""
        return sum(
            given.honour.tier == self.quota.tier
            and given.awardee.kind in self.quota.kinds
            and not given.honour.recertified
            for round_ in self.rounds
            for given in self.source.register.given[round_.id]
        )

    @property
    def basis(self) -> str | None:
        return article_name(self.quota.article) if self.quota.article else self.quota.basis


def _quotas(source: Source) -> Iterator[_Use]:
    """Each quota once a term, or once a round: as the round's page counts it."""
    register = source.register
    told: set[tuple[str, int, tuple[str, ...]]] = set()
    for round_ in register.rounds.values():
        edition = judged_by(register, round_).edition
        if edition is None:
            continue
        for number, quota in enumerate(edition.quotas, 1):
            together = [round_]
            if quota.per == "届" and round_.term is not None:
                together = [r for r in register.rounds.values() if r.term == round_.term]
            mark = (edition.id, number, tuple(each.id for each in together))
            if mark not in told:
                told.add(mark)
                yield _Use(edition, number, quota, together, source)


QUOTAS = table(
    "quotas",
    _quotas,
    {
        "regulation": lambda r: r.edition.id,
        "regulation_name": lambda r: r.edition.short,
        "basis": lambda r: r.basis,
        "term": lambda r: r.rounds[0].term if r.per_term else None,
        "rounds": lambda r: tuple(each.id for each in r.rounds),
        "tier": lambda r: r.quota.tier,
        "tier_name": lambda r: r.source.tier_name(r.quota.tier),
        "kinds": lambda r: r.quota.kinds,
        "kind_names": lambda r: tuple(r.source.kind_name(kind) or "" for kind in r.quota.kinds),
        "at_most": lambda r: r.quota.at_most,
        "used": lambda r: r.used,
        "left": lambda r: max(0, r.quota.at_most - r.used),
    },
)
