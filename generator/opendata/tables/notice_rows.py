"""The table of the rows of all lists. Of persons only name, unit and post are given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import table
from generator.opendata.source import Source
from generator.records.notice import Redacted
from generator.register import Identity, Listed, rows_of


class _Row(NamedTuple):
    listed: Listed
    holder: Identity | None
    source: Source

    @property
    def kind(self) -> str | None:
        """The kind of holder that the row is about, where it is told."""
        own = self.listed.row.kind or self.listed.list.kind
        return self.holder.kind if self.holder else own

    @property
    def redacted(self) -> Redacted | None:
        """When the details of one not chosen were taken out of the row, if they were."""
        return self.listed.row.redacted

    def shown(self, field: str) -> str | None:
        """What the row says, else what its holder's record does: as on the notice's page."""
        own: str | None = getattr(self.listed.row, field)
        return own or (getattr(self.holder, field) if self.holder else None)

    def about(self, text: str | None) -> str | None:
        """A text about an organisation. Of persons only name, unit and post are given."""
        return None if self.kind is None or self.source.is_person(self.kind) else text


def _rows(source: Source) -> Iterator[_Row]:
    holders = source.register.identities
    for notice in source.register.notices.values():
        for listed in rows_of(notice):
            yield _Row(listed, holders.get(listed.row.awardee or ""), source)


NOTICE_ROWS = table(
    "notice_rows",
    _rows,
    {
        "notice": lambda r: r.listed.notice.id,
        "list": lambda r: int(r.listed.where[1]) + 1,
        "row": lambda r: int(r.listed.where[3]) + 1,
        "kind_of_notice": lambda r: r.listed.notice.kind,
        "published": lambda r: r.listed.notice.published.date(),
        "round": lambda r: r.listed.notice.round,
        "list_title": lambda r: r.listed.list.title,
        "awardee": lambda r: r.listed.row.awardee,
        "name": lambda r: None if r.redacted else r.source.register.name_of(r.listed.row),
        "kind": lambda r: r.kind,
        "kind_name": lambda r: r.source.kind_name(r.kind),
        "tier": lambda r: r.listed.list.tier,
        "tier_name": lambda r: r.source.tier_name(r.listed.list.tier),
        "district": lambda r: r.shown("district"),
        "district_name": lambda r: r.source.district_name(r.shown("district")),
        "recommended_by": lambda r: r.shown("recommended_by"),
        "recommended_by_name": lambda r: r.source.body_name(r.shown("recommended_by")),
        "sector": lambda r: r.shown("sector"),
        "sector_name": lambda r: r.source.sector_name(r.shown("sector")),
        "employer": lambda r: r.shown("employer"),
        "post": lambda r: r.shown("post"),
        "basics": lambda r: r.about(r.listed.row.basics),
        "deeds": lambda r: r.about(r.listed.row.deeds),
        "recertified": lambda r: r.listed.row.recertified,
        "redacted": lambda r: r.redacted.on if r.redacted else None,
    },
)
