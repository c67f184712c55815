"""The cells of the tables, worked out once a build for all formats."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.opendata.column import Table, Value
from generator.opendata.source import Source


@dataclass(frozen=True)
class Cells:
    """The cells of every table of one register; each table is worked out when first asked for.

    Three formats and the workbook show the same cells.
    """

    source: Source
    _known: dict[str, list[tuple[Value, ...]]] = field(default_factory=dict)

    def of(self, table: Table[Any]) -> list[tuple[Value, ...]]:
        """The rows of a table, each a cell a column."""
        if table.name not in self._known:
            self._known[table.name] = table.values(self.source)
        return self._known[table.name]
