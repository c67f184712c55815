"""Texts and tables of commas, in the encodings in which offices save them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from generator.privacy.attachments.limits import Unscannable
from generator.privacy.attachments.paragraphs import single
from generator.privacy.attachments.told import numbers_at
from generator.privacy.finding import Finding

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def encoding_of(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or GBK. Raises Unscannable for bytes that are none of these."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    for name in ("utf-8", "gb18030"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return name
    raise Unscannable(
        "attachment-encoding", "不是 UTF-8 或 GBK 的文本", "请另存为“UTF-8”编码的文本"
    )


def decoded(data: bytes) -> str:
    """The text of a file. Raises Unscannable."""
    try:
        return data.decode(encoding_of(data))
    except UnicodeDecodeError:
        raise Unscannable(
            "attachment-encoding", "文本的编码前后不一", "请另存为“UTF-8”编码的文本"
        ) from None


def text(data: bytes) -> Iterator[Finding]:
    """What a ``.txt`` holds: line by line, then numbers that go over a line's end."""
    whole = decoded(data)
    seen = set()
    for number, line in enumerate(whole.splitlines(), 1):
        for one in numbers_at(line, f"第 {number} 行"):
            seen.add(one.shown)
            yield one
    for one in numbers_at(whole, "跨行处"):
        if one.shown not in seen:
            yield one


def table(data: bytes) -> Iterator[Finding]:
    """What a ``.csv`` holds, by row and column."""
    rows = csv.reader(io.StringIO(decoded(data), newline=""))
    headings: list[str] = []
    try:
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row, 1):
                called = headings[column - 1] if column <= len(headings) else ""
                yield from numbers_at(cell, f"第 {number} 行第 {column} 列", called)
            yield from numbers_at(single(row), f"第 {number} 行各格")
            if not headings and sum(bool(re.fullmatch(r"[^0-9]{2,24}", cell)) for cell in row) > 1:
                headings = row
    except csv.Error:
        yield from text(data)
