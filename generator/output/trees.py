"""Two trees: the live one, never written into, and the spare, brought up to date beside it.

The spare is one build behind. What the two have in common with the new site stays; what only the
live tree has is linked; the rest is made. Then the two change places. Until that moment a reader,
or an interrupted run, sees the old site whole.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from filelock import FileLock, Timeout

from generator.output.comparing import differing
from generator.output.counting import amiss
from generator.output.exchange import exchange
from generator.output.manifest import (
    Manifest,
    Tree,
    Written,
    is_there,
    manifest_file,
    read_manifest,
    write_manifest,
)
from generator.output.output_file import OutputFile
from generator.output.output_folder import OutputFolder, gathered, taken_over
from generator.output.ownership import MARKER, carried, marker, refused
from generator.problems import Stop
from generator.reading import in_parallel
from generator.register import Progress, quiet


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a build did: files of the site, how many files were made, the size of all in bytes.

    `changed` is how many addresses are other than they were, but for those of an output
    folder. `gathered` is how many files that has, where it was made anew.
    """

    files: int
    made: int
    size: int
    changed: int = 0
    gathered: int = 0


@contextmanager
def held(out: Path) -> Iterator[None]:
    """The output folder, held against a second build at the same time. Raises Stop, OSError.

    The lock lies beside the folder: two builds with caches of their own would else not know of
    one another.
    """
    target = out.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(target.with_name(f".{target.name}.lock"), timeout=0):
            yield
    except Timeout:
        raise Stop([refused(out, "out-busy", "另一次生成正在进行", "请等它结束后再试")]) from None


def renew(
    out: Path,
    files: Sequence[OutputFile],
    cache: Path,
    jobs: int = 1,
    progress: Progress = quiet,
    output_folder: OutputFolder | None = None,
) -> Renewal:
    """Makes `out` hold exactly `files` and `output_folder`. Call it while the folder is `held`.

    Raises Stop where the folder holds what is not ours or the output folder cannot be
    made, OSError where it cannot be written; the live tree is then as it was.
    """
    kept = carried(out)
    out = out.resolve()
    spare = out.with_name(f".{out.name}.spare")
    book = manifest_file(cache, out)
    manifest = read_manifest(book)
    bound = taken_over(output_folder, manifest.live, out) if output_folder else []
    files = [*files, *bound]
    to_gather = output_folder if not bound else None
    if out.is_dir() and not to_gather and _unchanged(out, files, manifest.live):
        return _renewal(manifest.live, 0)
    old = _usable(spare, manifest)
    write_manifest(book, Manifest(manifest.live, None))

    def filled(old: Tree) -> tuple[Tree, int, int]:
        new, made = _bring_up_to_date(spare, out, files, old, manifest.live, jobs, progress)
        anew = gathered(to_gather, spare) if to_gather else {}
        new.update(anew)
        _put(spare, kept, new)
        return new, made, len(anew)

    new, made, anew = filled(old)
    if old and amiss(spare, new, old, kept):  # someone has laid files into it: begin it anew
        shutil.rmtree(spare)
        old = {}
        new, made, anew = filled(old)
    if wrong := amiss(spare, new, old, kept):
        remedy = "请删除 .cache 后重新生成；仍然如此请联系维护人员"
        message = f"生成的文件与登记的不符：{'、'.join(wrong)}"
        raise Stop([refused(spare, "out-count", message, remedy)])
    changed = differing(
        new, spare, manifest.live, out, output_folder.folder if output_folder else ""
    )
    if out.exists():
        exchange(spare, out)
    else:
        os.rename(spare, out)
    write_manifest(book, Manifest(new, manifest.live or None))
    return _renewal(new, made, changed, anew)


def _renewal(tree: Tree, made: int, changed: int = 0, anew: int = 0) -> Renewal:
    site = [written.size for path, written in tree.items() if path != MARKER]
    return Renewal(len(site), made, sum(site), changed, anew)


def _put(spare: Path, kept: Mapping[str, bytes], new: Tree) -> None:
    """Lays what is carried along into the spare, and last its marker.

    The marker is always a new file: its time of change tells this tree from every other.
    """
    for name, data in kept.items():
        _write(spare / name, data)
    data = marker(new)
    new.update(_made(str(spare), [OutputFile(MARKER, b"", lambda: data)]))


def _unchanged(out: Path, files: Sequence[OutputFile], live: Tree) -> bool:
    if len(live) != len(files) + 1 or not is_there(f"{out}/{MARKER}", live[MARKER]):
        return False
    return all(
        (written := live.get(file.path)) is not None
        and written.made_of == file.made_of
        and is_there(f"{out}/{file.path}", written)
        for file in files
    )


def _usable(spare: Path, manifest: Manifest) -> Tree:
    """What the spare tree can be trusted to hold; one that cannot be trusted is thrown away.

    Its marker tells whether it is the very tree that the manifest speaks of.
    """
    held = (manifest.spare or {}).get(MARKER)
    if manifest.spare and held and is_there(f"{spare}/{MARKER}", held):
        return manifest.spare
    if spare.exists():
        shutil.rmtree(spare)
    return {}


def _bring_up_to_date(
    spare: Path,
    live: Path,
    files: Sequence[OutputFile],
    old: Tree,
    current: Tree,
    jobs: int,
    progress: Progress,
) -> tuple[Tree, int]:
    """The spare made to hold `files`: its new contents, and how many files were made."""
    spare.mkdir(parents=True, exist_ok=True)
    root, live_root = str(spare), str(live)
    new: Tree = {}
    to_make: list[OutputFile] = []
    for file in files:
        path, made_of = file.path, file.made_of
        had = old.get(path)
        if had and had.made_of == made_of and is_there(f"{root}/{path}", had):
            new[path] = had
            continue
        has = current.get(path)
        if has and has.made_of == made_of and is_there(f"{live_root}/{path}", has):
            _link(f"{live_root}/{path}", f"{root}/{path}")
            new[path] = has
        else:
            to_make.append(file)
    for path in old.keys() - {file.path for file in files} - {MARKER}:
        _remove(spare, path)
    done = 0
    for portion in _all_made(root, to_make, jobs):
        new.update(portion)
        done += len(portion)
        progress(done, len(to_make))
    return new, len(to_make)


def _all_made(
    root: str, files: Sequence[OutputFile], jobs: int
) -> Iterator[list[tuple[str, Written]]]:
    """The files made by all workers, those that need it at home meanwhile."""
    away = in_parallel(
        lambda some: _made(root, some), [file for file in files if not file.main_process], jobs
    )
    yield from islice(away, 1)  # the workers are at work from here on
    for file in files:
        if file.main_process:
            yield _made(root, [file])
    yield from away


def _made(root: str, files: Sequence[OutputFile]) -> list[tuple[str, Written]]:
    made = []
    for path, made_of, make, _ in files:
        file = f"{root}/{path}"
        _write(file, make())
        stat = os.stat(file)
        made.append((path, Written(made_of, stat.st_size, stat.st_mtime_ns)))
    return made


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
