"""The filing: all that one award organisation hands in for one year (articles 30, 32, 33, 34).

Its JSON is what the form saves, exports and takes in again, and what the award office receives.
`schema_version` grows when the shape changes; ``upgrades.py`` brings earlier files along.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from self_assessment.filing.answers import ItemAnswer, ProfileAnswer
from self_assessment.filing.teamwork import Assessment, Assignment, Consensus
from self_assessment.filing.values import (
    Decimal,
    Key,
    Line,
    Moment,
    OptionalDay,
    Part,
    Text,
    Year,
)

FORMAT: Final = "self-assessment-filing"
VERSION: Final = 1


class Organisation(Part):
    """Who files. `credit_code` is the 18-place 统一社会信用代码, empty while it is not known."""

    name: Line = Field("", title="组织名称")
    credit_code: Annotated[str, Field(pattern=r"^([0-9A-Z]{18})?$")] = Field(
        "", title="统一社会信用代码"
    )
    district: Line = Field("", title="所在区")
    sector: Line = Field("", title="行业")
    address: Line = Field("", title="地址")
    employees: Line = Field("", title="职工人数")
    contact: Line = Field("", title="联系人")
    department: Line = Field("", title="负责部门")
    phone: Line = Field("", title="联系电话")


class Award(Part):
    """The honour for which the report is owed (article 33)."""

    name: Line = Field("", title="奖项")
    round: Line = Field("", title="届次或评定")
    year: Year | None = Field(None, title="表彰年份")
    certificate: Line = Field("", title="证书编号")


class CriteriaUsed(Part):
    """The criteria set that was answered: its id, and the digest of its ids, points and kinds."""

    id: Key = Field(title="准则")
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(title="准则摘要")


class Step(Part):
    """One step of the improvement plan."""

    what: Text = Field("", title="改进事项")
    items: list[Key] = Field(default_factory=list, max_length=50, title="对应条款")
    owner: Line = Field("", title="负责人")
    due: OptionalDay = Field("", title="完成日期")
    measure: Line = Field("", title="衡量指标")
    state: Literal["planned", "under_way", "done"] = Field("planned", title="进展")


class Promotion(Part):
    """One act of promoting quality, owed under article 34."""

    on: OptionalDay = Field("", title="日期")
    what: Text = Field("", title="内容")
    audience: Line = Field("", title="对象")
    people: Line = Field("", title="人数或范围")


class Incident(Part):
    """One accident of quality, safety, environment or health (article 32)."""

    on: OptionalDay = Field("", title="日期")
    kind: Literal["quality", "safety", "environment", "health", "other"] = Field(
        "quality", title="类别"
    )
    what: Text = Field("", title="经过与影响")
    remedy: Text = Field("", title="整改情况")


class Incidents(Part):
    """What article 32 asks: either nothing happened, said so, or what happened."""

    none: bool | None = Field(None, title="是否无此类事故")
    entries: list[Incident] = Field(default_factory=list, max_length=100, title="事故")


class Commitment(Part):
    """The promise that the report is 完整、真实、准确, and who stands for it."""

    accepted: bool = Field(False, title="已承诺")
    representative: Line = Field("", title="法定代表人")
    on: OptionalDay = Field("", title="承诺日期")


class Change(Part):
    """Who changed what when. Changes to one place in one sitting are one entry."""

    at: Moment = Field(title="时间")
    who: Line = Field("", title="修改人")
    where: Line = Field(title="位置")
    what: Line = Field("", title="修改内容")


class Totals(Part):
    """The scores as the writer's program computed them: exact decimals, recomputed on receipt.

    An item or category without a score yet is absent. `total` is null until every item has one.
    """

    items: dict[Key, Decimal] = Field(default_factory=dict, title="条款得分")
    categories: dict[Key, Decimal] = Field(default_factory=dict, title="类目得分")
    total: Decimal | None = Field(None, title="总分")


class LeftOut(Part):
    """A secret part that this export leaves out (article 30). Its content is blank here.

    A table is named with its item. `retired` is the id of an answer to earlier criteria.
    """

    item: Key | None = Field(None, title="条款")
    heading: Key | None = Field(None, title="组织概述标题")
    table: Key | None = Field(None, title="结果表")
    retired: Key | None = Field(None, title="旧准则内容")


class RetiredAnswer(Part):
    """An answer to an item or heading that the criteria of today no longer ask: kept readable.

    It stays secret if the answer that it comes from was declared so.
    """

    criteria: Key = Field(title="原准则")
    id: Key = Field(title="原编号")
    name: Line = Field("", title="原名称")
    text: Text = Field("", title="内容")
    secret: bool = Field(False, title="声明为秘密")


class LastYear(Part):
    """The scores of the filing that this one was begun from, to compare with."""

    year: Year = Field(title="年度")
    criteria: Key = Field(title="准则")
    percents: dict[Key, int] = Field(default_factory=dict, title="各条款得分率")
    totals: Totals = Field(default_factory=Totals, title="得分")


class Filing(Part):
    """The 《自评报告》 of one organisation for one year, in work or handed in."""

    format: Literal["self-assessment-filing"] = Field(FORMAT, title="文件类型")
    schema_version: Literal[1] = Field(VERSION, title="文件版本")
    id: Key = Field(title="文件编号")
    year: Year = Field(title="自评年度")
    created: Moment = Field(title="建立时间")
    changed: Moment = Field(title="最后修改时间")
    exported: Moment | None = Field(None, title="导出时间")
    made_with: Line = Field("", title="表单版本")
    organisation: Organisation = Field(default_factory=Organisation, title="组织信息")
    award: Award = Field(default_factory=Award, title="获奖信息")
    criteria: CriteriaUsed = Field(title="准则")
    profile: dict[Key, ProfileAnswer] = Field(default_factory=dict, title="组织概述")
    items: dict[Key, ItemAnswer] = Field(default_factory=dict, title="各条款")
    plan: list[Step] = Field(default_factory=list, max_length=300, title="改进计划")
    promotion: list[Promotion] = Field(default_factory=list, max_length=300, title="推广情况")
    incidents: Incidents = Field(default_factory=Incidents, title="事故情况")
    commitment: Commitment = Field(default_factory=Commitment, title="承诺")
    assignment: Assignment | None = Field(None, title="分工")
    assessments: list[Assessment] = Field(default_factory=list, max_length=50, title="评分人意见")
    consensus: dict[Key, Consensus] = Field(default_factory=dict, title="合议")
    totals: Totals = Field(default_factory=Totals, title="得分")
    last_year: LastYear | None = Field(None, title="上年")
    left_out: list[LeftOut] = Field(default_factory=list, max_length=500, title="未列入的秘密内容")
    retired: list[RetiredAnswer] = Field(default_factory=list, max_length=500, title="旧准则内容")
    history: list[Change] = Field(default_factory=list, max_length=5000, title="修改记录")
