"""The order of a round (articles 14 and 15): of its stages by name and day, of its notices by time.

Of a notice entered from public reports only the day may be known: on one day, either of two may
then have been the earlier.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.reading import KeyPath
from generator.records import Edition, Notice, Round
from generator.records.regulation import StageLine
from generator.regulation.case import Case


def names_in_order(
    case: Case, round_: Round, place: int, rule: StageLine, edition: Edition
) -> Iterator[Problem]:
    """What is wrong with the names of the stages of one line, by its place in the round."""
    about = case.by(rule, edition)
    reached = -1
    for number, stage in enumerate(round_.lines[place].stages):
        where: KeyPath = ("lines", place, "stages", number, "name")
        if stage.name not in rule.stages:
            yield about(round_, *where).error(
                "art-14-stage-unknown",
                f"没有“{stage.name}”这一程序",
                f"可写 {'、'.join(rule.stages)}",
                stage.name,
            )
            continue
        index = rule.stages.index(stage.name)
        if index <= reached:
            yield about(round_, *where).error(
                "art-14-stage-order",
                f"“{stage.name}”排在“{rule.stages[reached]}”之后",
                f"依次为{'、'.join(rule.stages)}，每个只写一次",
                stage.name,
            )
        elif skipped := rule.stages[reached + 1 : index]:
            yield about(round_, *where).warning(
                "art-14-stage-skipped",
                f"“{stage.name}”之前缺少“{'、'.join(skipped)}”",
                "评定主要包括这些程序，请补上；日期不明的可只写 name",
                stage.name,
            )
        reached = max(reached, index)


def days_in_order(
    case: Case, round_: Round, place: int, rule: StageLine, edition: Edition
) -> Iterator[Problem]:
    """What is wrong with the days of the stages of one line, by its place in the round."""
    about = case.by(rule, edition)
    before = None
    for number, stage in enumerate(round_.lines[place].stages):
        where: KeyPath = ("lines", place, "stages", number)
        if stage.first and stage.last and stage.last < stage.first:
            yield about(round_, *where, "last").error(
                "art-14-stage-backwards",
                f"{stage.name}的末日“{stage.last}”早于首日“{stage.first}”",
                "请核对两个日期",
                str(stage.last),
            )
        if stage.first and before and before.first and stage.first < before.first:
            yield about(round_, *where, "first").error(
                "art-14-stage-early",
                f"{stage.name}的首日“{stage.first}”早于{before.name}的首日“{before.first}”",
                "后一程序不早于前一程序开始，请核对日期",
                str(stage.first),
            )
        before = stage if stage.first else before


def surely_before(one: Notice, other: Notice) -> bool:
    """Whether `one` was certainly published before `other`."""
    if one.hour_known and other.hour_known:
        return one.published < other.published
    return one.published.date() < other.published.date()


def can_precede(one: Notice, other: Notice) -> bool:
    """Whether `one` may have been published before `other`."""
    if one.hour_known and other.hour_known:
        return one.published < other.published
    return one.published.date() <= other.published.date()


def moment(notice: Notice) -> str:
    """When a notice was published, as far as it is known: 2026-10-09 09:00, or 2026-10-09."""
    return (
        f"{notice.published:%Y-%m-%d %H:%M}"
        if notice.hour_known
        else f"{notice.published:%Y-%m-%d}"
    )
