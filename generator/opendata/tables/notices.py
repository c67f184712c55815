"""The table of notices, with the fields of information disclosure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source, moment
from generator.records import Notice
from generator.register.notice_slugs import KIND_SLUGS


class Published(NamedTuple):
    """A notice, with what looks up the names in it."""

    of: Notice
    source: Source


def _notices(source: Source) -> Iterator[Published]:
    return (Published(notice, source) for notice in source.register.notices.values())


_N = Column[Published]
NOTICES = Table(
    "notices",
    "公告",
    "全部公告，每行一份，附政府信息公开的各项；发布时间一经发布不再改动。",
    ("id",),
    (
        _N("id", "编号", Kind.ID, "公告的固定编号", "2026-gs-01", lambda r: r.of.id),
        _N(
            "kind",
            "种类代码",
            Kind.ID,
            "公告种类的代码",
            "candidates",
            lambda r: KIND_SLUGS[r.of.kind],
        ),
        _N("kind_name", "种类", Kind.TEXT, "九种公告之一", "拟奖公示", lambda r: r.of.kind),
        _N("title", "标题", Kind.TEXT, "公告标题", "关于拟奖名单的公示", lambda r: r.of.title),
        _N(
            "round",
            "评定编号",
            Kind.ID,
            "所属评定，见评定表",
            "2026",
            lambda r: r.of.round,
            "rounds",
        ),
        _N(
            "issuer",
            "发文机关编号",
            Kind.ID,
            "见单位表",
            "pingding-ban",
            lambda r: r.of.issuer,
            "bodies",
        ),
        _N(
            "issuer_name",
            "发文机关",
            Kind.TEXT,
            "发文机关全称",
            "市质量强市工作委员会办公室",
            lambda r: r.source.body_name(r.of.issuer),
        ),
        _N(
            "document_number",
            "发文字号",
            Kind.CODE,
            "没有文号的不填",
            "示例质强办〔2026〕3号",
            lambda r: r.of.document_number,
        ),
        _N(
            "index_number",
            "索引号",
            Kind.CODE,
            "政府信息公开索引号",
            "SL001/2026-00001",
            lambda r: r.of.index_number,
        ),
        _N(
            "topic", "主题分类", Kind.TEXT, "政府信息公开主题分类", "市场监管", lambda r: r.of.topic
        ),
        _N("keywords", "主题词", Kind.LIST, "主题词", "质量奖；公示", lambda r: r.of.keywords),
        _N("made", "成文日期", Kind.DAY, "公文的成文日期", "2026-10-08", lambda r: r.of.made),
        _N(
            "published",
            "发布日期",
            Kind.DAY,
            "在网站发布的日期",
            "2026-10-09",
            lambda r: r.of.published.date(),
        ),
        _N(
            "published_at",
            "发布时间",
            Kind.MOMENT,
            "北京时间；时刻不可考的不填，只有发布日期",
            "2026-10-09T09:00:00+08:00",
            lambda r: moment(r.of) if r.of.hour_known else None,
        ),
        _N(
            "validity",
            "有效性",
            Kind.TEXT,
            "有效、已修改、废止或失效",
            "有效",
            lambda r: r.of.validity,
        ),
        _N(
            "openness",
            "公开方式",
            Kind.TEXT,
            "主动公开或依申请公开",
            "主动公开",
            lambda r: r.of.openness,
        ),
        _N("source", "信息来源", Kind.TEXT, "信息来源", "示例市市场监管局", lambda r: r.of.source),
        _N(
            "follows",
            "承接的公告",
            Kind.LIST,
            "本公告承接的公告编号",
            "2026-sl-01",
            lambda r: r.of.follows,
        ),
        _N(
            "corrects",
            "更正的公告",
            Kind.ID,
            "本公告更正的公告编号",
            "2026-bz-01",
            lambda r: r.of.corrects,
            "notices",
        ),
        _N(
            "corrected_by",
            "被何公告更正",
            Kind.LIST,
            "更正本公告的公告编号",
            "2026-gz-01",
            lambda r: tuple(n.id for n in r.source.register.corrections.get(r.of.id, ())),
        ),
        _N(
            "rows",
            "名单行数",
            Kind.WHOLE,
            "所附名单共几行，见名单表",
            "12",
            lambda r: sum(len(each.rows) for each in r.of.lists),
        ),
        _N(
            "page",
            "网页",
            Kind.WEB,
            "公告在本站的网页",
            "/notices/2026-gs-01/",
            lambda r: r.source.at(f"notices/{r.of.id}/"),
        ),
    ),
    _notices,
)
