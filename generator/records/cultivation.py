"""A cultivation pool: the organisations a body cultivates towards the award, by step."""

from __future__ import annotations

from pydantic import Field, model_validator

from generator.records.allowance import Allowances
from generator.records.links import AwardeeId, BodyId, CommonMark, SectorId, StepId
from generator.records.words import Line, Name, Record, Text, Year, by_id_or_name


class EntryConfidential(Record):
    """What a body holds about one it cultivates and does not publish."""

    liaison: Name | None = Field(None, title="联系人")
    phone: Line | None = Field(None, title="联系电话")
    notes: Text | None = Field(None, title="备注")


class Entry(Record):
    """One organisation or person in a pool: a holder by id, or a plain name."""

    awardee: AwardeeId | None = Field(None, title="获奖者编号")
    name: Name | None = Field(None, title="名称")
    step: StepId = Field(title="梯次")
    since: Year = Field(title="入库年份")
    until: Year | None = Field(None, title="出库年份")
    sector: SectorId | None = Field(None, title="行业")
    says: Line | None = Field(None, title="简介")
    confidential: EntryConfidential | None = Field(None, title="不公开")

    _one = model_validator(mode="after")(by_id_or_name)


class Pool(Record):
    """``cultivation/<body>.yml``: the pool of one body (articles 10 and 36)."""

    body: BodyId = Field(title="培育单位")
    summary: CommonMark | None = Field(None, title="概述")
    entries: tuple[Entry, ...] = Field(title="培育对象")
    privacy_allowed: Allowances = Field((), title="允许公开的个人信息")
