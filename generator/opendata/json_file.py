"""A table as JSON: a list of objects, one a line, with the same keys in every one."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.opendata.column import Column, Value


def table_as_json(columns: Sequence[Column[Any]], rows: Iterable[tuple[Value, ...]]) -> bytes:
    """Days and moments in the form of ISO 8601, lists as lists, what is not known as null."""
    keys = [column.key for column in columns]
    return json_rows(dict(zip(keys, row, strict=True)) for row in rows)


def json_rows(objects: Iterable[Mapping[str, Any]]) -> bytes:
    """A list of objects, one a line."""
    lines = ",\n".join([_ENCODER.encode(each) for each in objects])
    return f"[\n{lines}\n]\n".encode() if lines else b"[]\n"


def _iso(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"a cell cannot hold {type(value).__name__}")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_iso)
