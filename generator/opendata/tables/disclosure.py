"""The index of information disclosed (信息公开目录): the official fields of every notice, in order.

A program of the host, or of an inspector, reads it to know what was disclosed, when, and where.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source, moment
from generator.records import Notice


class _Disclosed(NamedTuple):
    of: Notice
    source: Source


def _disclosed(source: Source) -> Iterator[_Disclosed]:
    """Notices that are disclosed on the office's own accord, in the order of publication."""
    return (
        _Disclosed(notice, source)
        for notice in source.register.notices.values()
        if notice.openness == "主动公开"
    )


def _paper(row: _Disclosed) -> str | None:
    id_ = row.of.id
    made = row.source.register.site.documents.made
    return row.source.at(f"notices/{id_}/{id_}.pdf") if made else None


_D = Column[_Disclosed]
DISCLOSURE = Table(
    "disclosure",
    "信息公开目录",
    "主动公开的全部公告，按政府信息公开目录的各项列出；供主站和检查程序读取。",
    ("body", "notice"),
    ("id",),
    (
        _D(
            "index_number",
            "索引号",
            Kind.CODE,
            "发出后不再改动，也不再用于别的公告",
            "SL001/2026-00001",
            lambda r: r.of.index_number,
        ),
        _D("topic", "主题分类", Kind.TEXT, "主题分类", "质量强市", lambda r: r.of.topic),
        _D(
            "issuer_name",
            "发文机关",
            Kind.TEXT,
            "发文机关全称",
            "市质量强市工作委员会办公室",
            lambda r: r.source.body_name(r.of.issuer),
        ),
        _D(
            "document_number",
            "发文字号",
            Kind.CODE,
            "没有文号的不填",
            "示例质强办〔2026〕3号",
            lambda r: r.of.document_number,
        ),
        _D("made", "成文日期", Kind.DAY, "公文的成文日期", "2026-10-08", lambda r: r.of.made),
        _D(
            "published",
            "发布日期",
            Kind.DAY,
            "在网站发布的日期，一经发布不再改动",
            "2026-10-09",
            lambda r: r.of.published.date(),
        ),
        _D(
            "published_at",
            "发布时间",
            Kind.MOMENT,
            "北京时间；时刻不可考的不填",
            "2026-10-09T09:00:00+08:00",
            lambda r: moment(r.of) if r.of.hour_known else None,
        ),
        _D("title", "标题", Kind.TEXT, "公告标题", "关于拟奖名单的公示", lambda r: r.of.title),
        _D("keywords", "主题词", Kind.LIST, "主题词", "质量奖；公示", lambda r: r.of.keywords),
        _D(
            "validity",
            "有效性",
            Kind.TEXT,
            "有效、已修改、废止或失效",
            "有效",
            lambda r: r.of.validity,
        ),
        _D("openness", "公开方式", Kind.TEXT, "主动公开", "主动公开", lambda r: r.of.openness),
        _D("source", "信息来源", Kind.TEXT, "信息来源", "示例市市场监管局", lambda r: r.of.source),
        _D("editor", "责任编辑", Kind.TEXT, "责任编辑", "示例编辑", lambda r: r.of.editor),
        _D(
            "archived",
            "归档日期",
            Kind.DAY,
            "已归档的公告才有；地址不变",
            "2027-01-05",
            lambda r: r.of.archived,
        ),
        _D("id", "编号", Kind.ID, "公告的固定编号", "2026-gs-01", lambda r: r.of.id, "notices"),
        _D(
            "page",
            "网页",
            Kind.WEB,
            "公告在本站的网页",
            "/notices/2026-gs-01/",
            lambda r: r.source.at(f"notices/{r.of.id}/"),
        ),
        _D(
            "document",
            "公文版",
            Kind.WEB,
            "公文格式的 PDF；站点不生成的不填",
            "/notices/2026-gs-01/2026-gs-01.pdf",
            _paper,
        ),
    ),
    _disclosed,
)
