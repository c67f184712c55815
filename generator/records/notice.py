"""A notice: what was published, by whom, when; its list, its period, and what it follows."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field, model_validator

from generator.records.allowance import Allowances
from generator.records.links import (
    AwardeeId,
    BodyId,
    CommonMark,
    File,
    HolderKindId,
    NoticeId,
    RoundId,
    SectorId,
    TierId,
)
from generator.records.periods import CONSULTATION, PUBLICITY, PeriodWords
from generator.records.regulation import NoticeKind
from generator.records.site import Contact, Link
from generator.records.words import (
    Day,
    DayOnly,
    DocumentNumber,
    Id,
    IndexNumber,
    Line,
    Mark,
    Moment,
    Name,
    Record,
    Text,
    Web,
    YesNo,
    by_id_or_name,
    unfit,
)


class Medium(Record):
    """A medium that carried the notice too (articles 15 and 24)."""

    name: Name = Field(title="媒体")
    on: Day | None = Field(None, title="日期")
    address: Web | None = Field(None, title="网址")


class Outcome(Record):
    """What came of the period: recorded when it has ended."""

    on: Day = Field(title="日期")
    says: Line = Field(title="结果", description="如 公示期内未收到异议")


class Publicity(Record):
    """The period in which anyone may object, or give an opinion. `first` and `last` both count."""

    first: Day = Field(title="首日")
    last: Day = Field(title="末日")
    stated: Line | None = Field(None, title="原文所述天数", description="如 5个工作日；据此核对")
    basis: Line | None = Field(None, title="公示依据")
    origin: Line | None = Field(None, title="名单产生方式")
    contact: Contact = Field(title="异议受理")
    rules: CommonMark | None = Field(None, title="异议要求")
    outcome: Outcome | None = Field(None, title="公示结果")


PERSONAL = ("name", "district", "sector", "employer", "post", "basics", "deeds")
"""Keys of a row that tell, alone or together, who one not chosen is."""


class Redacted(Record):
    """That personal details were taken out of a row: when, and on what basis."""

    on: Day = Field(title="删除日期")
    basis: Line = Field(title="依据")


class Row(Record):
    """One line of a list: a holder by id, or a plain name (one not chosen has no record).

    Where the details of one not chosen were taken out, it still says that somebody was there.
    """

    awardee: AwardeeId | None = Field(None, title="获奖者编号")
    name: Name | None = Field(None, title="名称")
    kind: HolderKindId | None = Field(None, title="类别", description="与名单的类别不同时填写")
    district: BodyId | None = Field(None, title="所在区")
    recommended_by: BodyId | None = Field(None, title="推荐单位")
    sector: SectorId | None = Field(None, title="行业")
    employer: Name | None = Field(None, title="工作单位")
    post: Name | None = Field(None, title="职务")
    basics: Text | None = Field(None, title="基本情况")
    deeds: Text | None = Field(None, title="简要事迹")
    recertified: YesNo = Field(False, title="复评")
    redacted: Redacted | None = Field(
        None, title="个人信息已删除", description="由 award-site redact 写入"
    )

    @model_validator(mode="after")
    def _one(self) -> Row:
        if self.redacted is None:
            return by_id_or_name(self)
        if left := [key for key in ("awardee", *PERSONAL) if getattr(self, key)]:
            raise unfit(
                "redacted-details",
                f"个人信息已删除的一行还写着 {'、'.join(left)}",
                "请删去；这一行不该删除的，删去 redacted",
            )
        return self


class List(Record):
    """The part of a list that is about one tier and one kind. The order is no ranking."""

    title: Name | None = Field(None, title="小标题")
    tier: TierId | None = Field(None, title="奖项")
    kind: HolderKindId | None = Field(None, title="类别")
    rows: tuple[Row, ...] = Field(title="名单")


class Withheld(Record):
    """What a list leaves out because it is secret or unfit to publish (article 17), and why."""

    what: Line = Field(title="不公示的内容")
    reason: Line = Field(title="理由")


class Revoked(Record):
    """A title that a 撤销公告 takes back."""

    awardee: AwardeeId = Field(title="获奖者")
    round: RoundId | None = Field(None, title="哪次评定", description="只撤销其中一项荣誉时填写")
    ground: Literal["弄虚作假", "重大事故", "逾期未整改"] = Field(title="事由")
    on: Day = Field(title="撤销日期")


class LookedThrough(Record):
    """Somebody's word that in what the privacy scan cannot read of a file is no personal number.

    It holds for the very file of this mark, and is never published.
    """

    by: Name = Field(title="核对人")
    on: Day = Field(title="核对日期")
    says: Line = Field(title="看到什么", description="如：扫描件 3 页，逐页看过，没有个人号码")
    mark: Mark = Field(title="核对码", description="检查结果里的八位核对码；换了文件要重新核对")


class Attachment(Record):
    """A file offered with the notice."""

    file: File = Field(title="文件")
    title: Name = Field(title="标题")
    looked_through: LookedThrough | None = Field(
        None, title="人工核对", description="检查读不到文件里的某些内容时填写，不公开"
    )


class Objection(Record):
    """An objection that came in. Held by the office, never published."""

    on: Day = Field(title="日期")
    by: Name = Field(title="提出人")
    says: Text = Field(title="内容")
    handled: Text | None = Field(None, title="处理")


class NoticeConfidential(Record):
    """What the office holds about a notice and never publishes: who read it, who objected."""

    drafted_by: Name | None = Field(None, title="拟稿")
    reviewed_by: Name | None = Field(None, title="审核")
    approved_by: Name | None = Field(None, title="签发")
    objections: tuple[Objection, ...] = Field((), title="异议")
    notes: Text | None = Field(None, title="备注")


class Notice(Record):
    """``notices/<year>/<id>.yml``: one published notice, with the information-disclosure fields."""

    id: Id = Field(title="编号")
    kind: NoticeKind = Field(title="种类")
    title: Name = Field(title="标题")
    round: RoundId | None = Field(None, title="所属评定")
    issuer: BodyId = Field(title="发文机关")
    document_number: DocumentNumber | None = Field(None, title="发文字号")
    index_number: IndexNumber | None = Field(None, title="索引号")
    topic: Name | None = Field(None, title="主题分类")
    keywords: tuple[Name, ...] = Field((), title="主题词")
    made: Day | None = Field(None, title="成文日期")
    published: Moment = Field(
        title="发布时间",
        description="一经发布不再改动；据公开报道补录、时刻不可考的（写了 sources）可只写日期",
    )
    validity: Literal["有效", "已修改", "废止", "失效"] = Field("有效", title="有效性")
    openness: Literal["主动公开", "依申请公开"] = Field("主动公开", title="公开方式")
    source: Name | None = Field(None, title="信息来源")
    editor: Name | None = Field(None, title="责任编辑")
    archived: Day | None = Field(
        None, title="归档日期", description="归档的公告不再列入最新，地址和内容都保留"
    )
    media: tuple[Medium, ...] = Field((), title="同时公布的媒体")
    follows: tuple[NoticeId, ...] = Field((), title="承接的公告")
    corrects: NoticeId | None = Field(None, title="更正的公告")
    publicity: Publicity | None = Field(None, title="公示期")
    lists: tuple[List, ...] = Field((), title="名单")
    withheld: tuple[Withheld, ...] = Field((), title="按规定不公示的内容")
    difference: CommonMark | None = Field(None, title="与公示名单的差异说明")
    revokes: tuple[Revoked, ...] = Field((), title="撤销的称号")
    body: CommonMark | None = Field(None, title="正文", description="CommonMark，不含 HTML")
    attachments: tuple[Attachment, ...] = Field((), title="附件")
    sources: tuple[Link, ...] = Field((), title="资料来源")
    privacy_allowed: Allowances = Field((), title="允许公开的个人信息")
    confidential: NoticeConfidential | None = Field(None, title="不公开")

    @property
    def period_words(self) -> PeriodWords:
        """What the time is called in which people may speak up about it."""
        return CONSULTATION if self.kind == "征求意见" else PUBLICITY

    @property
    def redacted_on(self) -> dt.date | None:
        """The last day on which personal details were taken out of its lists."""
        rows = (row for list_ in self.lists for row in list_.rows)
        return max((row.redacted.on for row in rows if row.redacted), default=None)

    @property
    def hour_known(self) -> bool:
        """Whether `published` tells the hour; where it does not, only its day may be shown."""
        return not isinstance(self.published, DayOnly)
