"""What was looked through in earlier runs: an unchanged file is not looked through again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from generator.incremental import Stamp
from generator.privacy.file_scan import CLEAN, FileScan
from generator.register import RecordCache

_NAME = "privacy"
_Kept = tuple[dict[str, bytes], dict[str, FileScan], dict[str, Stamp]]


@dataclass
class ScanCache:
    """For each file the digest under which it was scanned, and of some what was found.

    Most files are clean, so only the others are kept with their scans. `stamps` are those of
    attachments, by which one is known that need not even be read. Without a record cache nothing
    is remembered.
    """

    record_cache: RecordCache | None
    marks: dict[str, bytes] = field(default_factory=dict)
    scans: dict[str, FileScan] = field(default_factory=dict)
    stamps: dict[str, Stamp] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def of(cls, record_cache: RecordCache | None) -> ScanCache:
        """What is in the record cache."""
        kept = record_cache.get(_NAME) if record_cache else None
        if kept is None:
            return cls(record_cache)
        return cls(record_cache, *cast(_Kept, kept))

    def put(self, path: str, mark: bytes, scanned: FileScan) -> None:
        """Keeps what a file came to. Without a mark it is looked through again in the next run."""
        self.changed = True
        self.scans.pop(path, None)
        self.stamps.pop(path, None)
        self.marks[path] = mark
        if scanned != CLEAN:
            self.scans[path] = scanned

    def trust(self, path: str, stamp: Stamp) -> None:
        """Keeps by which stamp an attachment is known to be as it was scanned."""
        self.changed = True
        self.stamps[path] = stamp

    def keep(self, there: set[str]) -> None:
        """Keeps it in the record cache, without the files that are not `there` any more."""
        if gone := self.marks.keys() - there:
            self.changed = True
            for path in gone:
                del self.marks[path]
                self.scans.pop(path, None)
                self.stamps.pop(path, None)
        if self.record_cache and self.changed:
            self.record_cache.keep(_NAME, b"", (self.marks, self.scans, self.stamps))
