"""What follows from the facts alone, kept from one run to the next.

The plan of a list of 10,000 holders takes longer to make out than the list's page to find
unchanged. A story that is edited changes no list; what was made out of the very same facts before
is then taken as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar, cast

T = TypeVar("T")


class Keeper(Protocol):
    """Who keeps values between runs: one of each name, with the key under which it was made."""

    def settled(self, name: str, key: bytes) -> object | None:
        """The value kept under this name, if it was made under this very key."""

    def settle(self, name: str, key: bytes, value: object) -> None:
        """Keeps a value in the place of what was kept under its name."""


class Memory:
    """Values made of the facts that `facts` tells: the digest of each public record.

    `beside` is what else such values depend on. Without a keeper nothing is remembered.
    """

    def __init__(
        self, keeper: Keeper | None, facts: Mapping[tuple[str, str], bytes], beside: bytes
    ) -> None:
        self._keeper = keeper
        digest = hashlib.blake2b(beside, digest_size=16)
        for (kind, id_), of in facts.items():
            digest.update(f"{kind}/{id_}\n".encode() + of)
        self._facts = digest.digest()

    def recall(self, name: str, version: bytes, make: Callable[[], T]) -> T:
        """What `make` gives: kept from an earlier run where the facts and `version` are the same.

        `version` is a digest of the program that makes it. The value is made of plain values.
        """
        if self._keeper is None:
            return make()
        key = hashlib.blake2b(self._facts + version, digest_size=16).digest()
        kept = self._keeper.settled(name, key)
        if kept is None:
            kept = make()
            self._keeper.settle(name, key, kept)
        return cast(T, kept)
