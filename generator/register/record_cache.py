"""The record cache: entries kept between runs, so that an unchanged file is not read again.

Entries are kept in bundles: taking out 10,000 pickled records is three times as fast as validating
them again, and one changed file writes one bundle. It holds what files said, never what was made
of it.
"""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, cast

from generator.incremental import Store
from generator.incremental.stamp import UNKNOWN
from generator.incremental.store import Row, seal, sealed, unsealed
from generator.problems import Stop
from generator.reading import SourceFile, moved
from generator.records import Awardee, Entry, read_entry, record_kind_of

BUNDLES = 128


class Bundle(NamedTuple):
    """Entries packed as they are kept: their showcases and holders' records apart.

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
        slim, records = _parted(entries, taken, _none_is_separate)
        showcases = tuple((entry.path, seal(entry.showcase)) for entry in entries)
        return cls(number, sealed(slim), sealed(records), showcases)

    def unpacked(self) -> Iterator[Entry]:
        """Its entries, with their showcases; holders' records stay apart."""
        slim: list[Entry] = pickle.loads(unsealed(self.entries))
        for entry, (_, showcase) in zip(slim, self.showcases, strict=True):
            yield entry._replace(showcase=unsealed(showcase))


class RecordCache(Store):
    """The record cache of one content folder, below `cache`.

    Raises OSError where the disk refuses it. A register outlives it: a holder that is asked for
    later opens it once more.
    """

    def __init__(self, cache: Path, content: Path) -> None:
        whose = hashlib.blake2b(str(content.resolve()).encode(), digest_size=8).hexdigest()
        super().__init__(cache, "records", whose)
        self._content = content
        self._unpacked: dict[int, dict[str, Awardee]] = {}

    def entries(self) -> dict[str, Entry]:
        """Every entry by its path, without showcases and without holders' records.

        Damaged ones are left out.
        """
        bundles = cast(Iterator[list[Entry]], self.below("entries"))
        return {entry.path: entry for bundle in bundles for entry in bundle}

    def showcase(self, path: str, known: bytes) -> bytes:
        """The packed showcase of the entry at `path`, whose digest is `known`.

        Where it is damaged the file is read again. Raises Stop where it has changed since.
        """
        kept = self.packed(f"showcase/{path}")
        return self._read_again(path, known).showcase if kept is None else kept

    def record(self, path: str, known: bytes) -> Awardee:
        """The public record of the holder at `path`, which is `stored_separately`.

        A bundle is opened once. Where it is damaged the file is read again, as a showcase is.
        """
        number = bundle_of(path)
        if number not in self._unpacked:
            self._unpacked[number] = cast(dict[str, Awardee], self.get(f"records/{number}") or {})
        if record := self._unpacked[number].get(path):
            return record
        return cast(Awardee, self._read_again(path, known).record)

    def _read_again(self, path: str, known: bytes) -> Entry:
        kind = record_kind_of(path)
        assert kind is not None  # only records are kept
        again = read_entry(self._content, SourceFile(path), kind)
        if again.digest != known:  # what was not checked and not scanned is not published
            raise Stop([moved(self._content / path)])
        return again

    def fill(self, bundles: Collection[Bundle]) -> None:
        """Keeps the bundles of all entries at once, in a cache that has none."""
        for bundle in bundles:
            self._unpacked[bundle.number] = pickle.loads(unsealed(bundle.records))
        self.put(row for bundle in bundles for row in _rows(*bundle))

    def update(
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
        rows = [(f"showcase/{entry.path}", b"", seal(entry.showcase)) for entry in fresh]
        for number, entries in bundles.items():
            slim, records = _parted(entries, taken, self.record)
            rows += _rows(number, sealed(slim), sealed(records), ())
            self._unpacked[number] = records
        self.put(rows, [f"showcase/{path}" for path in gone])


def _rows(
    number: int, entries: bytes, records: bytes, showcases: Iterable[tuple[str, bytes]]
) -> Iterator[Row]:
    yield f"entries/{number}", b"", entries
    yield f"records/{number}", b"", records
    for path, showcase in showcases:
        yield f"showcase/{path}", b"", showcase


def bundle_of(path: str) -> int:
    """The number of the bundle in which the entry at `path` lies."""
    return zlib.crc32(path.encode()) % BUNDLES


def _none_is_separate(path: str, known: bytes) -> Awardee:
    raise KeyError(path)  # what was read a moment ago has its record with it


def _parted(
    entries: Iterable[Entry], taken: int, record_of: Callable[[str, bytes], Awardee]
) -> tuple[list[Entry], dict[str, Awardee]]:
    """Entries without showcases and holders' records, and these records by path.

    `record_of` gives the record of one that lies apart already.
    """
    slim: list[Entry] = []
    records: dict[str, Awardee] = {}
    for entry in entries:
        trusted = entry.stamp if entry.stamp.settled(taken) else UNKNOWN
        part = entry._replace(showcase=b"", stamp=trusted)
        if isinstance(entry.record, Awardee) and not entry.faults:
            records[entry.path] = entry.record
            part = part._replace(record=None, stored_separately=True)
        elif entry.stored_separately:
            records[entry.path] = record_of(entry.path, entry.digest)
        slim.append(part)
    return slim, records
