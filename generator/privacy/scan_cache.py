"""What was looked through in earlier runs: an unchanged file is not looked through again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import cast

import generator.records
from generator.privacy.file_scan import CLEAN, FileScan
from generator.register import RecordCache

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
class ScanCache:
    """For each file the mark under which it was looked through, and of some what was found.

    Most files are clean, so only the others are kept with their scans. Without a
    record cache nothing is remembered.
    """

    record_cache: RecordCache | None
    marks: dict[str, bytes] = field(default_factory=dict)
    scans: dict[str, FileScan] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def of(cls, record_cache: RecordCache | None) -> ScanCache:
        """What is in the record cache."""
        kept = record_cache.settled(_NAME, version()) if record_cache else None
        if kept is None:
            return cls(record_cache)
        return cls(record_cache, *cast(tuple[dict[str, bytes], dict[str, FileScan]], kept))

    def put(self, path: str, mark: bytes, scanned: FileScan) -> None:
        """Keeps what a file came to. Without a mark it is forgotten after this run."""
        self.changed = True
        self.scans.pop(path, None)
        self.marks[path] = mark
        if scanned != CLEAN:
            self.scans[path] = scanned

    def keep(self, there: set[str]) -> None:
        """Keeps it in the record cache, without the files that are not `there` any more."""
        if gone := self.marks.keys() - there:
            self.changed = True
            for path in gone:
                del self.marks[path]
                self.scans.pop(path, None)
        if self.record_cache and self.changed:
            self.record_cache.settle(_NAME, version(), (self.marks, self.scans))
