"""The kinds of record: which record a file holds, told by where it lies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.records.awardee import AwardeeRecord
from generator.records.body import Bodies
from generator.records.confidential import Internal
from generator.records.cultivation import Pool
from generator.records.notice import Notice
from generator.records.regulation import Edition, Holidays
from generator.records.round import Round
from generator.records.site import Site
from generator.records.words import Record


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record: its name for programs and readers, its model, and where it lies.

    `named_by` is the field that must equal the file's name; None where the name is free.
    """

    kind: str
    word: str
    model: type[Record]
    where: str
    pattern: re.Pattern[str]
    named_by: str | None = None


def _kind(
    kind: str, word: str, model: type[Record], where: str, pattern: str, named_by: str | None = None
) -> RecordKind:
    return RecordKind(kind, word, model, where, re.compile(pattern), named_by)


RECORD_KINDS = (
    _kind("site", "站点", Site, "site.yml", r"site\.yml"),
    _kind("edition", "办法版本", Edition, "regulation/<编号>.yml", r"regulation/[^/]+\.yml", "id"),
    _kind("holidays", "节假日", Holidays, "holidays/<年>.yml", r"holidays/[^/]+\.yml", "year"),
    _kind("body", "单位", Bodies, "bodies.yml 或 bodies/*.yml", r"bodies(?:/.+)?\.yml"),
    _kind("round", "评定", Round, "rounds/<年>.yml", r"rounds/[^/]+\.yml", "id"),
    _kind(
        "notice", "公告", Notice, "notices/<年>/<编号>.yml", r"notices/[0-9]{4}/[^/]+\.yml", "id"
    ),
    _kind("awardee", "获奖者", AwardeeRecord, "awardees/<编号>.yml", r"awardees/.+\.yml", "id"),
    _kind("pool", "培育库", Pool, "cultivation/<单位>.yml", r"cultivation/[^/]+\.yml", "body"),
    _kind("internal", "内部记录", Internal, "confidential/*.yml", r"confidential/.+\.yml"),
)


_BY_FOLDER = {
    re.split(r"[/.]", record_kind.where)[0].split(" ")[0]: record_kind
    for record_kind in RECORD_KINDS
}


def record_kind_of(path: str) -> RecordKind | None:
    """The kind of record at a path of the content folder; None where none is kept there."""
    record_kind = _BY_FOLDER.get(path.split("/", 1)[0].removesuffix(".yml"))
    return record_kind if record_kind and record_kind.pattern.fullmatch(path) else None
