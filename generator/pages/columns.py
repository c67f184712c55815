"""The columns (栏目) of the site: what each is called, of which type it is, what it holds.

Types are those of 政府网站发展指引 (国办发〔2017〕47号, annex 2).
"""

from __future__ import annotations

from typing import NamedTuple

from generator.records import ColumnType, Site
from generator.register import Register


class Column(NamedTuple):
    """A column, as the page tags name it."""

    name: str
    description: str
    keywords: tuple[str, ...]
    type: ColumnType


_OWN: dict[str, tuple[str, str, ColumnType]] = {
    "": ("首页", "评定进展、正在公示的名单、最新公告和获奖者", "首页"),
    "notices": ("通知公告", "评定各环节的通知、公示、通报和更正", "通知公告"),
    "awardees": ("获奖风采", "获奖者的称号状态、做法和结果", "工作动态"),
    "rounds": ("评定届次", "历次评定的程序、日期和名额", "工作动态"),
    "cultivation": ("培育提升", "各区、各部门在库培育的组织和个人", "工作动态"),
    "regulation": ("评定办法", "评定管理办法各条的要点和数值", "政策文件"),
    "statistics": ("统计", "按年份、奖项、区和行业统计的荣誉", "数据发布"),
    "data": ("公开数据", "数据表、整包下载、订阅和使用许可", "数据发布"),
    "self-assessment": ("自评报告", "获奖组织每年自评的办法、表单和期限", "办事服务"),
    "search": ("搜索", "查找公告、获奖者、办法条文和说明", "办事服务"),
}
"""For the first part of an address that the program makes itself: name, what is in it, type."""


def empty_columns(register: Register) -> frozenset[str]:
    """The first parts of addresses of columns with nothing in them: they are led to from nowhere.

    An empty column counts as a fault of a government site (国办秘函〔2019〕19号).
    """
    held = {
        "notices": register.notices,
        "awardees": register.awardees,
        "rounds": register.rounds,
        "cultivation": register.pools,
    }
    return frozenset(part for part, records in held.items() if not records)


def column_of(
    site: Site, address: str, title: str, says: str = "", type_: ColumnType = "概况信息"
) -> Column:
    """The column that `address` belongs to: named as the navigation names it, where it does.

    A hand-written page is a column of its own, called by its `title`; `says` tells what it is.
    """
    part = address.strip("/").split("/")[0]
    name, description, type_ = _OWN.get(part, (title, says or title, type_))
    if part:
        entries = (*site.nav, *site.more)
        name = next((e.title for e in entries if e.address == f"/{part}/"), name)
    return Column(name, description, (site.award, site.city, name), type_)
