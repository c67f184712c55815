"""Something that must not be published, with its place in a file: never the thing itself."""

from __future__ import annotations

from typing import NamedTuple

from generator.privacy.match import Match
from generator.problems import Level

ALLOWING = "确需公开的，在记录的 privacy_allowed 里写明理由"
UNREAD = "privacy-unread"
"""The code of what a reader would see in a file and the scan does not."""


class Finding(NamedTuple):
    """One thing in one file.

    `place` is where, in words (工作表“名单”单元格 F12), empty where `line` tells all; `message`
    says what is there; `shown` is the form in which an allowance names it.
    """

    code: str
    level: Level
    line: int
    place: str
    message: str
    shown: str
    remedy: str


def finding(found: Match, line: int, place: str, remedy: str = "") -> Finding:
    """A personal number at its place."""
    kind = found.kind
    message = f"有{kind.word}“{found.masked}”"
    remedy = remedy or f"请删去，或改成引号里的写法；{ALLOWING}"
    return Finding(f"privacy-{kind.value}", kind.level, line, place, message, found.masked, remedy)
