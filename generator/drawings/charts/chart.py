"""A chart: a sentence, a drawing, and the table of the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup


class Count(NamedTuple):
    """A thing and how many there are. `address` is root-relative, empty where there is no page."""

    label: str
    value: int
    address: str = ""


class Row(NamedTuple):
    """A line of a table: its heading, its cells, and where the heading leads."""

    label: str
    cells: tuple[str, ...]
    address: str = ""


class Table(NamedTuple):
    """The numbers of a chart in rows. `head` begins with the words for the rows' headings."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]


class Chart(NamedTuple):
    """A drawing with its words. `name` is an id: each chart of a page has one of its own.

    `sentence` says what the drawing shows and is its title; `svg` is an ``<svg role="img">`` with
    this title and a description that says every number.
    """

    name: str
    sentence: str
    svg: Markup
    table: Table


def table_of(counts: Sequence[Count], head: tuple[str, str]) -> Table:
    """The table of one number a thing."""
    return Table(head, tuple(Row(c.label, (f"{c.value}",), c.address) for c in counts))


def said(counts: Sequence[Count]) -> str:
    """Every number in words, for the description of a drawing."""
    return "；".join(f"{count.label} {count.value}" for count in counts)
