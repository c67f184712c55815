"""The index of information disclosed (信息公开目录): the official fields of every notice, in order.

A program of the host, or of an inspector, reads it to know what was disclosed, when, and where.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.opendata.column import table
from generator.opendata.source import Source
from generator.opendata.tables.notices import NOTICES, Published

_OF = {column.key: column.of for column in NOTICES.columns}
"""How what is told of a notice elsewhere too finds its value, by its key."""
_FIELDS = (
    *("index_number", "topic", "issuer_name", "document_number", "made", "published"),
    *("published_at", "title", "keywords", "validity", "openness", "source"),
)


def _disclosed(source: Source) -> Iterator[Published]:
    """Notices that are disclosed on the office's own accord, in the order of publication."""
    return (row for row in NOTICES.rows(source) if row.of.openness == "主动公开")


def _document(row: Published) -> str | None:
    id_ = row.of.id
    made = row.source.register.site.documents.made
    return row.source.at(f"notices/{id_}/{id_}.pdf") if made else None


DISCLOSURE = table(
    "disclosure",
    _disclosed,
    {
        **{key: _OF[key] for key in _FIELDS},
        "editor": lambda r: r.of.editor,
        "archived": lambda r: r.of.archived,
        "id": _OF["id"],
        "page": _OF["page"],
        "document": _document,
    },
)
