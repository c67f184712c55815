"""Article 6: the standards, their totals, and the award's floor. Scores are never published.

Every problem about a score stands at the score's own line below ``confidential/``, where its
values are masked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.problems import Problem
from generator.records import Edition, Round
from generator.records.confidential import Score
from generator.records.regulation import ScoreRule
from generator.register import Given, Place
from generator.regulation.case import Case, named


class _Scored(NamedTuple):
    place: Place
    score: Score
    rule: ScoreRule | None
    round: Round
    edition: Edition


def within_total(case: Case) -> Iterator[Problem]:
    """得分不低于零、不超过评定标准的总分。"""
    for place, score, rule, _, edition in _scores(case):
        if rule is None:
            kind = case.register.holder_kinds[score.kind].name
            what = f"{kind}的评定标准和总分"
            yield case.lacks(edition, "art-06-standard-unknown", what, "scores")
        elif not 0 <= score.score <= rule.total:
            yield case.about(place, "score", rule=rule, edition=edition).error(
                "art-06-total",
                f"得分不在评定标准的范围内：“{score.awardee or score.name}，{score.score}”",
                f"应在 0 至 {rule.total} 之间（{rule.standard}）",
            )


def not_below_floor(case: Case) -> Iterator[Problem]:
    """获奖者的得分原则上不低于规定的分数，低于的要写明理由。"""
    honours = _honours(case)
    for place, score, rule, round_, edition in _scores(case):
        given = honours.get((round_.id, score.awardee or (score.kind, score.name)))
        if rule is None or given is None or given.honour.tier not in rule.tiers:
            continue
        if rule.floor is None:
            kind = case.register.holder_kinds[score.kind].name
            what = f"{kind}获奖一般应达到的分数"
            yield case.lacks(edition, "art-06-floor-unknown", what, "scores 的 floor")
        elif score.score < rule.floor and not given.honour.below_floor_reason:
            yield case.about(place, "score", rule=rule, edition=edition).warning(
                "art-06-floor",
                f"获奖者的得分低于一般应达到的分数：“{given.awardee.name}，{score.score}”",
                f"原则上不低于 {rule.floor} 分；确需表彰的，"
                "在获奖记录这项荣誉的 below_floor_reason 写明理由（不写分数）",
            )


def every_holder_scored(case: Case) -> Iterator[Problem]:
    """获奖者都经过评分。"""
    scored: dict[str, set[str]] = {}
    for _, score, _, round_, _ in _scores(case):
        scored.setdefault(round_.id, set()).update(filter(None, (score.awardee, score.name)))
    for round_, edition in case.rounds():
        tiers = {(rule.kind, tier): rule for rule in edition.scores for tier in rule.tiers}
        known = scored.get(round_.id, set())
        without = [
            awardee.name
            for awardee, honour, _ in case.register.given[round_.id]
            if (awardee.kind, honour.tier) in tiers
            and awardee.id not in known
            and awardee.name not in known
        ]
        if without:
            yield case.about(round_, rule=edition.scores[0], edition=edition).cannot_tell(
                "art-06-score-missing",
                f"{round_.title}有 {len(without)} 名获奖者没有录入得分：{named(without)}",
                "请在 confidential/ 中补入；得分只供核对，不会公开",
            )


def _scores(case: Case) -> Iterator[_Scored]:
    editions = {round_.id: (round_, edition) for round_, edition in case.rounds()}
    for path, internal in case.withheld.internal:
        if internal.round in editions:
            round_, edition = editions[internal.round]
            rules = {rule.kind: rule for rule in edition.scores}
            for n, score in enumerate(internal.scores):
                place = Place(path, ("scores", n))
                yield _Scored(place, score, rules.get(score.kind), round_, edition)


def _honours(case: Case) -> dict[tuple[str, object], Given]:
    """The honours of the rounds with scores by round and holder: by id, and by kind and name."""
    found: dict[tuple[str, object], Given] = {}
    for round_ in {internal.round for _, internal in case.withheld.internal if internal.round}:
        for given in case.register.given[round_]:
            found[round_, given.awardee.id] = given
            found[round_, (given.awardee.kind, given.awardee.name)] = given
    return found
