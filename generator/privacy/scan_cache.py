"""What was looked through in earlier runs: an unchanged file is not looked through again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from generator.privacy.file_scan import CLEAN, FileScan
from generator.register import RecordCache

_NAME = "privacy"


@dataclass
class ScanCache:
    """For each file the digest under which it was scanned, and of some what was found.

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
        kept = record_cache.get(_NAME) if record_cache else None
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
            self.record_cache.keep(_NAME, b"", (self.marks, self.scans))
