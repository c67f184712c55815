"""Values kept from one run to the next: a SQLite file in the cache, each value sealed.

It is named after the program: another version begins another store. Throwing it away costs time
and nothing else; so does damage, because what does not bear its own digest is not there.
"""

from __future__ import annotations

import errno
import hashlib
import os
import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from generator.incremental.fingerprint import program
from generator.incremental.private import private_folder

_SEAL = 8
Row = tuple[str, bytes, bytes]
"""A name, the key under which its value was made, and the value, `packed`."""


class Store:
    """Values by name in a folder of the cache, at most one of each name. Use as a context manager.

    Raises OSError where the disk refuses it. It may be read after it was closed, and in processes
    forked from this one: each opens it anew.
    """

    def __init__(self, cache: Path, *names: str) -> None:
        folder = private_folder(cache, *names)
        self._file = folder / f"{program().hex()}.sqlite"
        for old in folder.glob("*.sqlite*"):
            if not old.name.startswith(self._file.stem):
                old.unlink(missing_ok=True)
        self._base = _opened(self._file)
        self._open_in: int | None = os.getpid()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._base.close()
        self._open_in = None

    @property
    def is_own(self) -> bool:
        """Whether this process may write: the one that opened it, and while it is open."""
        return self._open_in == os.getpid()

    def get(self, name: str, key: bytes = b"") -> object | None:
        """The value kept under `name`, if it was made under this very `key`."""
        packed = self.packed(name, key)
        return None if packed is None else pickle.loads(packed)

    def packed(self, name: str, key: bytes = b"") -> bytes | None:
        """The same, as bytes for `pickle`."""
        rows = self._rows("SELECT value FROM kept WHERE name = ? AND key = ?", name, key)
        return _unsealed(rows[0][0]) if rows else None

    def below(self, folder: str) -> Iterator[object]:
        """The values of all names that begin with ``folder/``. Damaged ones are left out."""
        query = "SELECT value FROM kept WHERE name > ? AND name < ?"
        for row in self._rows(query, f"{folder}/", f"{folder}0"):  # 0 is what follows the slash
            if (packed := _unsealed(row[0])) is not None:
                yield pickle.loads(packed)

    def keep(self, name: str, key: bytes, value: object) -> None:
        """Keeps a value in the place of what was kept under its name."""
        self.put([(name, key, sealed(value))])

    def put(self, rows: Iterable[Row], gone: Iterable[str] = ()) -> None:
        """Keeps `rows`, whose values are `sealed`, and forgets the names that are `gone`."""
        try:
            with self._base:
                self._base.executemany(
                    "DELETE FROM kept WHERE name = ?", ((name,) for name in gone)
                )
                self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
        except sqlite3.DatabaseError:  # damaged, or the disk is full: the next run does it again
            self._begin_anew()

    def _rows(self, query: str, *values: object) -> list[tuple[bytes, ...]]:
        if not self.is_own:
            self._base, self._open_in = _opened(self._file), os.getpid()
        try:
            return self._base.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            self._begin_anew()
            return []

    def _begin_anew(self) -> None:
        self._base.close()
        self._file.unlink(missing_ok=True)
        self._base = _opened(self._file)


def sealed(value: object) -> bytes:
    """A value, packed, with the digest of that before it: SQLite does not notice a changed byte."""
    return seal(pickle.dumps(value, 5))


def seal(data: bytes) -> bytes:
    """Data with its own digest before it."""
    return hashlib.blake2b(data, digest_size=_SEAL).digest() + data


def unsealed(data: bytes) -> bytes:
    """What `seal` was given, by whoever has just sealed it."""
    return data[_SEAL:]


def _unsealed(data: object) -> bytes | None:
    """What was sealed, or None where it is damaged."""
    if not isinstance(data, bytes) or seal(data[_SEAL:]) != data:
        return None
    return data[_SEAL:]


def _opened(file: Path) -> sqlite3.Connection:
    if not file.exists():
        file.touch(0o600)
    try:
        return _with_table(file)
    except sqlite3.DatabaseError:  # a damaged cache is worth nothing: begin a new one
        file.unlink(missing_ok=True)
    try:
        return _with_table(file)
    except sqlite3.DatabaseError as error:  # not damaged, then: the disk will not have it
        number = _REFUSALS.get(error.sqlite_errorcode & 0xFF, errno.EIO)
        raise OSError(number, os.strerror(number), str(file)) from None


_REFUSALS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
}


def _with_table(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=30)
    try:
        # Losing the last run to a power cut costs some work: do not wait for the disk.
        base.execute("PRAGMA synchronous = OFF")
        # What was taken out of a record does not stay behind in the file.
        base.execute("PRAGMA secure_delete = ON")
        base.execute(
            "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, key BLOB, value BLOB)"
        )
        base.execute("SELECT name FROM kept LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        base.close()
        raise
    return base
