"""A round (一次评定): the year of its call, its place in the term, its stages with their days."""

from __future__ import annotations

from pydantic import Field

from generator.records.allowance import Allowances
from generator.records.links import CommonMark, EditionId, HolderKindId
from generator.records.site import Link
from generator.records.words import Day, Name, Record, RoundYear, Text, Whole


class Stage(Record):
    """One stage of the evaluation: its first and last day, both included."""

    name: Name = Field(title="程序")
    first: Day | None = Field(None, title="首日")
    last: Day | None = Field(None, title="末日")


class RoundLine(Record):
    """The stages of a round for some kinds of holder (individuals have 考察 for 现场评审)."""

    kinds: tuple[HolderKindId, ...] = Field(title="类别")
    stages: tuple[Stage, ...] = Field(title="程序")


class RoundConfidential(Record):
    """What the office holds about a round and never publishes."""

    notes: Text | None = Field(None, title="备注")


class Round(Record):
    """``rounds/<year>.yml``: a round is named by the year of its 申报通知."""

    id: RoundYear = Field(title="编号", description="申报通知的年份")
    title: Name = Field(title="名称")
    term: Whole | None = Field(None, title="第几届")
    order: Whole | None = Field(None, title="本届第几次评定")
    regulation: EditionId | None = Field(
        None, title="所依办法", description="只在申报通知日期推不出时填写"
    )
    summary: CommonMark | None = Field(None, title="概述")
    lines: tuple[RoundLine, ...] = Field((), title="程序与日期")
    sources: tuple[Link, ...] = Field((), title="资料来源")
    privacy_allowed: Allowances = Field((), title="允许公开的个人信息")
    confidential: RoundConfidential | None = Field(None, title="不公开")

    @property
    def year(self) -> int:
        """The year of the call, which is the round's id."""
        return int(self.id)
