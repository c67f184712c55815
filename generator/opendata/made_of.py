"""Digests of what a file is made of: the records it shows, and the program that shows them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.register import Key, Register

PROGRAM = Path(__file__).parent.parent
_PACKAGES = ("opendata", "problems", "reading", "records", "register", "regulation")


@cache
def edition_of_program() -> bytes:
    """A digest of the sources and of the packages that decide what a file looks like."""
    digest = hashlib.blake2b(digest_size=16)
    for name in ("chinesecalendar", "icalendar", "xlsxwriter"):
        digest.update(f"{name} {version(name)}\n".encode())
    for package in _PACKAGES:
        for source in sorted((PROGRAM / package).rglob("*.py")):
            digest.update(source.relative_to(PROGRAM).as_posix().encode() + source.read_bytes())
    return digest.digest()


class Ingredients:
    """The digests of records by kind. A showcase is in none: no table shows one.

    Beside the kinds of record there is ``named``: what lists and pools show of a holder. A new
    certificate does not touch it, and lists are long.
    """

    def __init__(self, register: Register) -> None:
        self._digests = register.facts_digests
        by_kind: dict[str, list[Key]] = {}
        for key in sorted(self._digests):
            by_kind.setdefault(key[0], []).append(key)
        self._of_kind = {kind: self._of(keys) for kind, keys in by_kind.items()}
        self._of_kind["named"] = register.memory.recall(
            "named", edition_of_program(), lambda: _named(register)
        )
        days_off = repr(sorted(register.holidays.items())).encode()
        common = edition_of_program() + days_off + self._kinds(("site", "edition"))
        self._common = hashlib.blake2b(common, digest_size=16).digest()

    def kinds(self, path: str, kinds: Iterable[str]) -> bytes:
        """For a file that shows all records of these kinds, beside the site and the editions."""
        return self._digest(path, self._kinds(kinds))

    def records(self, path: str, keys: Iterable[Key]) -> bytes:
        """For a file that shows these records, beside the site and the editions."""
        return self._digest(path, self._of(keys))

    def _digest(self, path: str, rest: bytes) -> bytes:
        mixed = self._common + f"{path}\n".encode() + rest
        return hashlib.blake2b(mixed, digest_size=16).digest()

    def _kinds(self, kinds: Iterable[str]) -> bytes:
        return b"".join(kind.encode() + self._of_kind.get(kind, b"-") for kind in kinds)

    def _of(self, keys: Iterable[Key]) -> bytes:
        digest = hashlib.blake2b(digest_size=16)
        for key in keys:
            digest.update(f"{key[0]}/{key[1]}\n".encode() + self._digests[key])
        return digest.digest()


def _named(register: Register) -> bytes:
    shown = [
        (a.id, a.name, a.kind, a.district, a.recommended_by, a.sector, a.employer, a.post)
        for a in register.awardees.values()
    ]
    return hashlib.blake2b(repr(shown).encode(), digest_size=16).digest()
