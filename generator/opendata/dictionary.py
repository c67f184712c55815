"""The field dictionary: every column of every table, made from the very definitions of the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.opendata.csv_file import csv_file, guarded
from generator.opendata.json_file import json_rows
from generator.opendata.tables import TABLES

HEADS = ("数据表", "数据表名称", "字段名", "中文名", "类型", "说明", "示例")
_KEYS = ("table", "table_title", "field", "name", "type", "says", "example")


def fields() -> Iterator[Sequence[str]]:
    """One row a column, in the order of the tables, under `HEADS`."""
    for table in TABLES:
        for c in table.columns:
            yield table.name, table.title, c.key, c.name, c.kind.word, c.says, c.example


def dictionary_as_csv() -> bytes:
    """``/data/dictionary.csv``, with Chinese heads: it is read by people."""
    return csv_file(HEADS, ([guarded(cell) for cell in row] for row in fields()))


def dictionary_as_json() -> bytes:
    """``/data/dictionary.json``, with English keys: it is read by programs."""
    return json_rows(dict(zip(_KEYS, row, strict=True)) for row in fields())
