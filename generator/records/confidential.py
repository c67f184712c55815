"""Whole records that the office must hold and never publish: below ``confidential/``."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from generator.records.links import AwardeeId, HolderKindId, RoundId, TierId
from generator.records.words import CreditCode, Day, Exact, Line, Name, Record, YesNo, by_id_or_name


class Score(Record):
    """The score of one applicant in one round."""

    awardee: AwardeeId | None = Field(None, title="获奖者编号")
    name: Name | None = Field(None, title="名称", description="未获奖的申报者写名称")
    kind: HolderKindId = Field(title="类别")
    tier: TierId | None = Field(None, title="奖项")
    score: Exact = Field(title="得分")

    _one = model_validator(mode="after")(by_id_or_name)


class Bar(Record):
    """A bar from applying for one who never held the award (article 31)."""

    name: Name = Field(title="名称")
    credit_code: CreditCode | None = Field(None, title="统一社会信用代码")
    ground: Literal["弄虚作假"] = Field("弄虚作假", title="事由")
    decided: Day = Field(title="决定日期")
    note: Line | None = Field(None, title="备注")


class Assessor(Record):
    """One member of an assessor group (article 19)."""

    name: Name = Field(title="姓名")
    trade_expert: YesNo = Field(False, title="行业专家")
    leader: YesNo = Field(False, title="组长")


class Group(Record):
    """An assessor group."""

    name: Name = Field(title="评审组")
    members: tuple[Assessor, ...] = Field(title="成员")


class Internal(Record):
    """Any file below ``confidential/``: scores and assessor groups of a round, and bars."""

    round: RoundId | None = Field(None, title="评定")
    scores: tuple[Score, ...] = Field((), title="得分")
    groups: tuple[Group, ...] = Field((), title="评审组")
    bars: tuple[Bar, ...] = Field((), title="不得申报")
