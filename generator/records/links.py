"""Fields that name another record, a file or addresses: what they point to is in their type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator

from generator.reading.commonmark import html_in
from generator.records.words import FilePath, Id, Text, unfit


@dataclass(frozen=True, slots=True)
class PointsTo:
    """Marks a field as naming a record of `kind`; the register holds every one against it.

    What a text in CommonMark links to is held against the addresses that there will be."""

    kind: str


AwardeeId = Annotated[Id, PointsTo("awardee")]
NoticeId = Annotated[Id, PointsTo("notice")]
RoundId = Annotated[Id, PointsTo("round")]
BodyId = Annotated[Id, PointsTo("body")]
EditionId = Annotated[Id, PointsTo("edition")]
SectorId = Annotated[Id, PointsTo("sector")]
TierId = Annotated[Id, PointsTo("tier")]
HolderKindId = Annotated[Id, PointsTo("holder-kind")]
StepId = Annotated[Id, PointsTo("step")]
File = Annotated[FilePath, PointsTo("file")]
ADDRESS = "address"


def _without_html(text: str) -> str:
    if html := html_in(text).strip().partition("\n")[0]:
        raise unfit(
            "text-html",
            f"“{html[:60]}”是网页代码，在页面上只会照字面显示",
            "请删去，或改用 Markdown 的写法；要讲解代码的，放进一对反引号 ` 里",
            words=html,
        )
    return text


CommonMark = Annotated[Text, AfterValidator(_without_html), PointsTo(ADDRESS)]
"""A text in CommonMark without HTML, which a page shows as HTML: its links lead to addresses."""

WORDS = {
    "awardee": ("获奖者", "awardees/"),
    "notice": ("公告", "notices/"),
    "round": ("评定", "rounds/"),
    "body": ("单位", "bodies.yml"),
    "edition": ("办法版本", "regulation/"),
    "sector": ("行业", "site.yml 的 sectors"),
    "tier": ("奖项", "regulation/ 的 tiers"),
    "holder-kind": ("获奖者类别", "regulation/ 的 holder_kinds"),
    "step": ("培育梯次", "site.yml 的 ladder"),
    "file": ("文件", "files/"),
}
"""For each kind that can be pointed to: its name in a sentence, and where such records lie."""
