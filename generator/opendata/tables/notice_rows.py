"""The table of the rows of all lists. Of persons only name, unit and post are given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source
from generator.register import Identity, Listed, rows_of


class _Row(NamedTuple):
    listed: Listed
    holder: Identity | None
    source: Source

    @property
    def kind(self) -> str | None:
        """The kind of holder that the row is about, where it is told."""
        own = self.listed.row.kind or self.listed.list.kind
        return self.holder.kind if self.holder else own

    def shown(self, field: str) -> str | None:
        """What the row says, else what its holder's record does: as on the notice's page."""
        own: str | None = getattr(self.listed.row, field)
        return own or (getattr(self.holder, field) if self.holder else None)

    def about(self, text: str | None) -> str | None:
        """A text about an organisation. Of persons only name, unit and post are given."""
        return None if self.kind is None or self.source.is_person(self.kind) else text


def _rows(source: Source) -> Iterator[_Row]:
    holders = source.register.identities
    for notice in source.register.notices.values():
        for listed in rows_of(notice):
            yield _Row(listed, holders.get(listed.row.awardee or ""), source)


_R = Column[_Row]
NOTICE_ROWS = Table(
    "notice_rows",
    "名单",
    "公告所附名单，每行一个组织、个人或项目。次序不是排名。个人只公开姓名、工作单位和职务。",
    ("notice", "list", "row"),
    (
        _R(
            "notice",
            "公告编号",
            Kind.ID,
            "见公告表",
            "2026-gs-01",
            lambda r: r.listed.notice.id,
            "notices",
        ),
        _R(
            "list",
            "第几份名单",
            Kind.WHOLE,
            "公告里的第几份名单",
            "1",
            lambda r: int(r.listed.where[1]) + 1,
        ),
        _R(
            "row",
            "第几行",
            Kind.WHOLE,
            "名单里的第几行，不是排名",
            "1",
            lambda r: int(r.listed.where[3]) + 1,
        ),
        _R(
            "kind_of_notice",
            "公告种类",
            Kind.TEXT,
            "公告种类",
            "拟奖公示",
            lambda r: r.listed.notice.kind,
        ),
        _R(
            "published",
            "发布日期",
            Kind.DAY,
            "公告的发布日期",
            "2026-10-09",
            lambda r: r.listed.notice.published.date(),
        ),
        _R(
            "round",
            "评定编号",
            Kind.ID,
            "所属评定，见评定表",
            "2026",
            lambda r: r.listed.notice.round,
            "rounds",
        ),
        _R(
            "list_title",
            "小标题",
            Kind.TEXT,
            "这份名单自己的标题",
            "拟奖组织",
            lambda r: r.listed.list.title,
        ),
        _R(
            "awardee",
            "获奖者编号",
            Kind.ID,
            "有记录的获奖者，见获奖者表；未获奖的不填",
            "shili-jichuang",
            lambda r: r.listed.row.awardee,
            "awardees",
        ),
        _R(
            "name",
            "名称",
            Kind.TEXT,
            "组织、项目名称或个人姓名",
            "示例机床公司",
            lambda r: r.source.register.name_of(r.listed.row),
        ),
        _R("kind", "类别编号", Kind.ID, "获奖者类别的编号", "leibie", lambda r: r.kind),
        _R(
            "kind_name",
            "类别",
            Kind.TEXT,
            "组织、个人等",
            "组织",
            lambda r: r.source.kind_name(r.kind),
        ),
        _R("tier", "奖项编号", Kind.ID, "奖项的编号", "award", lambda r: r.listed.list.tier),
        _R(
            "tier_name",
            "奖项",
            Kind.TEXT,
            "奖项名称",
            "市长质量奖",
            lambda r: r.source.tier_name(r.listed.list.tier),
        ),
        _R(
            "district",
            "所在区编号",
            Kind.ID,
            "见单位表",
            "shili-qu",
            lambda r: r.shown("district"),
            "bodies",
        ),
        _R(
            "district_name",
            "所在区",
            Kind.TEXT,
            "所在区、功能区的简称",
            "示例区",
            lambda r: r.source.district_name(r.shown("district")),
        ),
        _R(
            "recommended_by",
            "推荐单位编号",
            Kind.ID,
            "见单位表",
            "shili-qu",
            lambda r: r.shown("recommended_by"),
            "bodies",
        ),
        _R(
            "recommended_by_name",
            "推荐单位",
            Kind.TEXT,
            "推荐单位的全称",
            "示例区人民政府",
            lambda r: r.source.body_name(r.shown("recommended_by")),
        ),
        _R("sector", "行业编号", Kind.ID, "行业的编号", "equipment", lambda r: r.shown("sector")),
        _R(
            "sector_name",
            "行业",
            Kind.TEXT,
            "行业名称",
            "装备制造",
            lambda r: r.source.sector_name(r.shown("sector")),
        ),
        _R("employer", "工作单位", Kind.TEXT, "仅个人", "示例医院", lambda r: r.shown("employer")),
        _R("post", "职务", Kind.TEXT, "仅个人", "护理部主任", lambda r: r.shown("post")),
        _R(
            "basics",
            "基本情况",
            Kind.PROSE,
            "仅组织和项目",
            "示例组织，主营机床",
            lambda r: r.about(r.listed.row.basics),
        ),
        _R(
            "deeds",
            "简要事迹",
            Kind.PROSE,
            "仅组织和项目",
            "三级看板管理",
            lambda r: r.about(r.listed.row.deeds),
        ),
        _R(
            "recertified",
            "是否复评",
            Kind.YES,
            "列入名单是因为复评",
            "false",
            lambda r: r.listed.row.recertified,
        ),
    ),
    _rows,
)
