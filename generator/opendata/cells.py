"""The cells of the tables, worked out once a build for all formats."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from generator.incremental import Observer
from generator.opendata.column import Table, Value
from generator.opendata.source import Source


class Cells(NamedTuple):
    """The cells of every table of one register; each table is worked out when first asked for.

    Three formats and the workbook show the same cells.
    """

    source: Source
    observer: Observer

    def of(self, table: Table[Any]) -> list[tuple[Value, ...]]:
        """The rows of a table, each a cell a column."""
        return self.observer.once(f"cells {table.name}", partial(table.values, self.source))
