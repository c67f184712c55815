"""Bodies: districts, zones, departments, associations, and those who run and decide the award."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.records.allowance import Allowances
from generator.records.links import BodyId
from generator.records.regulation import BodyRole
from generator.records.site import Contact
from generator.records.words import Id, Line, Name, Record, Text, Web, Whole, unfit


def _tile(value: Any) -> Any:
    if not isinstance(value, (list, tuple)) or len(value) != 2 or "0" in map(str, value):
        raise unfit(
            "tile-form", "地图方格应是两个整数", "写成 [列, 行]，如 [2, 1]，左上角是 [1, 1]"
        )
    return value


Tile = Annotated[
    tuple[Whole, Whole],
    BeforeValidator(_tile),
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": "integer", "minimum": 1},
            "minItems": 2,
            "maxItems": 2,
        }
    ),
]
"""A place in the tile map of the city: column and row, counted from 1 at the top left."""


class BodyConfidential(Record):
    """What the office holds about a body and never publishes."""

    liaison: Name | None = Field(None, title="联系人")
    phone: Line | None = Field(None, title="联系人电话")
    notes: Text | None = Field(None, title="备注")


class Body(Record):
    """A body that recommends, cultivates or issues (articles 7 to 10, 16, 17)."""

    id: Id = Field(title="编号")
    name: Name = Field(title="全称")
    short: Name = Field(title="简称")
    role: BodyRole = Field(title="类别")
    code: Line | None = Field(None, title="行政区划代码", description="决定排列次序")
    office: Name | None = Field(None, title="质量工作机构", description="如 区质量强区办")
    joint_with: BodyId | None = Field(None, title="合署的单位")
    contact: Contact | None = Field(None, title="联系方式")
    website: Web | None = Field(None, title="网站")
    tile: Tile | None = Field(
        None,
        title="地图方格",
        description="[列, 行]，从左上角的 [1, 1] 数起；统计页按它画各区的方格图",
    )
    confidential: BodyConfidential | None = Field(None, title="不公开")


class Bodies(Record):
    """``bodies.yml``, or any file below ``bodies/``: a list of bodies."""

    bodies: tuple[Body, ...] = Field(title="单位")
    privacy_allowed: Allowances = Field((), title="允许公开的个人信息")
