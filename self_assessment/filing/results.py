"""Results as tables: what a result item stands on.

Numbers are exact decimals as strings; an empty string is a year without a figure.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from self_assessment.filing.values import Key, Line, Part, Text, Year

Figure = Annotated[str, Field(pattern=r"^(-?[0-9]{1,15}(\.[0-9]{1,8})?)?$")]
Good = Literal["up", "down", "target"]
"""The direction of good: the more the better, the less the better, the nearer to the target."""


class Benchmark(Part):
    """A value to compare with, and its source: a competitor, a best, a mean."""

    value: Figure = Field("", title="对比值")
    source: Line = Field("", title="对比数据来源")


class Indicator(Part):
    """One line of a table: an indicator over the years of its table."""

    name: Line = Field("", title="指标")
    unit: Line = Field("", title="单位")
    good: Good = Field("up", title="好的方向")
    values: list[Figure] = Field(default_factory=list, max_length=12, title="各年数值")
    target: Figure = Field("", title="目标值")
    benchmark: Benchmark = Field(default_factory=lambda: Benchmark(), title="对比")


class ResultsTable(Part):
    """A table of results of one item. `values` of each indicator follow `years`, oldest first."""

    id: Key = Field(title="表编号")
    title: Line = Field("", title="表名")
    years: list[Year] = Field(min_length=1, max_length=12, title="年份")
    rows: list[Indicator] = Field(default_factory=list, max_length=200, title="指标")
    note: Text = Field("", title="说明")
    secret: bool = Field(False, title="声明为秘密")

    @model_validator(mode="after")
    def _as_wide_as_its_years(self) -> ResultsTable:
        if any(len(row.values) != len(self.years) for row in self.rows):
            raise ValueError("每个指标的数值个数应与年份个数相同")
        return self
