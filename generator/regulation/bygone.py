"""Words that somebody wrote while a period ran, and that are no longer true when it is over.

Pages tell the state of a period by the reader's day; a text says for ever what it said on its own.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.reading.commonmark import links
from generator.records import Notice
from generator.register import Register

_RUNNING = re.compile(r"正在(?:公示|征求意见)")
_NOTICE = re.compile(r"/notices/([a-z0-9-]+)/")


class Bygone(NamedTuple):
    """One place of a text: its line from 0, the words, and what is told of them."""

    line: int
    words: str
    message: str
    remedy: str


def bygone(
    text: str, meant: Iterable[Notice], register: Register, today: dt.date
) -> Iterator[Bygone]:
    """Every place that says that a period runs, where all that it can mean are over on `today`.

    It means those of the notices to which its paragraph links, else of those `meant`.
    """
    for found in _RUNNING.finditer(text):
        begins, ends_at = text.rfind("\n\n", 0, found.start()), text.find("\n\n", found.end())
        paragraph = text[begins + 1 : ends_at if ends_at > 0 else None]
        named = [m[1] for target in links(paragraph) if (m := _NOTICE.match(target))]
        notices = [register.notices[id_] for id_ in named if id_ in register.notices] or meant
        ends = [notice.publicity.last for notice in notices if notice.publicity]
        if ends and max(ends) < today:
            yield Bygone(
                text.count("\n", 0, found.start()),
                found[0],
                f"这里写着“{found[0]}”，{max(ends)} 已经结束",
                "请改成结束后也成立的说法，如写明起止日期；是否正在进行，网页会自己显示",
            )
