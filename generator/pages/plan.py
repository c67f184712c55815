"""A planned page: its address, what its bytes depend on, and how it is made when that changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from generator.pages.page import Page
from generator.pages.search_entry import SearchEntry
from generator.register import Key, Register

T = TypeVar("T")


class Plan(NamedTuple):
    """One page to be. `needs` is a digest of every record that its body depends on.

    `mark` tells what a search knows of it beside its text; a page without one is not searched.
    """

    address: str
    section: str
    needs: bytes
    make: Callable[[], Page]
    search_entry: Callable[[], SearchEntry] | None = None


class Needs:
    """Digests of groups of records, for plans."""

    def __init__(self, register: Register, renderer: bytes) -> None:
        self._digests = register.facts_digests
        self._whole = register.digests
        # What decides the length of a period, beside the records that a page names.
        days_off = repr(sorted(register.holidays.items())).encode()
        self._renderer = hashlib.blake2b(renderer + days_off, digest_size=16).digest()
        kinds = ("site", "edition", "body", "round")
        self.common = self._of_kinds(kinds)
        """The few records that any page may show: the site, editions, bodies, rounds."""
        self.everything = self._of_kinds((*kinds, "notice", "awardee", "pool"))
        """Every public record, but for the showcases."""
        self._shared: dict[tuple[str, ...], bytes] = {(): self.common}
        self._memory, self._version = register.memory, renderer

    def recall(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives: a plain value that follows from the facts and the program alone."""
        return self._memory.recall(name, self._version, make)

    def of(self, keys: Iterable[Key]) -> bytes:
        """A digest of the common records and of those with `keys`, in this order."""
        return hashlib.blake2b(
            self.common + b"".join([self._digests[key] for key in keys]), digest_size=16
        ).digest()

    def whole(self, ids: Iterable[str]) -> bytes:
        """A digest of every public record, and of the showcases of these holders."""
        digests = b"".join([self._whole["awardee", id_] for id_ in ids])
        return hashlib.blake2b(self.everything + digests, digest_size=16).digest()

    def of_holder(self, id_: str, notices: tuple[str, ...]) -> bytes:
        """A digest of the common records, a holder with its showcase, and some notices.

        The holders of a round name the same notices, so their digest is made once.
        """
        shared = self._shared.get(notices)
        if shared is None:
            shared = self._shared[notices] = self.of(("notice", notice) for notice in notices)
        return shared + self._whole["awardee", id_]

    def _of_kinds(self, kinds: tuple[str, ...]) -> bytes:
        digest = hashlib.blake2b(self._renderer, digest_size=16)
        for key in sorted(key for key in self._digests if key[0] in kinds):
            digest.update(f"{key[0]}/{key[1]}\n".encode() + self._digests[key])
        return digest.digest()
