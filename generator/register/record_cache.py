"""The record cache: entries kept between runs, so that an unchanged file is not read again.

A SQLite file in the cache, with the entries in bundles: taking down 10,000 pickled records is
three times as fast as validating them again, and one changed file writes one bundle. It holds
what files said, never what was made of it; throwing it away costs time and nothing else. It is
named after the sources of the program that filled it: another version starts another record cache.
"""

from __future__ import annotations

import errno
import hashlib
import os
import pickle
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pydantic
import yaml

import generator.reading
import generator.records
from generator.problems import Level, Problem, Stop
from generator.reading import SourceFile
from generator.records import Awardee, Entry, read_entry, record_kind_of

SETTLED = 100_000_000
"""Nanoseconds after which a file's time of change is trusted: a second change within the same
tick of the clock would not show."""
BUNDLES = 128
_SEAL = 8


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


class Bundle(NamedTuple):
    """Entries packed as they lie in the record cache: their showcases and holders' records apart.

    It is packed where its files are read, so that the process that builds need not pack it again.
    """

    number: int
    entries: bytes
    records: bytes
    showcases: tuple[tuple[str, bytes], ...]

    @classmethod
    def packed(cls, number: int, entries: Iterable[Entry], taken: int) -> Bundle:
        """Entries that were just read, of a folder looked at when it was `taken`."""
        entries = [*entries]
        slim, records = _parted(entries, taken, _none_lies_apart)
        showcases = tuple((entry.path, _sealed(entry.showcase)) for entry in entries)
        return cls(number, _packed(slim), _packed(records), showcases)

    def unpacked(self) -> Iterator[Entry]:
        """Its entries, with their showcases; holders' records stay apart."""
        slim: list[Entry] = pickle.loads(self.entries[_SEAL:])
        for entry, (_, showcase) in zip(slim, self.showcases, strict=True):
            yield entry._replace(showcase=showcase[_SEAL:])


class RecordCache:
    """The record cache of one content folder, below `cache`. Use as a context manager.

    Raises OSError where the disk refuses it.

    A register outlives its record_cache: a holder that is asked for later opens it once more.
    """

    def __init__(self, cache: Path, content: Path) -> None:
        whose = hashlib.blake2b(str(content.resolve()).encode(), digest_size=8).hexdigest()
        folder = cache / "records" / whose
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / f"{version()}.sqlite"
        for old in folder.glob("*.sqlite"):
            if old != self._file:
                old.unlink(missing_ok=True)
        self._content = content
        self._base = _opened(self._file)
        self._closed = False
        self._unpacked: dict[int, dict[str, Awardee]] = {}

    def __enter__(self) -> RecordCache:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()
        self._closed = True

    def entries(self) -> dict[str, Entry]:
        """Every entry by its path, without showcases and without holders' records.

        Damaged ones are left out.
        """
        bundles = (_unsealed(row[0]) for row in self._rows("SELECT entries FROM bundle"))
        return {entry.path: entry for bundle in bundles if bundle for entry in pickle.loads(bundle)}

    def showcase(self, path: str) -> bytes:
        """The packed showcase of the entry at `path`; read again where its row is damaged."""
        rows = self._rows("SELECT packed FROM showcase WHERE path = ?", path)
        kept = _unsealed(rows[0][0]) if rows else None
        record_kind = record_kind_of(path)
        if kept is None and record_kind:
            return read_entry(self._content, SourceFile(path, (0, 0)), record_kind).showcase
        return kept or b""

    def record(self, path: str) -> Awardee:
        """The public record of the holder at `path`, `stored_separately` from its entry.

        A bundle is opened once. Where it is damaged the file is read again.
        """
        number = bundle_of(path)
        if number not in self._unpacked:
            rows = self._rows("SELECT records FROM bundle WHERE id = ?", number)
            kept = _unsealed(rows[0][0]) if rows else None
            self._unpacked[number] = pickle.loads(kept) if kept else {}
        if record := self._unpacked[number].get(path):
            return record
        record_kind = record_kind_of(path)
        assert (
            record_kind is not None
        )  # only what is of a known kind was ever put in the record cache
        again = read_entry(self._content, SourceFile(path, (0, 0)), record_kind).record
        if not isinstance(again, Awardee):  # damaged cache, and the file has changed meanwhile
            raise Stop([_moved(self._content / path)])
        return again

    def settled(self, name: str, key: bytes) -> object | None:
        """What was kept under `name` with this very `key`; None where there is none."""
        rows = self._rows("SELECT packed FROM settled WHERE name = ? AND key = ?", name, key)
        kept = _unsealed(rows[0][0]) if rows else None
        return pickle.loads(kept) if kept else None

    def settle(self, name: str, key: bytes, value: object) -> None:
        """Keeps `value` in the place of what was kept under `name`."""
        row = (name, key, _packed(value))
        self._write(("INSERT OR REPLACE INTO settled VALUES (?, ?, ?)", [row]))

    def findings(self, key: bytes) -> tuple[Problem, ...] | None:
        """What the checks found in the very same facts, or None where they were not run yet."""
        rows = self._rows("SELECT problems FROM finding WHERE key = ?", key)
        kept = _unsealed(rows[0][0]) if rows else None
        return pickle.loads(kept) if kept else None

    def keep_findings(self, key: bytes, problems: tuple[Problem, ...]) -> None:
        """Keeps what the checks found, in the place of what they found before."""
        row = (key, _packed(problems))
        self._write(("DELETE FROM finding", [()]), ("INSERT INTO finding VALUES (?, ?)", [row]))

    def fill(self, bundles: Collection[Bundle]) -> None:
        """Puts down the bundles of all entries at once, on a record cache that has none."""
        for bundle in bundles:
            self._unpacked[bundle.number] = pickle.loads(bundle.records[_SEAL:])
        self._put_down(
            [(bundle.number, bundle.entries, bundle.records) for bundle in bundles],
            [showcase for bundle in bundles for showcase in bundle.showcases],
        )

    def put(
        self,
        fresh: Iterable[Entry],
        gone: Collection[str],
        all_entries: Mapping[str, Entry],
        taken: int,
    ) -> None:
        """Keeps `fresh` entries and forgets those that are `gone`.

        `all_entries` are the entries as they are now: the bundles of what changed are made of them.
        `taken` is when the folder was looked at, in nanoseconds.
        """
        fresh = list(fresh)
        bundles: dict[int, list[Entry]] = {bundle_of(entry.path): [] for entry in fresh}
        bundles |= {bundle_of(path): [] for path in gone}
        for path, entry in all_entries.items():
            if (number := bundle_of(path)) in bundles:
                bundles[number].append(entry)
        rows = []
        for number, entries in bundles.items():
            slim, records = _parted(entries, taken, self.record)
            rows.append((number, _packed(slim), _packed(records)))
            self._unpacked[number] = records
        self._put_down(rows, [(entry.path, _sealed(entry.showcase)) for entry in fresh], gone)

    def _put_down(
        self,
        bundles: Iterable[tuple[int, bytes, bytes]],
        showcases: Iterable[tuple[str, bytes]],
        gone: Collection[str] = (),
    ) -> None:
        self._write(
            ("INSERT OR REPLACE INTO bundle VALUES (?, ?, ?)", bundles),
            ("DELETE FROM showcase WHERE path = ?", ((path,) for path in gone)),
            ("INSERT OR REPLACE INTO showcase VALUES (?, ?)", showcases),
        )

    def _rows(self, query: str, *values: object) -> list[tuple[bytes, ...]]:
        if self._closed:
            self._base, self._closed = _opened(self._file), False
        try:
            return self._base.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            self._begin_anew()
            return []

    def _write(self, *statements: tuple[str, Iterable[tuple[object, ...]]]) -> None:
        try:
            with self._base:
                for statement, rows in statements:
                    self._base.executemany(statement, rows)
        except sqlite3.DatabaseError:  # damaged, or the disk is full: the next run reads again
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._base.close()
        self._file.unlink(missing_ok=True)
        self._base = _opened(self._file)


