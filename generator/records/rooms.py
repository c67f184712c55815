"""The rooms of the content folder: which record a file holds, told by where it lies."""

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
class Room:
    """One kind of record: its name for programs and readers, its model, and where it lies.

    `named_by` is the field that must equal the file's name; None where the name is free.
    """

    kind: str
    word: str
    model: type[Record]
    where: str
    pattern: re.Pattern[str]
    named_by: str | None = None


def _room(
    kind: str, word: str, model: type[Record], where: str, pattern: str, named_by: str | None = None
) -> Room:
    return Room(kind, word, model, where, re.compile(pattern), named_by)


ROOMS = (
    _room("site", "站点", Site, "site.yml", r"site\.yml"),
    _room("edition", "办法版本", Edition, "regulation/<编号>.yml", r"regulation/[^/]+\.yml", "id"),
    _room("holidays", "节假日", Holidays, "holidays/<年>.yml", r"holidays/[^/]+\.yml", "year"),
    _room("body", "单位", Bodies, "bodies.yml 或 bodies/*.yml", r"bodies(?:/.+)?\.yml"),
    _room("round", "评定", Round, "rounds/<年>.yml", r"rounds/[^/]+\.yml", "id"),
    _room(
        "notice", "公告", Notice, "notices/<年>/<编号>.yml", r"notices/[0-9]{4}/[^/]+\.yml", "id"
    ),
    _room("awardee", "获奖者", AwardeeRecord, "awardees/<编号>.yml", r"awardees/.+\.yml", "id"),
    _room("pool", "培育库", Pool, "cultivation/<单位>.yml", r"cultivation/[^/]+\.yml", "body"),
    _room("internal", "内部记录", Internal, "confidential/*.yml", r"confidential/.+\.yml"),
)


_BY_FOLDER = {re.split(r"[/.]", room.where)[0].split(" ")[0]: room for room in ROOMS}


def room_of(path: str) -> Room | None:
    """The room a path of the content folder lies in, or None where no record is kept there."""
    room = _BY_FOLDER.get(path.split("/", 1)[0].removesuffix(".yml"))
    return room if room and room.pattern.fullmatch(path) else None
