"""The table of notices, with the fields of information disclosure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import table
from generator.opendata.source import Source, moment
from generator.records import Notice
from generator.register.notice_slugs import KIND_SLUGS


class Published(NamedTuple):
    """A notice, with what looks up the names in it."""

    of: Notice
    source: Source


def _notices(source: Source) -> Iterator[Published]:
    return (Published(notice, source) for notice in source.register.notices.values())


def _corrected_by(row: Published) -> tuple[str, ...]:
    return tuple(n.id for n in row.source.register.corrections.get(row.of.id, ()))


NOTICES = table(
    "notices",
    _notices,
    {
        "id": lambda r: r.of.id,
        "kind": lambda r: KIND_SLUGS[r.of.kind],
        "kind_name": lambda r: r.of.kind,
        "title": lambda r: r.of.title,
        "round": lambda r: r.of.round,
        "issuer": lambda r: r.of.issuer,
        "issuer_name": lambda r: r.source.body_name(r.of.issuer),
        "document_number": lambda r: r.of.document_number,
        "index_number": lambda r: r.of.index_number,
        "topic": lambda r: r.of.topic,
        "keywords": lambda r: r.of.keywords,
        "made": lambda r: r.of.made,
        "published": lambda r: r.of.published.date(),
        "published_at": lambda r: moment(r.of) if r.of.hour_known else None,
        "validity": lambda r: r.of.validity,
        "openness": lambda r: r.of.openness,
        "source": lambda r: r.of.source,
        "follows": lambda r: r.of.follows,
        "corrects": lambda r: r.of.corrects,
        "corrected_by": lambda r: tuple(
            n.id for n in r.source.register.corrections.get(r.of.id, ())
        ),
        "rows": lambda r: sum(len(each.rows) for each in r.of.lists),
        "page": lambda r: r.source.at(f"notices/{r.of.id}/"),
        "redacted": lambda r: r.of.redacted_on,
    },
)
