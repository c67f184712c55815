"""What a paper says: plain values, in the order in which they stand on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body, with its number in its words. `level` is 1 to 4."""

    text: str
    level: int
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; an item of a list is one that begins with its mark."""

    runs: tuple[Run, ...]
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table. `weights` share out the width; one of weight 0 is as wide as its words."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[int, ...]
    kind: Literal["table"] = "table"


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Annex:
    """What stands on pages of its own after the text."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One document. `annexes` are those printed here, `beside` the titles of files offered apart.

    `mark` stands at the head of each page: that a demonstration is no official document. `note`
    is the remark below the date (附注).
    """

    title: str
    number: str
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...]
    beside: tuple[str, ...]
    issuer: str
    made: dt.date
    note: str
    subject: str
    keywords: tuple[str, ...]
    mark: str = ""

    def texts(self) -> Iterator[str]:
        """Every text on it, for who must know its characters."""
        yield from _texts(asdict(self))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, below in value.items():
            if key != "kind":
                yield from _texts(below)
    elif isinstance(value, list | tuple):
        for below in value:
            yield from _texts(below)
