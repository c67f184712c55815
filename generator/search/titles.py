"""The index of titles: a row for each page that can be found, and for each article.

It is what a search shows and filters by. It also answers alone where Pagefind cannot run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.pages import SearchEntry

PATH = "search/titles.json"


class Findable(NamedTuple):
    """A page that can be found: its root-relative address, and its mark."""

    address: str
    mark: SearchEntry


@dataclass(frozen=True)
class Titles:
    """The rows of all pages that can be found, in the order of `pages`."""

    pages: Sequence[Findable]

    @cached_property
    def digest(self) -> str:
        """Names the rows: by it the script tells that the index of texts belongs to them."""
        return hashlib.blake2b(_json(self._rows), digest_size=8).hexdigest()

    @property
    def addresses(self) -> Iterator[str]:
        """The address of each row, without the mount; articles have an anchor."""
        for address, mark in self.pages:
            yield address
            yield from (f"{address}#{part.anchor}" for part in mark.parts)

    def as_json(self) -> bytes:
        """The file as it is published: UTF-8, words that many rows share written once."""
        return _json({"digest": self.digest, **self._rows})

    @cached_property
    def _rows(self) -> dict[str, Any]:
        words: dict[str, int] = {}

        def word(text: str) -> int:
            return words.setdefault(text, len(words))

        def row(address: str, title: str, mark: SearchEntry, names: Iterable[str]) -> list[object]:
            return [
                address[1:],
                title,
                word(mark.kind),
                word(mark.group),
                mark.on if len(mark.on) > len("2026") else word(mark.on),
                [word(year) for year in mark.years],
                word(mark.district),
                [word(name) for name in names],
                word(mark.state),
            ]

        rows = []
        for address, mark in self.pages:
            rows.append(row(address, mark.title, mark, mark.names))
            for part in mark.parts:
                rows.append(row(f"{address}#{part.anchor}", part.text, mark, ()))
        return {"words": [*words], "rows": rows}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
