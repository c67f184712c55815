"""The table of quotas with their use (articles 5 and 26)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
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


_Q = Column[_Use]
QUOTAS = Table(
    "quotas",
    "名额",
    "各届（或各次评定）各奖项的名额和已用数；复评再次获奖的不占名额，已撤销的不退还。",
    (),
    (
        _Q(
            "regulation",
            "办法编号",
            Kind.ID,
            "名额所出的办法版本",
            "consultation-draft",
            lambda r: r.edition.id,
        ),
        _Q(
            "regulation_name",
            "办法",
            Kind.TEXT,
            "办法版本的简称",
            "征求意见稿",
            lambda r: r.edition.short,
        ),
        _Q("basis", "依据", Kind.TEXT, "名额所出的条", "第五条", lambda r: r.basis),
        _Q(
            "term",
            "第几届",
            Kind.WHOLE,
            "按届计的名额属于哪一届",
            "2",
            lambda r: r.rounds[0].term if r.per_term else None,
        ),
        _Q(
            "rounds",
            "评定编号",
            Kind.LIST,
            "一起计算的各次评定",
            "2024；2026",
            lambda r: tuple(each.id for each in r.rounds),
        ),
        _Q("tier", "奖项编号", Kind.ID, "奖项的编号", "award", lambda r: r.quota.tier),
        _Q(
            "tier_name",
            "奖项",
            Kind.TEXT,
            "奖项名称",
            "市长质量奖",
            lambda r: r.source.tier_name(r.quota.tier),
        ),
        _Q(
            "kinds",
            "类别编号",
            Kind.LIST,
            "一起计算的获奖者类别",
            "leibie",
            lambda r: r.quota.kinds,
        ),
        _Q(
            "kind_names",
            "类别",
            Kind.LIST,
            "一起计算的获奖者类别",
            "组织",
            lambda r: tuple(r.source.kind_name(kind) or "" for kind in r.quota.kinds),
        ),
        _Q("at_most", "名额", Kind.WHOLE, "不超过的数", "8", lambda r: r.quota.at_most),
        _Q("used", "已用", Kind.WHOLE, "已经授予、占名额的荣誉", "3", lambda r: r.used),
        _Q(
            "left",
            "剩余",
            Kind.WHOLE,
            "名额减已用，不小于零",
            "5",
            lambda r: max(0, r.quota.at_most - r.used),
        ),
    ),
    _quotas,
)