def bundle_of(path: str) -> int:
    """The number of the bundle in which the entry at `path` lies."""
    return zlib.crc32(path.encode()) % BUNDLES


def _none_lies_apart(path: str) -> Awardee:
    raise KeyError(path)  # what was read a moment ago has its record with it


def _parted(
    entries: Iterable[Entry], taken: int, record_of: Callable[[str], Awardee]
) -> tuple[list[Entry], dict[str, Awardee]]:
    """Entries without showcases and holders' records, and these records by path.

    `record_of` gives the record of one that lies apart already.
    """
    slim: list[Entry] = []
    records: dict[str, Awardee] = {}
    for entry in entries:
        size, changed = entry.stamp
        settled = taken - changed > SETTLED
        part = entry._replace(showcase=b"", stamp=(size, changed if settled else 0))
        if isinstance(entry.record, Awardee) and not entry.faults:
            records[entry.path] = entry.record
            part = part._replace(record=None, stored_separately=True)
        elif entry.stored_separately:
            records[entry.path] = record_of(entry.path)
        slim.append(part)
    return slim, records


def _packed(value: object) -> bytes:
    return _sealed(pickle.dumps(value, 5))


def _moved(file: Path) -> Problem:
    remedy = "请再运行一次"
    return Problem(file.as_posix(), 1, Level.ERROR, "file-moved", "文件在生成过程中改动了", remedy)


def _sealed(data: bytes) -> bytes:
    """Data with its own digest before it: SQLite does not notice a changed byte."""
    return hashlib.blake2b(data, digest_size=_SEAL).digest() + data


def _unsealed(data: object) -> bytes | None:
    """What was sealed, or None where it is damaged."""
    if not isinstance(data, bytes) or _sealed(data[_SEAL:]) != data:
        return None
    return data[_SEAL:]


def _opened(file: Path) -> sqlite3.Connection:
    try:
        return _with_tables(file)
    except sqlite3.DatabaseError:  # a damaged cache is worth nothing: begin a new one
        file.unlink(missing_ok=True)
    try:
        return _with_tables(file)
    except sqlite3.DatabaseError as error:  # not damaged, then: the disk will not have it
        number = _REFUSALS.get(error.sqlite_errorcode & 0xFF, errno.EIO)
        raise OSError(number, os.strerror(number), str(file)) from None


_REFUSALS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
}


def _with_tables(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=30)
    try:
        # Losing the last run to a power cut costs reading some files again, so do not wait for
        # the disk.
        base.execute("PRAGMA synchronous = OFF")
        base.execute(
            "CREATE TABLE IF NOT EXISTS bundle (id INTEGER PRIMARY KEY, entries BLOB, records BLOB)"
        )
        base.execute(
            "CREATE TABLE IF NOT EXISTS settled (name TEXT PRIMARY KEY, key BLOB, packed BLOB)"
        )
        base.execute(
            "CREATE TABLE IF NOT EXISTS showcase (path TEXT PRIMARY KEY, packed BLOB) WITHOUT ROWID"
        )
        base.execute("CREATE TABLE IF NOT EXISTS finding (key BLOB, problems BLOB)")
        base.execute("SELECT id FROM bundle LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        base.close()
        raise
    return base
