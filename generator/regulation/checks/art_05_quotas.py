"""Article 5: tiers, kinds of holder, terms and quotas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.problems import Problem
from generator.records import Edition, Round
from generator.records.regulation import Quota
from generator.register import Given
from generator.regulation.case import Case


def tier_takes_kind(case: Case) -> Iterator[Problem]:
    """奖项只授予办法规定的类别：提名奖只授予组织，不授予个人。"""
    for round_, edition in case.rounds():
        tiers = {tier.id: tier for tier in edition.tiers}
        for given in case.register.given[round_.id]:
            tier = tiers.get(given.honour.tier)
            if tier is None:
                yield case.about(
                    given.awardee,
                    "honours",
                    given.place,
                    "tier",
                    rule=edition.tiers[0],
                    edition=edition,
                ).error(
                    "art-05-tier-unknown",
                    f"{edition.short}没有奖项“{given.honour.tier}”",
                    f"可写 {'、'.join(tiers)}",
                    given.honour.tier,
                )
            elif given.awardee.kind not in tier.kinds:
                names = {kind.id: kind.name for kind in case.register.holder_kinds.values()}
                yield case.about(
                    given.awardee, "honours", given.place, "tier", rule=tier, edition=edition
                ).error(
                    "art-05-tier-kind",
                    f"“{given.awardee.name}”是{names[given.awardee.kind]}，{tier.name}不授予这一类别",
                    f"{tier.name}只授予{'、'.join(names[kind] for kind in tier.kinds)}",
                    given.honour.tier,
                )


def quotas(case: Case) -> Iterator[Problem]:
    """每届（或每次评定）各奖项的获奖数量不超过名额；复评确认的不占名额。"""
    for edition, rounds in case.editions:
        if not edition.quotas:
            yield case.lacks(edition, "art-05-quota-unknown", "名额", "quotas")
        yield from _in_no_term(case, edition, rounds)
        for quota in edition.quotas:
            for name, members in _counted_together(quota, edition, rounds):
                yield from _within(case, quota, edition, name, members)


def rounds_of_term(case: Case) -> Iterator[Problem]:
    """一届之内按规定的间隔评定，前后不超过一届的年数。"""
    for edition, rounds in case.editions:
        term = edition.term
        if term is None:
            if any(round_.term for round_ in rounds):
                yield case.lacks(edition, "art-05-term-unknown", "届的年数和评定间隔", "term")
            continue
        about = case.by(term, edition)
        for members in _terms(rounds).values():
            members.sort(key=lambda round_: round_.id)
            for before, round_ in pairwise(members):
                earlier, later = before.year, round_.year
                if term.rounds_every and later - earlier != term.rounds_every:
                    yield about(round_, "id").error(
                        "art-05-interval",
                        f"本次评定“{later}”年与本届上一次 {earlier} 年相隔 {later - earlier} 年",
                        f"应相隔 {term.rounds_every} 年，请核对年份或届次",
                        round_.id,
                    )
            first, last = members[0], members[-1]
            if last.year - first.year >= term.years:
                yield about(last, "term").error(
                    "art-05-term-length",
                    f"第“{last.term}”{term.name}从 {first.year} 年到 {last.year} 年，"
                    f"超过 {term.years} 年",
                    "请核对届次",
                    str(last.term),
                )


def _in_no_term(case: Case, edition: Edition, rounds: Sequence[Round]) -> Iterator[Problem]:
    """Rounds with holders that count towards a term's quota, but do not say which term's."""
    rules = [quota for quota in edition.quotas if quota.per == "届"]
    for round_ in rounds:
        if rules and round_.term is None and case.register.given[round_.id]:
            yield case.about(round_, rule=rules[0], edition=edition).cannot_tell(
                "art-05-term-missing",
                f"{round_.title}没有写第几届，获奖者没有计入名额",
                "查明后补上 term",
            )


def _terms(rounds: Sequence[Round]) -> dict[int, list[Round]]:
    found: dict[int, list[Round]] = {}
    for round_ in rounds:
        if round_.term is not None:
            found.setdefault(round_.term, []).append(round_)
    return found


def _counted_together(
    quota: Quota, edition: Edition, rounds: Sequence[Round]
) -> Iterator[tuple[str, Sequence[Round]]]:
    if quota.per == "评定":
        yield from ((round_.title, [round_]) for round_ in rounds)
    else:
        name = edition.term.name if edition.term else "届"
        for number, members in _terms(rounds).items():
            yield f"第{number}{name}", members


def _within(
    case: Case, quota: Quota, edition: Edition, name: str, rounds: Sequence[Round]
) -> Iterator[Problem]:
    counted: list[Given] = [
        given
        for round_ in sorted(rounds, key=lambda r: r.id)
        for given in case.register.given[round_.id]
        if given.honour.tier == quota.tier
        and given.awardee.kind in quota.kinds
        and not given.honour.recertified
    ]
    tier = case.register.tiers[quota.tier].name
    kinds = "、".join(case.register.holder_kinds[kind].name for kind in quota.kinds)
    counter = case.register.holder_kinds[quota.kinds[0]].counter
    for given in counted[quota.at_most :]:
        yield case.about(given.awardee, "honours", given.place, rule=quota, edition=edition).error(
            "art-05-quota",
            f"{name}{tier}（{kinds}）已有 {len(counted)} {counter}，“{given.awardee.name}”超出名额",
            f"不超过 {quota.at_most} {counter}；复评确认的写 recertified: 是，不占名额",
            given.awardee.name,
        )
