"""A round's line of stages held against the edition's: names, order, days."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.reading import KeyPath
from generator.records import Edition, Round
from generator.records.regulation import StageLine
from generator.regulation.case import Case


def names_in_order(
    case: Case, round_: Round, place: int, rule: StageLine, edition: Edition
) -> Iterator[Problem]:
    """What is wrong with the names of the stages of one line, by its place in the round."""
    reached = -1
    for number, stage in enumerate(round_.lines[place].stages):
        where: KeyPath = ("lines", place, "stages", number, "name")
        at = ("round", round_.id)
        if stage.name not in rule.stages:
            yield case.error(
                at,
                where,
                "art-14-stage-unknown",
                f"没有“{stage.name}”这一程序",
                f"可写 {'、'.join(rule.stages)}",
                rule,
                edition,
                stage.name,
            )
            continue
        index = rule.stages.index(stage.name)
        if index <= reached:
            yield case.error(
                at,
                where,
                "art-14-stage-order",
                f"“{stage.name}”排在“{rule.stages[reached]}”之后",
                f"依次为{'、'.join(rule.stages)}，每个只写一次",
                rule,
                edition,
                stage.name,
            )
        elif skipped := rule.stages[reached + 1 : index]:
            yield case.warning(
                at,
                where,
                "art-14-stage-skipped",
                f"“{stage.name}”之前缺少“{'、'.join(skipped)}”",
                "评定主要包括这些程序，请补上；日期不明的可只写 name",
                rule,
                edition,
                stage.name,
            )
        reached = max(reached, index)


def days_in_order(
    case: Case, round_: Round, place: int, rule: StageLine, edition: Edition
) -> Iterator[Problem]:
    """What is wrong with the days of the stages of one line, by its place in the round."""
    before = None
    for number, stage in enumerate(round_.lines[place].stages):
        where: KeyPath = ("lines", place, "stages", number)
        if stage.first and stage.last and stage.last < stage.first:
            yield case.error(
                ("round", round_.id),
                (*where, "last"),
                "art-14-stage-backwards",
                f"{stage.name}的末日“{stage.last}”早于首日“{stage.first}”",
                "请核对两个日期",
                rule,
                edition,
                str(stage.last),
            )
        if stage.first and before and before.first and stage.first < before.first:
            yield case.error(
                ("round", round_.id),
                (*where, "first"),
                "art-14-stage-early",
                f"{stage.name}的首日“{stage.first}”早于{before.name}的首日“{before.first}”",
                "后一程序不早于前一程序开始，请核对日期",
                rule,
                edition,
                str(stage.first),
            )
        before = stage if stage.first else before
