"""The next number: an id, an 索引号, a 发文字号, after the records there are.

A number goes on from the highest, never into a gap: a gap may be one that was used and withdrawn.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from generator.records import Notice

_NUMBERED = re.compile(r"(.*?)((?:19|20)[0-9]{2})(.*?)(?:-([0-9]+))?")
_WORDS = {
    "征求意见": "zq",
    "申报通知": "sb",
    "推荐公示": "tj",
    "受理名单": "sl",
    "拟奖公示": "gs",
    "表彰通报": "bz",
    "撤销公告": "cx",
    "更正公告": "gz",
    "其他": "qt",
}
"""The letters of each kind of notice, where no record shows the office's own."""


def notice_id(kind: str, year: int, notices: Iterable[Notice], taken: Collection[str]) -> str:
    """The next id for a notice of `kind` in `year`, written as the latest of its kind is."""
    for notice in sorted(notices, key=lambda n: n.published, reverse=True):
        if notice.kind == kind and (match := _NUMBERED.fullmatch(notice.id)):
            stem = f"{match[1]}{year}{match[3]}"
            return numbered(stem, taken, len(match[4] or "") or None)
    return numbered(f"{year}-{_WORDS[kind]}", taken, 2)


def numbered(stem: str, taken: Collection[str], width: int | None) -> str:
    """``stem-NN``, one after the highest in use. Without a width, the stem alone comes first."""
    used = [
        int(match[1] or 1)
        for id_ in taken
        if (match := re.fullmatch(re.escape(stem) + r"(?:-([0-9]+))?", id_))
    ]
    if width is None and not used:
        return stem
    return f"{stem}-{max(used, default=0) + 1:0{width or 1}d}"


def index_number(year: int, notices: Iterable[Notice]) -> str:
    """The next 索引号 of `year`; empty where no notice has one, so that its prefix is unknown."""
    known = sorted((n.published, n.index_number) for n in notices if n.index_number)
    if not known:
        return ""
    organisation = known[-1][1].partition("/")[0]
    head = f"{organisation}/{year}-"
    used = [int(number[len(head) :]) for _, number in known if number.startswith(head)]
    return f"{head}{max(used, default=0) + 1:05d}"


def document_number(year: int, issuer: str, notices: Iterable[Notice]) -> str:
    """The next 发文字号 of an issuer, as an example; empty where it has none so far."""
    known = sorted(
        (n.published, n.document_number)
        for n in notices
        if n.issuer == issuer and n.document_number
    )
    if not known:
        return ""
    head = known[-1][1].partition("〔")[0]
    used = [
        int(match[1])
        for _, number in known
        if (match := re.fullmatch(rf"{re.escape(head)}〔{year}〕([0-9]+)号", number))
    ]
    return f"{head}〔{year}〕{max(used, default=0) + 1}号"
