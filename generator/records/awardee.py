"""A holder of the award: facts (who, honours, standing) and showcase (what it shows the public)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.records.allowance import Allowances
from generator.records.links import (
    BodyId,
    CommonMark,
    File,
    HolderKindId,
    NoticeId,
    RoundId,
    SectorId,
    TierId,
)
from generator.records.site import Link
from generator.records.words import (
    CreditCode,
    Day,
    Exact,
    Id,
    Line,
    Name,
    Record,
    Text,
    Web,
    Year,
    YesNo,
)


class Honour(Record):
    """One award given: in which round, of which tier, by which notice."""

    round: RoundId = Field(title="评定")
    tier: TierId = Field(title="奖项")
    notice: NoticeId | None = Field(None, title="表彰通报")
    recertified: YesNo = Field(False, title="复评")
    certificate: Line | None = Field(None, title="证书编号")
    below_floor_reason: Line | None = Field(
        None, title="低于一般分数线的理由", description="只写理由，不写分数"
    )


class Standing(Record):
    """A dated event in a holder's standing. That a title was given is told by its honours."""

    on: Day = Field(title="日期")
    event: Literal["撤销", "更名", "注销"] = Field(title="事件")
    notice: NoticeId | None = Field(None, title="公告", description="撤销必须填写")
    round: RoundId | None = Field(None, title="哪次评定", description="只撤销其中一项荣誉时填写")
    former_name: Name | None = Field(None, title="原名称")


class Practice(Record):
    """A key practice."""

    title: Name = Field(title="做法")
    text: CommonMark = Field(title="说明", description="CommonMark，不含 HTML")


class Point(Record):
    """A result in one year."""

    year: Year = Field(title="年份")
    value: Exact = Field(title="数值")


class Result(Record):
    """A result that may be public, over the years."""

    title: Name = Field(title="指标")
    unit: Name = Field(title="单位")
    better: Literal["越高越好", "越低越好"] = Field("越高越好", title="方向")
    points: tuple[Point, ...] = Field(title="各年数值")
    source: Line | None = Field(None, title="数据来源")


class Picture(Record):
    """A picture with its alternative text."""

    file: File = Field(title="文件")
    alt: Line = Field(title="替代文字")
    credit: Line | None = Field(None, title="图片来源")


class Promotion(Record):
    """Promotion of quality that the holder did (article 34)."""

    on: Day = Field(title="日期")
    what: Line = Field(title="内容")
    where: Line | None = Field(None, title="地点")


class ShowcaseConfidential(Record):
    """Parts of a showcase that the holder declared secret (article 30)."""

    practices: tuple[Practice, ...] = Field((), title="关键做法")
    results: tuple[Result, ...] = Field((), title="结果")
    notes: Text | None = Field(None, title="备注")


class Showcase(Record):
    """What a holder shows the public."""

    summary: Line = Field(title="一句话介绍")
    story: CommonMark | None = Field(None, title="故事", description="CommonMark，不含 HTML")
    practices: tuple[Practice, ...] = Field((), title="关键做法")
    results: tuple[Result, ...] = Field((), title="可公开的结果")
    pictures: tuple[Picture, ...] = Field((), title="图片")
    promotion: tuple[Promotion, ...] = Field((), title="宣传推广")
    confidential: ShowcaseConfidential | None = Field(None, title="不公开")


class Rectification(Record):
    """限期整改 (article 33): internal until a revocation is published."""

    ordered: Day = Field(title="提出日期")
    due: Day = Field(title="期限")
    says: Text = Field(title="整改意见")
    met: YesNo | None = Field(None, title="是否达标")


class ReportReceived(Record):
    """A 《自评报告》 that came in: the year it is about and the day it arrived."""

    year: Year = Field(title="年度")
    received: Day = Field(title="收到日期")


class AwardeeConfidential(Record):
    """What the office holds about a holder and never publishes."""

    liaison: Name | None = Field(None, title="联系人")
    phone: Line | None = Field(None, title="联系电话")
    reports: tuple[ReportReceived, ...] = Field((), title="收到的自评报告")
    rectifications: tuple[Rectification, ...] = Field((), title="限期整改")
    notes: Text | None = Field(None, title="备注")


class Awardee(Record):
    """The facts about a holder: all of its record but the showcase."""

    id: Id = Field(title="编号")
    kind: HolderKindId = Field(title="类别")
    name: Name = Field(title="名称")
    district: BodyId | None = Field(None, title="所在区")
    recommended_by: BodyId | None = Field(None, title="推荐单位")
    sector: SectorId | None = Field(None, title="行业")
    credit_code: CreditCode | None = Field(None, title="统一社会信用代码")
    registered: Day | None = Field(None, title="登记日期")
    employer: Name | None = Field(None, title="工作单位")
    post: Name | None = Field(None, title="职务")
    quality_work_since: Year | None = Field(None, title="从事质量工作的起始年份")
    carried_by: tuple[Name, ...] = Field((), title="承担单位", description="项目类获奖者填写")
    website: Web | None = Field(None, title="网站")
    honours: tuple[Honour, ...] = Field(title="荣誉")
    standing: tuple[Standing, ...] = Field((), title="状态变化")
    sources: tuple[Link, ...] = Field((), title="资料来源")
    privacy_allowed: Allowances = Field((), title="允许公开的个人信息")
    confidential: AwardeeConfidential | None = Field(None, title="不公开")


class AwardeeRecord(Awardee):
    """``awardees/<id>.yml``: the facts and the showcase.

    The two are held apart once read: the facts of every holder are always at hand, a showcase
    only while its page is made.
    """

    showcase: Showcase | None = Field(None, title="风采展示")
