"""What an organisation answers to one item, and to one heading of 组织概述."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from self_assessment.filing.results import ResultsTable
from self_assessment.filing.values import Key, Line, Part, Percent, Text

Standing = Literal["", "carried_over", "criteria_changed"]
"""Why an answer waits for review: taken from last year (沿用待更新), or its item was reworded."""


class ElementAnswer(Part):
    """The text to one element (方法, 展开 …) and the band that this element suggests, if chosen."""

    text: Text = Field("", title="内容")
    band: Key | None = Field(None, title="要素档位")


class Evidence(Part):
    """One proof: what it is, of which kind, and where it is kept."""

    title: Line = Field("", title="证据名称")
    kind: Line = Field("", title="类型")
    kept: Line = Field("", title="存放处")


class ItemAnswer(Part):
    """The answer to one scored item.

    `elements` is keyed by the ids of the item's rubric. `percent` is the best fit of the whole
    item and never computed from the elements; `band` is the band it lies in.
    """

    elements: dict[Key, ElementAnswer] = Field(default_factory=dict, title="分要素内容")
    strengths: list[Text] = Field(default_factory=list, max_length=200, title="优势")
    improvements: list[Text] = Field(default_factory=list, max_length=200, title="改进空间")
    evidence: list[Evidence] = Field(default_factory=list, max_length=500, title="证据")
    tables: list[ResultsTable] = Field(default_factory=list, max_length=100, title="结果表")
    percent: Percent | None = Field(None, title="得分率")
    band: Key | None = Field(None, title="档位")
    complete: bool = Field(False, title="已写完")
    waits: Standing = Field("", title="待更新")
    secret: bool = Field(False, title="声明为秘密")


class ProfileAnswer(Part):
    """The text under one heading of 组织概述."""

    text: Text = Field("", title="内容")
    waits: Standing = Field("", title="待更新")
    secret: bool = Field(False, title="声明为秘密")
