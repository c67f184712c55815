"""What follows from the facts alone, kept from one run to the next.

The plan of a list of 10,000 holders takes longer to make out than the list's page to find
unchanged. A story that is edited changes no list; what was made out of the very same facts before
is then taken as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from generator.incremental import Store, digest_of

T = TypeVar("T")


class Recall:
    """Values made of the facts that `facts` tells: the digest of each public record.

    `beside` is what else such values depend on. Without a store nothing is kept.
    """

    def __init__(
        self, store: Store | None, facts: Mapping[tuple[str, str], bytes], beside: str
    ) -> None:
        self._store = store
        told = (f"{kind}/{id_}\n".encode() + of for (kind, id_), of in facts.items())
        self._key = digest_of(beside, b"".join(told))

    def __call__(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives: kept from an earlier run where the facts are the same.

        It gives plain values. Only the process that reads the records keeps any.
        """
        if self._store is None:
            return make()
        kept = self._store.get(f"recalled/{name}", self._key)
        if kept is None:
            kept = make()
            if self._store.is_own:
                self._store.keep(f"recalled/{name}", self._key, kept)
        return cast(T, kept)
