"""A column and a table: the one definition that data, dictionary and data package are made from.

What a table and its columns are called and tell of stands in ``tables/tables.yml``, how a value is
found in the module of the table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.opendata.source import Source
from generator.reading import read_tree

T = TypeVar("T")

Value = str | int | dt.date | tuple[str, ...] | None
"""What may stand in a cell. A `datetime` among the dates carries the city's offset; None is
“not known, or not given”; a bool is a whole number that only 是否 columns hold."""


class Kind(Enum):
    """What a column holds: its word in the dictionary, its type in Table Schema, its width."""

    ID = ("编号", "string", 20)
    CODE = ("代码", "string", 24)
    TEXT = ("文本", "string", 28)
    PROSE = ("长文本", "string", 60)
    LIST = ("列表", "string", 32)
    WEB = ("网址", "string", 42)
    WHOLE = ("整数", "integer", 8)
    YEAR = ("年份", "integer", 8)
    YES = ("是否", "boolean", 8)
    DAY = ("日期", "date", 12)
    MOMENT = ("时间", "datetime", 18)

    def __init__(self, word: str, schema_type: str, width: int) -> None:
        self.word = word
        self.schema_type = schema_type
        self.width = width

    @property
    def is_text(self) -> bool:
        """Whether its values are written as text, whatever they look like."""
        return self.schema_type == "string"


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: key (in CSV and JSON, never changed), Chinese name, kind, meaning, example.

    `of` gives its value for a row. `refers` names the table whose `id` it holds, if any.
    """

    key: str
    name: str
    kind: Kind
    says: str
    example: str
    of: Callable[[T], Value]
    refers: str = ""


@dataclass(frozen=True)
class Table(Generic[T]):
    """One table: ``/data/<name>.csv`` and its like.

    `key` are the columns that tell a row from every other; none where rows have no such name.
    """

    name: str
    title: str
    says: str
    key: tuple[str, ...]
    columns: Sequence[Column[T]]
    rows: Callable[[Source], Iterable[T]]

    def values(self, source: Source) -> list[tuple[Value, ...]]:
        """The cells of every row, in the order of the columns."""
        of = [column.of for column in self.columns]
        return [tuple([value(row) for value in of]) for row in self.rows(source)]


def table(
    name: str, rows: Callable[[Source], Iterable[T]], of: Mapping[str, Callable[[T], Value]]
) -> Table[T]:
    """The table `name` of ``tables.yml``, its rows, and how each of its columns finds its value."""
    told = _tables()
    of_it = told[name]
    columns = [_column(told, entry, of) for entry in of_it["columns"]]
    assert [column.key for column in columns] == [*of]
    return Table(name, of_it["title"], of_it["says"], tuple(of_it["key"]), columns, rows)


@cache
def _tables() -> Any:
    return read_tree((Path(__file__).parent / "tables" / "tables.yml").read_bytes())


def _column(told: Any, entry: Any, of: Mapping[str, Callable[[T], Value]]) -> Column[T]:
    if like := entry.get("like"):  # a column of another table
        table_, _, key = like.partition(".")
        entry = next(one for one in told[table_]["columns"] if one["key"] == key) | entry
    key, kind = entry["key"], Kind[entry["kind"]]
    says, example = entry["says"], entry["example"]
    return Column(key, entry["name"], kind, says, example, of[key], entry.get("refers", ""))
