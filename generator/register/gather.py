"""Every record of a content folder as entries: read, or from the cache where unchanged."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.reading import Folder, SourceFile, Unreadable, in_parallel
from generator.records import Entry, RecordKind, read_entry, record_kind_of
from generator.register.record_cache import Bundle, RecordCache, bundle_of

Progress = Callable[[int, int], None]
"""Told how many files of how many are done."""


def quiet(done: int, of: int) -> None:
    """Progress that nobody watches."""


Also = Callable[[Path, Sequence[Entry]], object]
"""What else is done with entries of a folder where they are read, in as many processes."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a content folder holds: its files, its entries by path, and what was refused.

    `read_again` are the paths of those that did not come from the record cache; `beside` is what
    came of what else was done with them, some at a time.
    """

    folder: Folder
    entries: dict[str, Entry]
    refused: tuple[tuple[str, Unreadable], ...]
    read_again: tuple[str, ...]
    beside: tuple[object, ...] = ()


def gather(
    root: Path,
    record_cache: RecordCache | None = None,
    jobs: int = 1,
    progress: Progress = quiet,
    also: Also | None = None,
) -> Gathered:
    """The records below `root`.

    Raises Unreadable where `root` cannot be listed, and what `also` raises. Whatever is wrong
    inside is in the entries' faults and in `refused`.
    """
    folder = Folder.scan(root)
    refused = list(folder.refused)
    sources: dict[str, tuple[SourceFile, RecordKind]] = {}
    for source in folder.yaml:
        if record_kind := record_kind_of(source.path):
            sources[source.path] = (source, record_kind)
        else:
            refused.append((source.path, _homeless(source.path)))
    kept = record_cache.entries() if record_cache else {}
    entries = {
        path: entry
        for path, entry in kept.items()
        if path in sources and entry.stamp == sources[path][0].stamp
    }
    to_read = [pair for path, pair in sources.items() if path not in entries]
    fresh: list[Entry] = []
    beside: list[object] = []
    if record_cache and not kept:
        bundles = []
        for bundle, more in _bundles(root, to_read, folder.taken, jobs, also):
            bundles.append(bundle)
            fresh += bundle.unpacked()
            beside.append(more)
            progress(len(fresh), len(to_read))
        record_cache.fill(bundles)
    else:
        for portion in in_parallel(lambda pairs: _packed(root, pairs, also), to_read, jobs):
            some, more = pickle.loads(portion)
            fresh += some
            beside.append(more)
            progress(len(fresh), len(to_read))
    entries.update((entry.path, entry) for entry in fresh)
    gone = kept.keys() - sources.keys()
    if record_cache and kept and (fresh or gone):
        record_cache.update(fresh, gone, entries, folder.taken)
    return Gathered(
        folder,
        {path: entries[path] for path in sources},
        tuple(refused),
        tuple(entry.path for entry in fresh),
        tuple(beside) if also else (),
    )


def _bundles(
    root: Path,
    sources: Iterable[tuple[SourceFile, RecordKind]],
    taken: int,
    jobs: int,
    also: Also | None,
) -> Iterator[tuple[Bundle, object]]:
    """Files read, in the bundles in which they will lie on a record cache that has none of them."""
    by_bundle: dict[int, list[tuple[SourceFile, RecordKind]]] = {}
    for source, record_kind in sources:
        by_bundle.setdefault(bundle_of(source.path), []).append((source, record_kind))

    def read(
        one: Sequence[tuple[int, list[tuple[SourceFile, RecordKind]]]],
    ) -> tuple[Bundle, object]:
        number, pairs = one[0]
        entries = [read_entry(root, *pair) for pair in pairs]
        return Bundle.packed(number, entries, taken), also(root, entries) if also else None

    return in_parallel(read, [*by_bundle.items()], jobs, size=1)


def _packed(root: Path, pairs: Sequence[tuple[SourceFile, RecordKind]], also: Also | None) -> bytes:
    """Entries as bytes, packed where they are read: the way between processes is then short."""
    entries = [read_entry(root, source, record_kind) for source, record_kind in pairs]
    return pickle.dumps((entries, also(root, entries) if also else None), 5)


def _homeless(path: str) -> Unreadable:
    record_kind = path.split("/", 1)[0]
    remedy = {
        "notices": "公告放在 notices/<年>/<编号>.yml",
        "rounds": "评定放在 rounds/<年>.yml",
        "regulation": "办法放在 regulation/<编号>.yml",
        "cultivation": "培育库放在 cultivation/<单位>.yml",
        "holidays": "节假日放在 holidays/<年>.yml",
    }.get(record_kind, "记录放在 notices、awardees、rounds、cultivation 等文件夹；附件放 files/")
    return Unreadable(1, "file-unknown", "这里不放记录文件", remedy)
