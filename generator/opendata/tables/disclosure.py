"""The index of information disclosed (信息公开目录): the official fields of every notice, in order.

A program of the host, or of an inspector, reads it to know what was disclosed, when, and where.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source
from generator.opendata.tables.notices import NOTICES, Published

_OF = {column.key: column for column in NOTICES.columns}
"""What is told of a notice elsewhere too, by its key."""


def _disclosed(source: Source) -> Iterator[Published]:
    """Notices that are disclosed on the office's own accord, in the order of publication."""
    return (row for row in NOTICES.rows(source) if row.of.openness == "主动公开")


def _document(row: Published) -> str | None:
    id_ = row.of.id
    made = row.source.register.site.documents.made
    return row.source.at(f"notices/{id_}/{id_}.pdf") if made else None


_D = Column[Published]
DISCLOSURE = Table(
    "disclosure",
    "信息公开目录",
    "主动公开的全部公告，按政府信息公开目录的各项列出；供主站和检查程序读取。",
    ("id",),
    (
        replace(_OF["index_number"], says="发出后不再改动，也不再用于别的公告"),
        *(_OF[key] for key in ("topic", "issuer_name", "document_number", "made")),
        *(_OF[key] for key in ("published", "published_at", "title", "keywords")),
        *(_OF[key] for key in ("validity", "openness", "source")),
        _D("editor", "责任编辑", Kind.TEXT, "责任编辑", "示例编辑", lambda r: r.of.editor),
        _D(
            "archived",
            "归档日期",
            Kind.DAY,
            "已归档的公告才有；地址不变",
            "2027-01-05",
            lambda r: r.of.archived,
        ),
        replace(_OF["id"], refers="notices"),
        _OF["page"],
        _D(
            "document",
            "公文版",
            Kind.WEB,
            "公文格式的 PDF；站点不生成的不填",
            "/notices/2026-gs-01/2026-gs-01.pdf",
            _document,
        ),
    ),
    _disclosed,
)
