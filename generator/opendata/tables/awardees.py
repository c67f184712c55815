"""The table of holders. Revoked ones stay in it; of persons only name, unit and post are given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source
from generator.records import Awardee
from generator.register import holder_state


class _Holder(NamedTuple):
    of: Awardee
    source: Source

    @property
    def person(self) -> bool:
        return self.source.is_person(self.of.kind)

    @property
    def dissolved(self) -> bool:
        return any(standing.event == "注销" for standing in self.of.standing)


def _holders(source: Source) -> Iterator[_Holder]:
    return (_Holder(awardee, source) for awardee in source.register.awardees.values())


_C = Column[_Holder]
AWARDEES = Table(
    "awardees",
    "获奖者",
    "全部获奖组织、个人或项目，每行一个；已撤销的保留并写明。个人只公开姓名、工作单位和职务。",
    ("id",),
    (
        _C("id", "编号", Kind.ID, "获奖者的固定编号", "shili-jichuang", lambda r: r.of.id),
        _C("name", "名称", Kind.TEXT, "现用名称；个人为姓名", "示例机床公司", lambda r: r.of.name),
        _C("kind", "类别编号", Kind.ID, "获奖者类别的编号", "leibie", lambda r: r.of.kind),
        _C(
            "kind_name",
            "类别",
            Kind.TEXT,
            "组织、个人等",
            "组织",
            lambda r: r.source.kind_name(r.of.kind),
        ),
        _C(
            "district",
            "所在区编号",
            Kind.ID,
            "所在区、功能区；个人的为其工作单位的",
            "shili-qu",
            lambda r: r.of.district,
            "bodies",
        ),
        _C(
            "district_name",
            "所在区",
            Kind.TEXT,
            "所在区、功能区的简称",
            "示例区",
            lambda r: r.source.district_name(r.of.district),
        ),
        _C(
            "recommended_by",
            "推荐单位编号",
            Kind.ID,
            "推荐参评的单位",
            "shili-qu",
            lambda r: r.of.recommended_by,
            "bodies",
        ),
        _C(
            "recommended_by_name",
            "推荐单位",
            Kind.TEXT,
            "推荐单位的全称",
            "示例区人民政府",
            lambda r: r.source.body_name(r.of.recommended_by),
        ),
        _C("sector", "行业编号", Kind.ID, "行业的编号", "equipment", lambda r: r.of.sector),
        _C(
            "sector_name",
            "行业",
            Kind.TEXT,
            "行业名称",
            "装备制造",
            lambda r: r.source.sector_name(r.of.sector),
        ),
        _C(
            "credit_code",
            "统一社会信用代码",
            Kind.CODE,
            "18 位，按文本处理；个人不填",
            "91990100MA00EXAMP0",
            lambda r: None if r.person else r.of.credit_code,
        ),
        _C("employer", "工作单位", Kind.TEXT, "仅个人", "示例医院", lambda r: r.of.employer),
        _C("post", "职务", Kind.TEXT, "仅个人", "护理部主任", lambda r: r.of.post),
        _C("carried_by", "承担单位", Kind.LIST, "仅项目", "示例公司", lambda r: r.of.carried_by),
        _C(
            "website",
            "网站",
            Kind.WEB,
            "获奖组织自己的网站；个人不填",
            "https://www.example.cn/",
            lambda r: None if r.person else r.of.website,
        ),
        _C(
            "state",
            "状态代码",
            Kind.ID,
            "valid、recertified 或 revoked",
            "valid",
            lambda r: holder_state(r.of).value,
        ),
        _C(
            "state_name",
            "状态",
            Kind.TEXT,
            "有效、复评确认或已撤销；还有一项荣誉有效的不算已撤销",
            "有效",
            lambda r: holder_state(r.of).word,
        ),
        _C(
            "former_names",
            "原名称",
            Kind.LIST,
            "更名以前用过的名称，由早到晚",
            "示例机械厂",
            lambda r: tuple(s.former_name for s in r.of.standing if s.former_name),
        ),
        _C("dissolved", "是否注销", Kind.YES, "组织是否已经注销", "false", lambda r: r.dissolved),
        _C(
            "page",
            "网页",
            Kind.WEB,
            "获奖者在本站的网页",
            "/awardees/shili-jichuang/",
            lambda r: r.source.at(f"awardees/{r.of.id}/"),
        ),
    ),
    _holders,
)
