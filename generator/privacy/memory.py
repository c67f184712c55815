"""What was looked through in earlier runs: an unchanged file is not looked through again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import cast

import generator.records
from generator.privacy.looking import CLEAN, Look
from generator.register import Shelf

_NAME = "privacy"
_READERS = ("pillow", "pypdf")


@cache
def version() -> bytes:
    """A digest of everything that decides what is found in a file."""
    seal = hashlib.blake2b(digest_size=16)
    for name in _READERS:
        seal.update(metadata.version(name).encode())
    here = Path(__file__).parent
    records = Path(generator.records.__file__ or "").parent
    for folder in (here, here / "attachments", records):
        for source in sorted(folder.glob("*.py")):
            seal.update(source.read_bytes())
    return seal.digest()


@dataclass
class Memory:
    """For each file the mark under which it was looked through, and of some what was found.

    Most files are clean, so only the others are kept with their looks. Without a shelf nothing is
    remembered.
    """

    shelf: Shelf | None
    marks: dict[str, bytes] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def of(cls, shelf: Shelf | None) -> Memory:
        """What is on the shelf."""
        kept = shelf.settled(_NAME, version()) if shelf else None
        if kept is None:
            return cls(shelf)
        return cls(shelf, *cast(tuple[dict[str, bytes], dict[str, Look]], kept))

    def put(self, path: str, mark: bytes, look: Look) -> None:
        """Keeps what a file came to. Without a mark it is forgotten after this run."""
        self.changed = True
        self.looks.pop(path, None)
        self.marks[path] = mark
        if look != CLEAN:
            self.looks[path] = look

    def keep(self, there: set[str]) -> None:
        """Puts the memory back on the shelf, without the files that are not `there` any more."""
        if gone := self.marks.keys() - there:
            self.changed = True
            for path in gone:
                del self.marks[path]
                self.looks.pop(path, None)
        if self.shelf and self.changed:
            self.shelf.settle(_NAME, version(), (self.marks, self.looks))
