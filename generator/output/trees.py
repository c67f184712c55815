"""Two trees: the live one, never written into, and the spare, brought up to date beside it.

The spare is one build behind. What the two have in common with the new site stays; what only the
live tree has is linked; the rest is made. Then the two change places. Until that moment a reader,
or an interrupted run, sees the old site whole.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from generator.incremental import Observer, Stamp
from generator.output.comparing import differing
from generator.output.counting import amiss
from generator.output.exchange import exchange, recover
from generator.output.manifest import (
    Manifest,
    Tree,
    Written,
    as_written,
    is_untouched,
    manifest_file,
    read_manifest,
    write_manifest,
    written_at,
)
from generator.output.output_file import OutputFile
from generator.output.output_folder import OutputFolder
from generator.output.ownership import MARKER, carried, marker, refused
from generator.problems import Stop
from generator.reading import in_parallel
from generator.register import Progress, quiet


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a build did: files of the site, how many files were made, the size of all in bytes.

    `changed` is how many addresses are other than they were, but for those of an output
    folder. `gathered` is how many files that has, where it was made anew. `unkept` is why the
    cache could not keep what was made: the site is as it is to be, and the next build begins anew.
    """

    files: int
    made: int
    size: int
    changed: int = 0
    gathered: int = 0
    unkept: OSError | None = None


@contextmanager
def held(out: Path) -> Iterator[None]:
    """The output folder, held against a second build at the same time. Raises Stop, OSError.

    First of all, what a killed run left of an exchange is put right. The lock
    lies beside the folder: two builds with caches of their own would else not know of one another.
    """
    target = out.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(target.with_name(f".{target.name}.lock"), timeout=0):
            recover(_spare(target), target)
            yield
    except Timeout:
        raise Stop([refused(out, "out-busy", "另一次生成正在进行", "请等它结束后再试")]) from None


def renew(
    out: Path,
    files: Sequence[OutputFile],
    cache: Path,
    observer: Observer,
    jobs: int = 1,
    progress: Progress = quiet,
    folder: OutputFolder | None = None,
    replaced: Callable[[], None] = lambda: None,
) -> Renewal:
    """Makes `out` hold exactly `files` and `folder`. Call it while the folder is `held`.

    `observer` notes what is asked where files are made. `replaced` is told the moment when the
    new tree has become the live one. Raises Stop where `out` holds what is not ours or `folder`
    cannot be made, OSError where it cannot be written; the live tree is then as it was.
    """
    kept = carried(out)
    out = out.resolve()
    spare = _spare(out)
    book = manifest_file(cache, out)
    manifest = read_manifest(book)
    live = _unchanged(out, files, manifest.live, observer, folder)
    if live and not amiss(str(out), {*live, *kept}):
        if live != manifest.live:  # what was read to see that it is the same is not read again
            write_manifest(book, Manifest(live, manifest.spare))
        return _renewal(live, 0)
    old = _usable(spare, manifest)
    write_manifest(book, Manifest(manifest.live, None))

    def filled(old: Tree) -> tuple[Tree, int, int]:
        trees = _Trees(spare, old, out, manifest.live, observer)
        new, made = trees.brought_up_to_date(files, jobs, progress, folder)
        anew = trees.with_folder(new, folder) if folder else 0
        _put(spare, kept, new)
        return new, made, anew

    new, made, anew = filled(old)
    wrong = amiss(str(spare), {*new, *kept})
    if old and wrong:  # someone has laid files into it: begin it anew
        shutil.rmtree(spare)
        new, made, anew = filled({})
        wrong = amiss(str(spare), {*new, *kept})
    if wrong:
        remedy = "请删除 .cache 后重新生成；仍然如此请联系维护人员"
        message = f"生成的文件与登记的不符：{'、'.join(wrong)}"
        raise Stop([refused(spare, "out-count", message, remedy)])
    changed = differing(new, spare, manifest.live, out, folder.folder if folder else "")
    try:
        if out.exists():
            exchange(spare, out)
        else:
            os.rename(spare, out)
    finally:  # it may be interrupted when it is done
        if is_untouched(f"{out}/{MARKER}", new[MARKER]):
            replaced()
    unkept = None
    try:
        write_manifest(book, Manifest(new, manifest.live or None))
    except OSError as error:
        unkept = error
    return replace(_renewal(new, made, changed, anew), unkept=unkept)


