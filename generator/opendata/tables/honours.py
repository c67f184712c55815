"""The table of honours: what was given to whom, by which notice, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source
from generator.records import Awardee, Honour, Notice
from generator.register import honour_state, revoked_on


class _Given(NamedTuple):
    awardee: Awardee
    place: int
    honour: Honour
    notice: Notice | None
    source: Source

    @property
    def revoked_by(self) -> Notice | None:
        """The notice that told the revocation: by the event that took this honour back first."""
        events = [
            event
            for event in self.awardee.standing
            if event.event == "撤销" and event.round in (None, self.honour.round)
        ]
        first = min(events, key=lambda event: event.on, default=None)
        return self.source.register.notices.get(first.notice or "") if first else None

    @property
    def ground(self) -> str | None:
        notice = self.revoked_by
        for row in notice.revokes if notice else ():
            if row.awardee == self.awardee.id and row.round in (None, self.honour.round):
                return row.ground
        return None


def _honours(source: Source) -> Iterator[_Given]:
    notices = source.register.notices
    for awardee in source.register.awardees.values():
        for place, honour in enumerate(awardee.honours, 1):
            yield _Given(awardee, place, honour, notices.get(honour.notice or ""), source)


_H = Column[_Given]
HONOURS = Table(
    "honours",
    "荣誉",
    "每行一项荣誉：谁、哪次评定、哪个奖项、由哪份通报表彰，现在是否有效。",
    ("awardee", "number"),
    (
        _H(
            "awardee",
            "获奖者编号",
            Kind.ID,
            "见获奖者表",
            "shili-jichuang",
            lambda r: r.awardee.id,
            "awardees",
        ),
        _H("number", "序号", Kind.WHOLE, "该获奖者的第几项荣誉", "1", lambda r: r.place),
        _H("name", "名称", Kind.TEXT, "获奖者的现用名称", "示例机床公司", lambda r: r.awardee.name),
        _H(
            "kind_name",
            "类别",
            Kind.TEXT,
            "组织、个人等",
            "组织",
            lambda r: r.source.kind_name(r.awardee.kind),
        ),
        _H(
            "round",
            "评定编号",
            Kind.ID,
            "申报通知的年份，见评定表",
            "2024",
            lambda r: r.honour.round,
            "rounds",
        ),
        _H("tier", "奖项编号", Kind.ID, "奖项的编号", "award", lambda r: r.honour.tier),
        _H(
            "tier_name",
            "奖项",
            Kind.TEXT,
            "奖项名称",
            "市长质量奖",
            lambda r: r.source.tier_name(r.honour.tier),
        ),
        _H(
            "notice",
            "表彰通报编号",
            Kind.ID,
            "见公告表",
            "2024-bz-01",
            lambda r: r.honour.notice,
            "notices",
        ),
        _H(
            "awarded",
            "表彰日期",
            Kind.DAY,
            "表彰通报的发布日期",
            "2024-10-16",
            lambda r: r.notice.published.date() if r.notice else None,
        ),
        _H(
            "recertified",
            "是否复评",
            Kind.YES,
            "经复评再次获奖，不占名额",
            "false",
            lambda r: r.honour.recertified,
        ),
        _H(
            "certificate",
            "证书编号",
            Kind.CODE,
            "证书上的编号",
            "SL-2024-01",
            lambda r: r.honour.certificate,
        ),
        _H(
            "state",
            "状态代码",
            Kind.ID,
            "valid、recertified 或 revoked",
            "valid",
            lambda r: honour_state(r.awardee, r.honour).value,
        ),
        _H(
            "state_name",
            "状态",
            Kind.TEXT,
            "有效、复评确认或已撤销",
            "有效",
            lambda r: honour_state(r.awardee, r.honour).word,
        ),
        _H(
            "revoked",
            "撤销日期",
            Kind.DAY,
            "称号被撤销的日期",
            "2023-06-01",
            lambda r: revoked_on(r.awardee, r.honour),
        ),
        _H(
            "revoked_by",
            "撤销公告编号",
            Kind.ID,
            "见公告表",
            "2023-cx-01",
            lambda r: r.revoked_by.id if r.revoked_by else None,
            "notices",
        ),
        _H("ground", "撤销事由", Kind.TEXT, "撤销公告所列事由", "弄虚作假", lambda r: r.ground),
    ),
    _honours,
)
