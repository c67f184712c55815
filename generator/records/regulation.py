"""An edition of the regulation: its values, each with the article it stands in.

Everything a check holds records against is a value here; nothing is a number in code. Every value
may be left out: it is then unknown, and the checks on it answer that they cannot tell. Names,
tiers, kinds of holder, units of counting and quotas are the edition's own, so that another city's
regulation is another file. Source: docs/adr/004.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.problems import cite
from generator.records.allowance import Allowances
from generator.records.links import CommonMark, HolderKindId, TierId
from generator.records.site import Link
from generator.records.words import (
    Day,
    DocumentNumber,
    Exact,
    Id,
    Line,
    Name,
    Record,
    Whole,
    YesNo,
    unfit,
)

NoticeKind = Literal[
    "征求意见",
    "申报通知",
    "推荐公示",
    "受理名单",
    "拟奖公示",
    "表彰通报",
    "撤销公告",
    "更正公告",
    "其他",
]
"""The nine kinds of notice."""

BodyRole = Literal["区", "功能区", "部门", "协会", "评定办公室", "评定委员会", "政府"]
"""What a body is in the award's work (articles 7 to 10)."""


def _month_day(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(
        r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", value.strip()
    ):
        raise unfit("month-day-form", f"“{value}”不是月和日", "写成 06-30 这样的形式")
    return value.strip()


MonthDay = Annotated[str, BeforeValidator(_month_day)]


class Ruled(Record):
    """A value with what it rests on: an article of this edition, or another basis in words."""

    article: Whole | None = Field(None, title="条")
    basis: Line | None = Field(None, title="其他依据", description="不来自条文时写明，如 本办惯例")


def cited(rule: Ruled | None) -> str:
    """What a rule rests on, as readers cite it; empty where there is none."""
    return cite(rule.article, rule.basis or "") if rule else ""


class HolderKind(Record):
    """A kind of holder: organisations, individuals, or what else a city awards."""

    id: Id = Field(title="编号")
    name: Name = Field(title="名称")
    counter: Name = Field("个", title="量词", description="如 家、名、项")
    person: YesNo = Field(False, title="是否自然人", description="个人写 是：可填工作单位和职务")


class Tier(Ruled):
    """A tier of the award, the highest first, and the kinds of holder it may be given to."""

    id: Id = Field(title="编号")
    name: Name = Field(title="名称")
    kinds: tuple[HolderKindId, ...] = Field(title="可授予的类别")


class Term(Ruled):
    """届: how many years it lasts and how far apart its rounds lie. Absent where there is none."""

    name: Name = Field("届", title="叫法")
    years: Whole = Field(title="一届的年数")
    rounds_every: Whole | None = Field(None, title="每隔几年评定一次")


class Quota(Ruled):
    """How many holders there may be of one tier and one or several kinds."""

    tier: TierId = Field(title="奖项")
    kinds: tuple[HolderKindId, ...] = Field(title="类别")
    at_most: Whole = Field(title="不超过")
    per: Literal["届", "评定"] = Field(title="按届计，还是按每次评定计")


class ScoreRule(Ruled):
    """The standard that a kind of holder is scored by, its total, and the award's floor."""

    kind: HolderKindId = Field(title="类别")
    standard: Line = Field(title="评定标准")
    total: Exact = Field(title="总分")
    floor: Exact | None = Field(None, title="获奖一般不低于")
    tiers: tuple[TierId, ...] = Field((), title="适用的奖项")


class WordsRule(Ruled):
    """Something that a kind of notice must say; any one of the wordings will do."""

    notice: NoticeKind = Field(title="公告种类")
    any_of: tuple[Line, ...] = Field(title="任一说法")


class IssuerRule(Ruled):
    """Which bodies, by their role, issue a kind of notice."""

    notice: NoticeKind = Field(title="公告种类")
    by: tuple[BodyRole, ...] = Field(title="发布单位")


class Conditions(Ruled):
    """Conditions for applying that records can be held against, for one kind of holder."""

    kind: HolderKindId = Field(title="类别")
    years_registered: Whole | None = Field(None, title="登记后合法经营的年数")
    years_of_quality_work: Whole | None = Field(None, title="从事质量工作的年数")
    district_award_preferred: YesNo = Field(False, title="同等条件下区级奖优先")


class Reapplication(Ruled):
    """For how many years, the award year included, a holder of these tiers may not apply again."""

    tiers: tuple[TierId, ...] = Field(title="受限的奖项")
    years: Whole = Field(title="年数")


class StageLine(Ruled):
    """The stages of an evaluation in their order, for some kinds of holder."""

    kinds: tuple[HolderKindId, ...] = Field(title="类别")
    stages: tuple[Name, ...] = Field(title="程序")


class NoticeOrder(Ruled):
    """The kinds of notice of one round in the order in which they are published."""

    kinds: tuple[NoticeKind, ...] = Field(title="公告种类")


class CallRule(Ruled):
    """The call for applications comes before all else and is carried by the media."""

    media: YesNo = Field(False, title="须在媒体公布")


class PublicityRule(Ruled):
    """How long a kind of notice is open for objection, and from which day that is counted."""

    notice: NoticeKind = Field(title="公告种类")
    at_least: Whole = Field(title="不少于")
    unit: Literal["工作日", "日"] = Field(title="单位")
    start: Literal["次日", "当日"] = Field("次日", title="从发布次日还是当日起算")
    usual_content: YesNo = Field(
        False, title="一般包括基本情况、奖励项目、简要事迹", description="缺少时警告"
    )


class MediaRule(Ruled):
    """A kind of notice that is carried by the media too."""

    notice: NoticeKind = Field(title="公告种类")


class CommendationRule(Ruled):
    """The commendation follows the end of this publicity, and names none but those on its list."""

    after: NoticeKind = Field("拟奖公示", title="须在其公示期满之后")


class RecertificationRule(Ruled):
    """Earlier holders of these tiers may be re-certified, outside the quota."""

    tiers: tuple[TierId, ...] = Field(title="奖项")


class AssessorRule(Ruled):
    """How many assessors a group has at least, and whether a trade expert is among them."""

    group_at_least: Whole = Field(title="每组不少于")
    trade_expert: YesNo = Field(False, title="须有行业专家")


class RevocationRule(Ruled):
    """A ground on which a title is revoked, and for how many years it bars from applying."""

    ground: Literal["弄虚作假", "重大事故", "逾期未整改"] = Field(title="事由")
    bars_years: Whole | None = Field(None, title="不得申报的年数")


class ReportRule(Ruled):
    """Who owes the yearly self-assessment report, by which day, from which year."""

    tiers: tuple[TierId, ...] = Field(title="奖项")
    kinds: tuple[HolderKindId, ...] = Field(title="类别")
    standard: Line = Field(title="评价标准")
    due: MonthDay = Field(title="每年截止日")
    first_after_years: Whole = Field(1, title="获奖后第几年起")


class CertificateRule(Ruled):
    """Certificates are numbered, and no number is given twice."""

    unique: YesNo = Field(True, title="编号不重复")


class ForceRule(Ruled):
    """When the edition takes force after its publication, and how long it is valid."""

    days_after_publication: Whole | None = Field(None, title="公布后几日施行")
    valid_years: Whole | None = Field(None, title="有效期年数")


class Article(Record):
    """One article in our own words: never the text itself."""

    number: Whole = Field(title="条")
    heading: Name = Field(title="主题")
    says: CommonMark = Field(
        title="大意", description="用自己的话概括，不抄录原文；可用 CommonMark"
    )


class Edition(Record):
    """``regulation/<id>.yml``: one edition of the regulation, as far as its values are known."""

    id: Id = Field(title="编号")
    title: Name = Field(title="名称")
    short: Name = Field(title="简称")
    status: Literal["征求意见稿", "已公布"] = Field(title="状态")
    document_number: DocumentNumber | None = Field(None, title="发文字号")
    published: Day | None = Field(None, title="公布日期")
    effective_from: Day | None = Field(None, title="施行日期")
    expires: Day | None = Field(None, title="失效日期", description="有效期的最后一天")
    authentic_text: Link | None = Field(None, title="正式文本")
    note: CommonMark | None = Field(None, title="说明")
    holder_kinds: tuple[HolderKind, ...] = Field(title="获奖者类别")
    tiers: tuple[Tier, ...] = Field(title="奖项")
    term: Term | None = Field(None, title="届")
    quotas: tuple[Quota, ...] = Field((), title="名额")
    scores: tuple[ScoreRule, ...] = Field((), title="评分")
    must_say: tuple[WordsRule, ...] = Field((), title="公告须写明的话")
    issuers: tuple[IssuerRule, ...] = Field((), title="发布单位")
    conditions: tuple[Conditions, ...] = Field((), title="申报条件")
    reapplication: Reapplication | None = Field(None, title="再次申报")
    stage_lines: tuple[StageLine, ...] = Field((), title="评定程序")
    notice_order: NoticeOrder | None = Field(None, title="公告次序")
    call: CallRule | None = Field(None, title="申报通知")
    publicity: tuple[PublicityRule, ...] = Field((), title="公示")
    media: tuple[MediaRule, ...] = Field((), title="还须在媒体公布的公告")
    assessors: AssessorRule | None = Field(None, title="评审组")
    commendation: CommendationRule | None = Field(None, title="表彰")
    recertification: RecertificationRule | None = Field(None, title="复评")
    secrecy: Ruled | None = Field(None, title="保密", description="哪些内容不公开的依据")
    revocations: tuple[RevocationRule, ...] = Field((), title="撤销")
    reports: ReportRule | None = Field(None, title="自评报告")
    certificates: CertificateRule | None = Field(None, title="证书")
    force: ForceRule | None = Field(None, title="施行与有效期")
    articles: tuple[Article, ...] = Field((), title="逐条大意")
    privacy_allowed: Allowances = Field((), title="允许公开的个人信息")


class Holidays(Record):
    """``holidays/<year>.yml``: the State Council's calendar of a year unknown to the package."""

    year: Whole = Field(title="年份")
    document_number: Line = Field(title="文号")
    source: Link = Field(title="来源")
    entered_on: Day = Field(title="录入日期")
    days_off: tuple[Day, ...] = Field(title="放假日", description="落在周一至周五的放假日也要列出")
    workdays: tuple[Day, ...] = Field((), title="调休上班日")
