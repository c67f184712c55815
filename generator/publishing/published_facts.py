"""What must not move once published: held against the site that is live.

A publication time that moves is a forged one, and an index number that is given twice leads to the
wrong document (国办秘函〔2019〕19号 counts the first among the grave faults of a site). What was
published is read from the live site itself, so that it is known even where a record was changed. It
reaches as far back as that site does: where there is none yet, or a notice was taken away under a
warning, nothing is remembered of it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.opendata import CITY_TIME
from generator.problems import Level, Problem
from generator.reading import Lines
from generator.register import Register

PUBLISHED = "data/disclosure.json"
BASIS = "国办秘函〔2019〕19号"


def republished_otherwise(
    content: Path, out: Path, register: Register, now: dt.datetime
) -> Iterator[Problem]:
    """A problem for each thing that the site in `out` has published otherwise, as of `now`.

    What is dated later than `now` is not out yet, and may still change.
    """
    lines = Lines(content)
    live = {row.id: row for row in _live(out) if row.published <= now}
    numbers = {row.index_number: id_ for id_, row in live.items() if row.index_number}
    for id_, notice in register.notices.items():
        place = register.places["notice", id_].path

        def problem(
            key: str, code: str, message: str, remedy: str, value: str, place: str = place
        ) -> Problem:
            file = (content / place).as_posix()
            line = lines.of(place, (key,))
            return Problem(file, line, Level.ERROR, code, message, remedy, value, BASIS)

        row = live.get(id_)
        if row and row.published != notice.published:
            was, is_ = f"{row.published:%Y-%m-%d %H:%M}", f"{notice.published:%Y-%m-%d %H:%M}"
            yield problem(
                "published",
                "steadfast-published",
                f"已发布的时间“{was}”改成了“{is_}”",
                "发布时间一经发布不再改动，请改回；内容有误的发更正公告",
                is_,
            )
        holder = numbers.get(notice.index_number or "", id_)
        if holder != id_:
            yield problem(
                "index_number",
                "steadfast-index",
                f"索引号“{notice.index_number}”已随“{holder}”发布过",
                "索引号不再用于别的公告，请另编",
                notice.index_number or "",
            )
    if gone := sorted(live.keys() - register.notices.keys()):
        shown = "、".join(f"“{id_}”" for id_ in gone[:3]) + ("等" if len(gone) > 3 else "")
        yield Problem(
            (content / "notices").as_posix(),
            1,
            Level.WARNING,
            "steadfast-gone",
            f"已发布的公告 {shown} 共 {len(gone)} 份没有记录了，它们的网页会消失",
            "公告只更正、归档，不删除；请把记录放回来",
            "",
            BASIS,
        )


class _Row(NamedTuple):
    """What the live site says of a notice, in the city's own time; 00:00 where a day is known."""

    id: str
    published: dt.datetime
    index_number: str


def _live(out: Path) -> Iterator[_Row]:
    """The index that the live site offers. What cannot be read there says nothing."""
    try:
        rows = json.loads((out / PUBLISHED).read_bytes())
    except (OSError, ValueError):
        return
    for row in rows if isinstance(rows, list) else ():
        with suppress(KeyError, TypeError, ValueError):
            told = dt.datetime.fromisoformat(row["published_at"] or row["published"])
            own = told.astimezone(CITY_TIME).replace(tzinfo=None) if told.tzinfo else told
            yield _Row(str(row["id"]), own, row["index_number"] or "")
