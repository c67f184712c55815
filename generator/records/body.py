"""Bodies: districts, zones, departments, associations, and those who run and decide the award."""

from __future__ import annotations

from pydantic import Field

from generator.records.links import BodyId
from generator.records.regulation import BodyRole
from generator.records.site import Contact
from generator.records.words import Id, Line, Name, Record, Text, Web


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
    confidential: BodyConfidential | None = Field(None, title="不公开")


class Bodies(Record):
    """``bodies.yml``, or any file below ``bodies/``: a list of bodies."""

    bodies: tuple[Body, ...] = Field(title="单位")
