"""The lists of a notice in words: what each is called, how many it counts, its columns."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from generator.records import List, Notice, Row
from generator.register import Register


def heading_of(register: Register, list_: List) -> str:
    """The heading of a list: its own title, else tier and kind in words."""
    if list_.title:
        return list_.title
    tier = register.tiers[list_.tier].name if list_.tier else ""
    kind = register.holder_kinds[list_.kind].name if list_.kind else ""
    return f"{tier}（{kind}）" if tier and kind else tier or kind or "名单"


def count_of(register: Register, list_: List) -> str:
    """共 8 家."""
    counter = register.holder_kinds[list_.kind].counter if list_.kind else "项"
    return f"共 {len(list_.rows)} {counter}"


def day_in_words(on: dt.date) -> str:
    """2026年10月8日, as documents write it."""
    return f"{on.year}年{on.month}月{on.day}日"


def redactions_of(notice: Notice) -> list[str]:
    """When, and on what basis, details were taken out of a notice's lists: a sentence each time."""
    rows = (row for list_ in notice.lists for row in list_.rows)
    times = Counter((row.redacted.on, row.redacted.basis) for row in rows if row.redacted)
    return [
        f"名单中 {count} 名未获奖个人的姓名、单位、事迹等信息已于{day_in_words(on)}删除，"
        f"依据{basis}。其他内容没有改动。"
        for (on, basis), count in sorted(times.items())
    ]


class Column(NamedTuple):
    """A column of a list beside number and name: its head, and what it shows of a row."""

    label: str
    of: Callable[[Row], str]


def columns_of(register: Register, list_: List) -> list[Column]:
    """The columns that any row of a list fills: empty columns are not shown."""

    def body(id_: str | None) -> str:
        return register.bodies[id_].short if id_ else ""

    def sector(id_: str | None) -> str:
        return register.sectors[id_].name if id_ else ""

    def shown(row: Row, field: str) -> str | None:
        own: str | None = getattr(row, field)
        holder = register.identities[row.awardee] if row.awardee else None
        return own or (getattr(holder, field) if holder else None)

    columns = [
        Column("工作单位", lambda row: shown(row, "employer") or ""),
        Column("职务", lambda row: shown(row, "post") or ""),
        Column("所在区", lambda row: body(shown(row, "district"))),
        Column("行业", lambda row: sector(shown(row, "sector"))),
        Column("推荐单位", lambda row: body(shown(row, "recommended_by"))),
        Column("基本情况", lambda row: row.basics or ""),
        Column("简要事迹", lambda row: row.deeds or ""),
    ]
    return [column for column in columns if any(column.of(row) for row in list_.rows)]
