"""The shelf: entries kept from one run to the next, so that an unchanged file is not read again.

A SQLite file in the cache. It holds what files said, never what was made of it; throwing it away
costs time and nothing else. It is named after the sources of the program that filled it: another
version of the program starts another shelf.
"""

from __future__ import annotations

import hashlib
import marshal
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pydantic
import yaml

import generator.reading
import generator.records
from generator.records import Entry, Flaw

SETTLED = 100_000_000
"""Nanoseconds after which a file's time of change is trusted: a second change within the same
tick of the clock would not show."""


@cache
def version() -> str:
    """A digest of everything that decides what an entry looks like."""
    digest = hashlib.blake2b(digest_size=8)
    digest.update(f"{pydantic.VERSION} {yaml.__version__}".encode())
    for package in (generator.reading, generator.records):
        folder = Path(package.__file__ or "").parent
        for source in sorted(folder.glob("*.py")):
            digest.update(source.read_bytes())
    return digest.hexdigest()


class Shelf:
    """The shelf of one content folder, below `cache`. Use as a context manager."""

    def __init__(self, cache: Path, content: Path) -> None:
        whose = hashlib.blake2b(str(content.resolve()).encode(), digest_size=8).hexdigest()
        folder = cache / "records" / whose
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / f"{version()}.sqlite"
        for old in folder.glob("*.sqlite"):
            if old != self._file:
                old.unlink(missing_ok=True)
        self._base = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            return _opened(self._file)
        except sqlite3.DatabaseError:  # a damaged cache is worth nothing: begin a new one
            self._file.unlink(missing_ok=True)
            return _opened(self._file)

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def entries(self) -> Iterator[Entry]:
        """Every entry on the shelf, without its showcase."""
        rows = self._base.execute("SELECT path, size, changed, head FROM entry")
        for path, size, changed, head in rows:
            digest, facts, points_to, flaws = marshal.loads(head)
            yield Entry(
                path,
                (size, changed),
                digest,
                facts,
                b"",
                points_to,
                tuple(Flaw(*flaw) for flaw in flaws),
            )

    def showcase(self, path: str) -> bytes:
        """The packed showcase of the entry at `path`; empty where it has none."""
        row = self._base.execute("SELECT showcase FROM entry WHERE path = ?", (path,)).fetchone()
        return row[0] if row else b""

    def put(self, entries: Iterable[Entry]) -> None:
        """Puts entries on the shelf, in the place of older ones at the same paths."""
        now = time.time_ns()
        rows = (
            (
                entry.path,
                entry.stamp[0],
                entry.stamp[1] if now - entry.stamp[1] > SETTLED else 0,
                marshal.dumps(
                    (
                        entry.digest,
                        entry.facts,
                        entry.points_to,
                        tuple((f.where, f.code, f.message, f.remedy, f.line) for f in entry.flaws),
                    )
                ),
                entry.showcase,
            )
            for entry in entries
        )
        with self._base:
            self._base.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)", rows)

    def drop(self, paths: Iterable[str]) -> None:
        """Takes away the entries of files that are gone."""
        with self._base:
            self._base.executemany("DELETE FROM entry WHERE path = ?", ((p,) for p in paths))


def _opened(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=30)
    try:
        # Losing the last run to a power cut costs reading some files again, so do not wait for
        # the disk.
        base.execute("PRAGMA synchronous = OFF")
        base.execute(
            "CREATE TABLE IF NOT EXISTS entry (path TEXT PRIMARY KEY, size INTEGER, "
            "changed INTEGER, head BLOB, showcase BLOB) WITHOUT ROWID"
        )
        with closing(base.execute("SELECT path FROM entry LIMIT 1")) as cursor:
            cursor.fetchone()
    except sqlite3.DatabaseError:
        base.close()
        raise
    return base
