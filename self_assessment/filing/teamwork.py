"""Several people at one filing: parts that departments take, assessments, and the consensus."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from self_assessment.filing.values import Key, Line, Moment, Part, Percent, Text


class Opinion(Part):
    """What one assessor thinks of one item."""

    percent: Percent | None = Field(None, title="得分率")
    strengths: Text = Field("", title="优势")
    improvements: Text = Field("", title="改进空间")
    note: Text = Field("", title="说明")


class Assessment(Part):
    """One assessor's opinions, by item id. Kept as it came in, whatever the consensus says."""

    id: Key = Field(title="编号")
    assessor: Line = Field(title="评分人")
    at: Moment = Field(title="时间")
    items: dict[Key, Opinion] = Field(default_factory=dict, title="各条款意见")


class Consensus(Part):
    """What the assessors agreed on for one item: a record of its own beside its inputs.

    `inputs` repeats the percent of each assessor at that moment, by assessment id; `spread` is
    the greatest less the smallest of them, in percent points.
    """

    percent: Percent = Field(title="商定得分率")
    reasons: Text = Field("", title="商定理由")
    inputs: dict[Key, Percent] = Field(default_factory=dict, title="各人得分率")
    spread: int = Field(0, ge=0, le=100, title="分差")
    by: Line = Field("", title="主持人")
    at: Moment = Field(title="时间")


class Assignment(Part):
    """A part of a filing that a department takes away to write, and brings back to be merged."""

    kind: Literal["writing", "assessing"] = Field("writing", title="分工")
    taken_by: Line = Field(title="承担部门或评分人")
    items: list[Key] = Field(default_factory=list, max_length=200, title="条款")
    headings: list[Key] = Field(default_factory=list, max_length=100, title="组织概述标题")
    taken_at: Moment = Field(title="导出时间")
