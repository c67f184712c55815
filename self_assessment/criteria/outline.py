"""The outline of a set: what of it a later form must know to take over what was answered to it.

The form carries the outlines of all sets, and one of them in full.
"""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict

from self_assessment.criteria.model import CriteriaSet, ItemKind


class Outlined(BaseModel):
    """A part of an outline."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


class HeadingOutline(Outlined):
    """A heading of 组织概述 by id and name."""

    id: str
    name: str


class ItemOutline(Outlined):
    """What makes an item the same or another one in the next edition."""

    id: str
    name: str
    category: str
    points: int | None
    kind: ItemKind
    rubric: str


class Outline(Outlined):
    """A set without its guidance. `category` of an item is the id of its category."""

    id: str
    name: str
    standard: str
    edition: str
    retired: dt.date | None
    digest: str
    headings: tuple[HeadingOutline, ...]
    items: tuple[ItemOutline, ...]


def outline(criteria: CriteriaSet) -> Outline:
    """The outline of a set."""
    return Outline(
        id=criteria.id,
        name=criteria.name,
        standard=criteria.standard,
        edition=criteria.edition,
        retired=criteria.retired,
        digest=criteria.digest,
        headings=tuple(HeadingOutline(id=h.id, name=h.name) for h in criteria.headings),
        items=tuple(
            ItemOutline(
                id=item.id,
                name=item.name,
                category=category.id,
                points=item.points,
                kind=item.kind,
                rubric=item.rubric,
            )
            for category in criteria.categories
            for item in category.items
        ),
    )