def _spare(out: Path) -> Path:
    return out.with_name(f".{out.name}.spare")


def _renewal(tree: Tree, made: int, changed: int = 0, anew: int = 0) -> Renewal:
    site = [written.stamp.size for path, written in tree.items() if path != MARKER]
    return Renewal(len(site), made, sum(site), changed, anew)


def _put(spare: Path, kept: Mapping[str, bytes], new: Tree) -> None:
    """Lays what is carried along into the spare, and last its marker.

    The marker is always a new file: its stamp tells this tree from every other.
    """
    for name, data in kept.items():
        _write(spare / name, data)
    new[MARKER] = _laid(str(spare), MARKER, marker(new))


def _is_fresh(file: OutputFile, written: Written, observer: Observer) -> bool:
    """Whether a file would be made of the very same again."""
    if not file.observed:
        return written.made_of == file.given
    return written.made_of == observer.made_of(file.given, written.asked)


def _unchanged(
    out: Path,
    files: Sequence[OutputFile],
    live: Tree,
    observer: Observer,
    folder: OutputFolder | None,
) -> Tree:
    """The live tree, where all of it is as a build would make it; else an empty one."""
    inside = len(folder.files_in(live)) if folder else 0
    if len(live) != len(files) + inside + 1 or not is_untouched(f"{out}/{MARKER}", live[MARKER]):
        return {}
    found = {MARKER: live[MARKER]}
    for file in files:
        written = live.get(file.path)
        if not written or not _is_fresh(file, written, observer):
            return {}
        there = as_written(f"{out}/{file.path}", written)
        if not there:
            return {}
        found[file.path] = there
    if folder:
        whole = folder.whole(live, str(out), folder.made_of(live))
        return found | whole if whole else {}
    return found


def _usable(spare: Path, manifest: Manifest) -> Tree:
    """What the spare tree can be trusted to hold; one that cannot be trusted is thrown away.

    Its marker tells whether it is the very tree that the manifest speaks of.
    """
    held = (manifest.spare or {}).get(MARKER)
    if manifest.spare and held and is_untouched(f"{spare}/{MARKER}", held):
        return manifest.spare
    if spare.exists():
        shutil.rmtree(spare)
    return {}


