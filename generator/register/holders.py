"""The holders of a register, each taken from the record cache when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.records import Awardee


class Holders(Mapping[str, Awardee]):
    """Holders by id, in the order of `known`.

    `known` has None for one that lies in the record cache: an edited story needs one of 10,000.
    """

    def __init__(
        self, known: Mapping[str, Awardee | None], fetch: Callable[[str], Awardee]
    ) -> None:
        self._known = dict(known)
        self._fetch = fetch

    def __getitem__(self, id_: str) -> Awardee:
        holder = self._known[id_]
        if holder is None:
            holder = self._known[id_] = self._fetch(id_)
        return holder

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._known
