"""A criteria set: what a self-assessment answers, item by item, and by which rubric.

Set -> category -> item -> rubric -> elements and bands. Nothing of one edition is in code: not the
number of items, not the total. `points` may be absent (Baldrige 2025 has none); then items have a
percent only and there is no total.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, computed_field

from generator.records.words import Day, Line, Name, Record, Text, Whole, unfit

_KEY = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"


def _key(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not re.fullmatch(_KEY, text):
        raise unfit(
            "key-form",
            f"编号“{text[:70]}”的写法不对",
            "只用字母、数字、点、下划线和连字符，不超过 64 个字符，如 4.1.2",
        )
    return text


Key = Annotated[
    str, BeforeValidator(_key), WithJsonSchema({"type": "string", "pattern": f"^{_KEY}$"})
]
"""The id of a set, category, item, heading, rubric, element or band, as filings name it."""

Lines = tuple[Line, ...]
ItemKind = Literal["process", "result"]


class CriteriaRecord(Record):
    """A part of a set. In JSON every key is there, filled in or not."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class Verified(CriteriaRecord):
    """Who held the set against the printed standard, and when. Absent until somebody did."""

    by: Name = Field(title="核对人")
    on: Day = Field(title="核对日期")


class Band(CriteriaRecord):
    """A range of percents that share their words in the rubric, both ends included."""

    id: Key = Field(title="编号")
    low: Whole = Field(title="下限")
    high: Whole = Field(title="上限")


class RubricElement(CriteriaRecord):
    """One side from which an item is judged: 方法, 展开 … or 水平, 趋势 …"""

    id: Key = Field(title="编号")
    name: Name = Field(title="名称")
    says: Text = Field("", title="说明")


class Rubric(CriteriaRecord):
    """What each band looks like from each element: `bands` by band id, then by element id."""

    name: Name = Field(title="名称")
    elements: tuple[RubricElement, ...] = Field(title="要素")
    bands: dict[Key, dict[Key, Line]] = Field(title="各档说明")


class Heading(CriteriaRecord):
    """One heading of 组织概述."""

    id: Key = Field(title="编号")
    name: Name = Field(title="名称")
    asks: Text = Field("", title="要写什么")


class HeadingGroup(CriteriaRecord):
    """Headings that belong together."""

    id: Key = Field(title="编号")
    name: Name = Field(title="名称")
    headings: tuple[Heading, ...] = Field(title="标题")


class Profile(CriteriaRecord):
    """组织概述. `limit` is the usual length in characters: shown, never enforced."""

    name: Name = Field(title="名称")
    limit: Whole | None = Field(None, title="通常字数")
    groups: tuple[HeadingGroup, ...] = Field((), title="分组")


class Limits(CriteriaRecord):
    """Lengths usual elsewhere, in characters: shown, never enforced."""

    report: Whole | None = Field(None, title="全文通常字数")


class Item(CriteriaRecord):
    """One scored item, with help to answer it. Guidance is keyed by the rubric's elements."""

    id: Key = Field(title="编号")
    name: Name = Field(title="名称")
    points: Whole | None = Field(None, title="分值")
    kind: ItemKind = Field(title="类别")
    rubric: Key = Field(title="评分要点")
    about: Text = Field("", title="这一条讲什么")
    looks_for: dict[Key, Lines] = Field(default_factory=dict, title="评审看什么")
    weaknesses: dict[Key, Lines] = Field(default_factory=dict, title="常见不足")
    evidence: Lines = Field((), title="常用证据")
    questions: Lines = Field((), title="自问")
    links: tuple[Key, ...] = Field((), title="相关条款")


class Category(CriteriaRecord):
    """A category: its points are the sum of those of its items."""

    id: Key = Field(title="编号")
    name: Name = Field(title="名称")
    points: Whole | None = Field(None, title="分值")
    items: tuple[Item, ...] = Field(title="条款")


class CriteriaSet(CriteriaRecord):
    """One edition of criteria. Immutable once in use: a new edition is a new set."""

    id: Key = Field(title="编号")
    name: Name = Field(title="名称")
    standard: Line = Field(title="标准号")
    edition: Line = Field(title="版次")
    valid_from: Day | None = Field(None, title="实施日期")
    retired: Day | None = Field(None, title="停用日期")
    verified: Verified | None = Field(None, title="与标准文本核对")
    step: Whole = Field(5, title="得分率的级差")
    bands: tuple[Band, ...] = Field(title="档位")
    rubrics: dict[Key, Rubric] = Field(title="评分要点")
    profile: Profile | None = Field(None, title="组织概述")
    limits: Limits = Field(default_factory=lambda: Limits.model_validate({}), title="篇幅")
    categories: tuple[Category, ...] = Field(title="类目")

    @computed_field  # type: ignore[prop-decorator]
    @property
    def digest(self) -> str:
        """SHA-256 in hex of the categories and items: ids, points and kinds, in order.

        Wording is not in it: guidance may be bettered in the middle of a year without making the
        filings begun with it foreign.
        """
        shape = [
            [[category.id, category.points] for category in self.categories],
            [[item.id, item.points, item.kind] for item in self.items],
        ]
        text = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def items(self) -> Iterator[Item]:
        """Every item, in order."""
        for category in self.categories:
            yield from category.items

    @property
    def headings(self) -> Iterator[Heading]:
        """Every heading of 组织概述, in order."""
        for group in self.profile.groups if self.profile else ():
            yield from group.headings

    @property
    def total(self) -> int | None:
        """The points of the whole set; None where its items have none."""
        points = [item.points for item in self.items]
        return None if None in points else sum(p for p in points if p is not None)