class _Trees(NamedTuple):
    """The spare tree and the live one, each with what it is known to hold."""

    spare: Path
    old: Tree
    live: Path
    current: Tree
    observer: Observer

    def brought_up_to_date(
        self,
        files: Sequence[OutputFile],
        jobs: int,
        progress: Progress,
        folder: OutputFolder | None,
    ) -> tuple[Tree, int]:
        """The spare made to hold `files`: its new contents, and how many files were made."""
        self.spare.mkdir(parents=True, exist_ok=True)
        root, live_root = str(self.spare), str(self.live)
        new: Tree = {}
        to_make: list[OutputFile] = []
        for file in files:
            path = file.path
            if had := self._fresh(file, root, self.old):
                new[path] = had
            elif has := self._fresh(file, live_root, self.current):
                new[path] = self._linked(path, has)
            else:
                to_make.append(file)
        stays = folder.files_in(self.old).keys() if folder else ()
        for path in self.old.keys() - {file.path for file in files} - {MARKER, *stays}:
            _remove(self.spare, path)
        given = {file.path: file.given for file in to_make if file.observed}
        done = 0
        for portion in _all_made(root, to_make, self.observer, jobs):
            for path, written in portion:
                asked = (*map(sys.intern, written.asked),)
                if path in given:
                    made_of = self.observer.made_of(given[path], asked)
                    written = written._replace(made_of=made_of, asked=asked)
                new[path] = written
            done += len(portion)
            progress(done, len(to_make))
        return new, len(to_make)

    def with_folder(self, new: Tree, folder: OutputFolder) -> int:
        """The spare made to hold `folder` too: how many files were made anew for it."""
        made_of = folder.made_of(new)
        if whole := folder.whole(self.old, str(self.spare), made_of):
            new.update(whole)
            return 0
        for path in folder.files_in(self.old):
            _remove(self.spare, path)
        if whole := folder.whole(self.current, str(self.live), made_of):
            new.update((path, self._linked(path, written)) for path, written in whole.items())
            return 0
        gathered = folder.gathered(self.spare, made_of)
        new.update(gathered)
        return len(gathered)

    def _fresh(self, file: OutputFile, root: str, tree: Tree) -> Written | None:
        """The file in a tree, where it is as it would be made again."""
        written = tree.get(file.path)
        if not written or not _is_fresh(file, written, self.observer):
            return None
        return as_written(f"{root}/{file.path}", written)

    def _linked(self, path: str, written: Written) -> Written:
        """A file of the live tree in the spare too. A link changes the stamp of both."""
        _link(f"{self.live}/{path}", f"{self.spare}/{path}")
        self.current[path] = written._replace(stamp=Stamp.of(os.lstat(f"{self.live}/{path}")))
        return written._replace(stamp=Stamp.of(os.lstat(f"{self.spare}/{path}")))


def _all_made(
    root: str, files: Sequence[OutputFile], observer: Observer, jobs: int
) -> Iterator[list[tuple[str, Written]]]:
    """The files made by all workers, those that need the main process meanwhile."""
    away = in_parallel(
        lambda some: _made(root, some, observer),
        [file for file in files if not file.main_process],
        jobs,
    )
    yield from islice(away, 1)  # the workers are at work from here on
    for file in files:
        if file.main_process:
            yield _made(root, [file], observer)
    yield from away


def _made(root: str, files: Sequence[OutputFile], observer: Observer) -> list[tuple[str, Written]]:
    """The files made; what those that are observed are made of is told by who has the answers."""
    made = []
    for file in files:
        with observer.watching() as asked:
            data = file.make()
        written = _laid(root, file.path, data, file.given)
        made.append((file.path, written._replace(asked=tuple(sorted(asked)))))
    return made


def _laid(root: str, path: str, data: bytes, given: bytes = b"") -> Written:
    file = f"{root}/{path}"
    _write(file, data)
    return written_at(file, given, data)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _write(file: str | Path, data: bytes) -> None:
    """A new file with `data`. One of that name is unlinked, not overwritten: it may be linked."""
    try:
        handle = os.open(file, _NEW, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        handle = os.open(file, _NEW, 0o644)
    except FileExistsError:
        os.unlink(file)
        handle = os.open(file, _NEW, 0o644)
    with open(handle, "wb", buffering=0) as stream:
        view = memoryview(data)
        while view:  # an unbuffered write may be short, on a disk that is nearly full
            view = view[stream.write(view) :]


def _link(source: str, target: str) -> None:
    folder = os.path.dirname(target)
    try:
        os.link(source, target)
    except FileNotFoundError:
        if os.path.isdir(folder):
            raise
        os.makedirs(folder)
        _link(source, target)
    except FileExistsError:
        os.unlink(target)
        _link(source, target)
    except OSError:  # a file system without hard links
        os.makedirs(folder, exist_ok=True)
        shutil.copy2(source, target)


def _remove(root: Path, path: str) -> None:
    file = root / path
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == root:
            break
        try:
            folder.rmdir()
        except OSError:  # not empty: something else lives there
            break
