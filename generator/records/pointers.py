"""Where a record names other records or files: found from the types of its fields."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.reading import KeyPath
from generator.reading.commonmark import links
from generator.records.links import ADDRESS, PointsTo


@dataclass(frozen=True, slots=True)
class Pointer:
    """One mention of another record: of which kind, by which id, and where it stands.

    Of the kind `ADDRESS` it is a link in a text, and its id the address.
    """

    kind: str
    id: str
    where: KeyPath


@functools.cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str | None], ...]:
    """The fields worth looking into: with the kind they point to, or None for parts that point."""
    plan: list[tuple[str, str | None]] = []
    for name, field in model.model_fields.items():
        kind = next((mark.kind for mark in field.metadata if isinstance(mark, PointsTo)), None)
        kind = kind or _kind_in(field.annotation)
        if kind or _holds_pointer(field.annotation):
            plan.append((name, kind))
    return tuple(plan)


def _kind_in(annotation: Any) -> str | None:
    if get_origin(annotation) is Annotated:
        for mark in get_args(annotation)[1:]:
            if isinstance(mark, PointsTo):
                return mark.kind
    return next((kind for part in get_args(annotation) if (kind := _kind_in(part))), None)


def _holds_pointer(annotation: Any) -> bool:
    """Whether a field holds parts of a record that point somewhere. None holds its own kind."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_plan(annotation))
    return any(_holds_pointer(part) for part in get_args(annotation))


def pointers(record: BaseModel, here: KeyPath = ()) -> Iterator[Pointer]:
    """Every mention of another record in `record`, in the order of its fields."""
    for name, kind in _plan(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        there = (*here, name)
        items = (
            ((there, value),)
            if not isinstance(value, tuple)
            else (((*there, place), item) for place, item in enumerate(value))
        )
        for where, item in items:
            if kind == ADDRESS:
                yield from (Pointer(kind, target, where) for target in links(item))
            elif kind:
                yield Pointer(kind, item, where)
            else:
                yield from pointers(item, where)
