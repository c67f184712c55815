"""The table of publicity periods and consultations: days, length, where to write, the outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source
from generator.records import Notice, Publicity
from generator.regulation import Period


class _Period(NamedTuple):
    notice: Notice
    of: Publicity
    counted: Period
    source: Source


def _periods(source: Source) -> Iterator[_Period]:
    for notice in source.register.notices.values():
        if notice.publicity and (counted := source.period(notice)):
            yield _Period(notice, notice.publicity, counted, source)


_P = Column[_Period]
PUBLICITY = Table(
    "publicity",
    "公示与征求意见",
    "每行一份公示或征求意见的公告：起止日期（两端都计入）、天数、受理方式和结果。",
    ("notice",),
    (
        _P(
            "notice",
            "公告编号",
            Kind.ID,
            "见公告表",
            "2026-gs-01",
            lambda r: r.notice.id,
            "notices",
        ),
        _P("kind_name", "公告种类", Kind.TEXT, "公告种类", "拟奖公示", lambda r: r.notice.kind),
        _P(
            "title",
            "公告标题",
            Kind.TEXT,
            "公告标题",
            "关于拟奖名单的公示",
            lambda r: r.notice.title,
        ),
        _P("first", "首日", Kind.DAY, "首日，计入", "2026-10-10", lambda r: r.of.first),
        _P("last", "末日", Kind.DAY, "末日，计入", "2026-10-15", lambda r: r.of.last),
        _P(
            "days",
            "日历天数",
            Kind.WHOLE,
            "首日到末日共几天",
            "6",
            lambda r: r.counted.days,
        ),
        _P(
            "working_days",
            "工作日数",
            Kind.WHOLE,
            "按国务院放假安排，调休上班日计入；没有那一年的安排时不填",
            "5",
            lambda r: r.counted.working_days,
        ),
        _P(
            "counted_in",
            "计算单位",
            Kind.TEXT,
            "按工作日还是日计算；办法没有写的，公示按工作日，征求意见按日",
            "工作日",
            lambda r: r.counted.unit,
        ),
        _P(
            "stated",
            "原文所述天数",
            Kind.TEXT,
            "公告原文写的天数",
            "5个工作日",
            lambda r: r.of.stated,
        ),
        _P(
            "basis",
            "依据",
            Kind.TEXT,
            "公示或征求意见所依据的规定",
            "第二十四条",
            lambda r: r.of.basis,
        ),
        _P(
            "origin",
            "产生方式",
            Kind.TEXT,
            "名单如何产生，文稿由谁起草",
            "经综合评价和审议",
            lambda r: r.of.origin,
        ),
        _P(
            "office",
            "受理单位",
            Kind.TEXT,
            "受理异议或意见的单位",
            "示例监督处",
            lambda r: r.of.contact.office,
        ),
        _P(
            "address",
            "受理地址",
            Kind.TEXT,
            "受理单位的地址",
            "示例路1号",
            lambda r: r.of.contact.address,
        ),
        _P(
            "postcode",
            "邮编",
            Kind.CODE,
            "受理单位的邮编",
            "000000",
            lambda r: r.of.contact.postcode,
        ),
        _P(
            "phone",
            "电话",
            Kind.CODE,
            "受理单位的办公电话",
            "000-00000000",
            lambda r: r.of.contact.phone,
        ),
        _P(
            "email",
            "邮箱",
            Kind.TEXT,
            "受理单位的邮箱",
            "office@example.cn",
            lambda r: r.of.contact.email,
        ),
        _P(
            "concluded",
            "结果日期",
            Kind.DAY,
            "结果记录的日期",
            "2026-10-16",
            lambda r: r.of.outcome.on if r.of.outcome else None,
        ),
        _P(
            "outcome",
            "结果",
            Kind.TEXT,
            "期满后的结果",
            "公示期内未收到异议",
            lambda r: r.of.outcome.says if r.of.outcome else None,
        ),
        _P(
            "led_to",
            "后续公告",
            Kind.LIST,
            "承接本公告的公告编号",
            "2026-bz-01",
            lambda r: tuple(n.id for n in r.source.register.followers.get(r.notice.id, ())),
        ),
    ),
    _periods,
)
