"""Rows of holders as HTML.

The lists by facet show every honour five times over, 50,000 rows where there are 10,000 holders.
They are put together of cells made once, which takes a tenth of a template's time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from markupsafe import Markup, escape

from generator.records import Awardee, Honour
from generator.register import Register, State, honour_state


class HolderRows:
    """Writes the rows of one register's holders, for ``holder_rows`` in ``parts.html``."""

    def __init__(self, register: Register) -> None:
        self._tiers = {tier.id: _cell(tier.name) for tier in register.tiers.values()}
        self._kinds = {kind.id: _cell(kind.name) for kind in register.holder_kinds.values()}
        self._districts: dict[str | None, str] = {
            body.id: _cell(body.short) for body in register.bodies.values()
        }
        self._sectors: dict[str | None, str] = {
            sector.id: _cell(sector.name) for sector in register.sectors.values()
        }
        self._districts[None] = self._sectors[None] = "<td></td>"
        self._states = {
            state: f'<td><span class="state" data-state="{state.value}">{state.word}</span></td>'
            for state in State
        }

    def __call__(
        self,
        rows: Iterable[tuple[Awardee, Honour]],
        up: str,
        without: str = "",
        live: bool = False,
    ) -> Markup:
        """The rows, each with its cells in the order of the table's head.

        `without` is a facet whose column is left out; `live` gives each row its facets.
        """
        tiers = _but(self._tiers, without == "tier")
        kinds = _but(self._kinds, without == "kind")
        districts = _but(self._districts, without == "district")
        sectors = _but(self._sectors, without == "sector")
        lines = []
        for holder, honour in rows:
            facets = _facets(holder, honour) if live else ""
            year = honour.round
            link = f'<td><a href="{up}rounds/{year}/">{year}</a></td>' if without != "year" else ""
            lines.append(
                f'<tr{facets}><th scope="row"><a href="{up}awardees/{holder.id}/">'
                f"{escape(holder.name)}</a></th>{tiers[honour.tier]}{kinds[holder.kind]}"
                f"{districts[holder.district]}{sectors[holder.sector]}{link}"
                f"{self._states[honour_state(holder, honour)]}</tr>\n"
            )
        return Markup("".join(lines))


K = TypeVar("K")


def _but(cells: Mapping[K, str], left_out: bool) -> Mapping[K, str]:
    return dict.fromkeys(cells, "") if left_out else cells


def _cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"


def _facets(holder: Awardee, honour: Honour) -> str:
    """What the script filters by. All of these are ids: letters, digits and hyphens."""
    return (
        f' data-year="{honour.round}" data-tier="{honour.tier}" data-kind="{holder.kind}"'
        f' data-district="{holder.district or ""}" data-sector="{holder.sector or ""}"'
    )
