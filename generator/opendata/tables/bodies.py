"""The table of bodies. The ways to reach them are those of their offices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source
from generator.records import Body, Contact


class _Body(NamedTuple):
    of: Body
    source: Source


def _bodies(source: Source) -> Iterator[_Body]:
    return (_Body(body, source) for body in source.register.bodies.values())


def _reach(of: Callable[[Contact], str | None]) -> Callable[[_Body], str | None]:
    return lambda row: of(row.of.contact) if row.of.contact else None


_B = Column[_Body]
BODIES = Table(
    "bodies",
    "单位",
    "组织、推荐、培育和发布的各单位；联系方式都是办公用的。",
    ("id",),
    (
        _B("id", "编号", Kind.ID, "单位的固定编号", "shili-qu", lambda r: r.of.id),
        _B("name", "全称", Kind.TEXT, "单位全称", "示例区人民政府", lambda r: r.of.name),
        _B("short", "简称", Kind.TEXT, "单位简称", "示例区", lambda r: r.of.short),
        _B(
            "role",
            "类别",
            Kind.TEXT,
            "区、功能区、部门、协会、评定办公室、评定委员会或政府",
            "区",
            lambda r: r.of.role,
        ),
        _B("code", "行政区划代码", Kind.CODE, "按文本处理", "990102", lambda r: r.of.code),
        _B(
            "quality_office",
            "质量工作机构",
            Kind.TEXT,
            "单位内办理质量工作的机构",
            "示例区质量强区办",
            lambda r: r.of.office,
        ),
        _B(
            "joint_with",
            "合署单位编号",
            Kind.ID,
            "与哪个单位合署",
            "pingding-ban",
            lambda r: r.of.joint_with,
            "bodies",
        ),
        _B(
            "office",
            "联系处室",
            Kind.TEXT,
            "对外联系的处室",
            "质量发展科",
            _reach(lambda c: c.office),
        ),
        _B("address", "地址", Kind.TEXT, "办公地址", "示例路1号", _reach(lambda c: c.address)),
        _B("postcode", "邮编", Kind.CODE, "按文本处理", "000000", _reach(lambda c: c.postcode)),
        _B("phone", "电话", Kind.CODE, "办公电话", "000-00000000", _reach(lambda c: c.phone)),
        _B("email", "邮箱", Kind.TEXT, "办公邮箱", "office@example.cn", _reach(lambda c: c.email)),
        _B(
            "hours",
            "接待时间",
            Kind.TEXT,
            "对外接待的时间",
            "工作日 9:00—17:00",
            _reach(lambda c: c.hours),
        ),
        _B(
            "website",
            "网站",
            Kind.WEB,
            "单位网站",
            "https://www.example.gov.cn/",
            lambda r: r.of.website,
        ),
    ),
    _bodies,
)
