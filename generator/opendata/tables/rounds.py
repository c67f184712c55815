"""The table of rounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source
from generator.records import Edition, Round
from generator.regulation import judged_by
from generator.regulation.force import called_on


class _Held(NamedTuple):
    of: Round
    source: Source

    @property
    def days(self) -> list[dt.date]:
        stages = [stage for line in self.of.lines for stage in line.stages]
        return [day for stage in stages for day in (stage.first, stage.last) if day]

    @property
    def edition(self) -> Edition | None:
        return judged_by(self.source.register, self.of).edition


def _rounds(source: Source) -> Iterator[_Held]:
    return (_Held(round_, source) for round_ in source.register.rounds.values())


_D = Column[_Held]
ROUNDS = Table(
    "rounds",
    "评定",
    "每行一次评定。",
    ("id",),
    (
        _D("id", "编号", Kind.ID, "申报通知的年份", "2026", lambda r: r.of.id),
        _D("title", "名称", Kind.TEXT, "评定名称", "2026年度评定", lambda r: r.of.title),
        _D("term", "第几届", Kind.WHOLE, "所属的届；没有届的不填", "2", lambda r: r.of.term),
        _D("order", "本届第几次", Kind.WHOLE, "本届的第几次评定", "2", lambda r: r.of.order),
        _D(
            "regulation",
            "所依办法编号",
            Kind.ID,
            "据以评定的办法版本；推不出的不填",
            "consultation-draft",
            lambda r: r.edition.id if r.edition else None,
        ),
        _D(
            "regulation_name",
            "所依办法",
            Kind.TEXT,
            "办法版本的简称",
            "征求意见稿",
            lambda r: r.edition.short if r.edition else None,
        ),
        _D(
            "called",
            "申报通知日期",
            Kind.DAY,
            "申报通知的发布日期",
            "2026-03-02",
            lambda r: called_on(r.source.register, r.of),
        ),
        _D(
            "first",
            "开始日期",
            Kind.DAY,
            "各程序中最早的一天",
            "2026-03-10",
            lambda r: min(r.days, default=None),
        ),
        _D(
            "last",
            "结束日期",
            Kind.DAY,
            "各程序中最晚的一天",
            "2026-10-15",
            lambda r: max(r.days, default=None),
        ),
        _D(
            "honours",
            "荣誉数",
            Kind.WHOLE,
            "这次评定授予的荣誉，含复评和已撤销的",
            "12",
            lambda r: len(r.source.register.given[r.of.id]),
        ),
        _D(
            "notices",
            "公告数",
            Kind.WHOLE,
            "属于这次评定的公告",
            "8",
            lambda r: len(r.source.register.of_round[r.of.id]),
        ),
        _D(
            "page",
            "网页",
            Kind.WEB,
            "这次评定在本站的网页",
            "/rounds/2026/",
            lambda r: r.source.at(f"rounds/{r.of.id}/"),
        ),
    ),
    _rounds,
)
