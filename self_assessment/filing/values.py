"""The kinds of value that a filing is made of, stated once for all readers.

All lengths are in characters. The patterns are written so that Python, the JSON Schema and browsers
read them alike: no class of signs that one of them would widen, as ``\\d`` is by Python.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

MOMENT = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,3})?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})$"
)
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
DECIMAL = r"^-?[0-9]{1,15}(\.[0-9]{1,8})?$"

Line = Annotated[str, Field(max_length=500)]
"""One line: a name, a title, a place."""

Text = Annotated[str, Field(max_length=100_000)]
"""What somebody writes: paragraphs, parted by line breaks."""

Decimal = Annotated[str, Field(pattern=DECIMAL)]
"""An exact number as a string, so that no program rounds it: ``6.75``, ``-12``."""

Moment = Annotated[str, Field(pattern=MOMENT)]
"""A point in time with its offset, ISO 8601: ``2026-05-07T14:03:09+08:00``."""

Day = Annotated[str, Field(pattern=DAY)]
"""A date, ISO 8601: ``2026-06-30``."""

OptionalDay = Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
"""A date, or empty while it is not known."""

Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
"""An id: of an item, a heading, a table, a person's contribution."""

Percent = Annotated[int, Field(ge=0, le=100, multiple_of=5)]
"""A score of an item in percent of its points, in steps of 5."""

Year = Annotated[int, Field(ge=1990, le=2199)]


class Part(BaseModel):
    """A part of a filing: frozen, and without keys that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
