"""Which model the parts of a field have, told from the field's type."""

from __future__ import annotations

import types
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel


def part_model(annotation: Any) -> type[BaseModel] | None:
    """The model in ``Part``, ``Part | None`` or ``tuple[Part, ...]``; None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Union, types.UnionType, tuple):
        return next((m for part in get_args(annotation) if (m := part_model(part))), None)
    return None
