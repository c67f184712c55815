"""The manifest: what each of the two trees holds, so that nothing unchanged is written again."""

from __future__ import annotations

import hashlib
import marshal
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.incremental import Stamp, private_folder
from generator.reading import digest


class Written(NamedTuple):
    """A file as it was written.

    The digest of what it was made of, its stamp, the digest of its bytes, and what its making
    asked.
    """

    made_of: bytes
    stamp: Stamp
    digest: bytes
    asked: tuple[str, ...] = ()


def is_untouched(path: str, written: Written) -> bool:
    """Whether a file is the very one that was written, by its stamp."""
    try:
        return Stamp.of(os.lstat(path)) == written.stamp
    except OSError:
        return False


def as_written(path: str, written: Written) -> Written | None:
    """The file with its present stamp, or None where it is not as it was written.

    A stamp changes when a file is linked or copied: then its bytes are looked at.
    """
    try:
        stamp = Stamp.of(os.lstat(path))
        if stamp == written.stamp:
            return written
        if stamp.size != written.stamp.size or digest(Path(path).read_bytes()) != written.digest:
            return None
    except OSError:
        return None
    return written._replace(stamp=stamp)


def written_at(path: str, made_of: bytes, data: bytes) -> Written:
    """The file at `path`, which was made of `made_of` and holds `data`."""
    return Written(made_of, Stamp.of(os.lstat(path)), digest(data))


Tree = dict[str, Written]
"""The files of a tree by their paths below it."""


@dataclass(slots=True)
class Manifest:
    """The two trees of one output folder: the one that is live, and the spare beside it.

    `spare` is None while the spare is being written, so that an interrupted run is noticed: what
    it left is then not trusted.
    """

    live: Tree = field(default_factory=dict)
    spare: Tree | None = None


def manifest_file(cache: Path, out: Path) -> Path:
    """Where the manifest of an output folder is kept. Raises OSError."""
    whose = hashlib.blake2b(str(out.resolve()).encode(), digest_size=8).hexdigest()
    return private_folder(cache, "trees") / f"{whose}.manifest"


def read_manifest(file: Path) -> Manifest:
    """The manifest in `file`; an empty one where there is none or it is damaged.

    It begins with a digest of the rest, so that a flipped bit or a lost end is noticed.
    """
    try:
        sealed = file.read_bytes()
        if sealed[:_SEAL] != _seal(sealed[_SEAL:]):
            return Manifest()
        questions, live, spare = marshal.loads(sealed[_SEAL:])
        return Manifest(_tree(live, questions), None if spare is None else _tree(spare, questions))
    except Exception:  # one of another version can fail in any way: then all is written again
        return Manifest()


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Writes the manifest at once or not at all. Raises OSError."""
    beside = file.with_suffix(".new")
    questions: dict[str, int] = {}
    live, spare = _plain(manifest.live, questions), _plain(manifest.spare, questions)
    data = marshal.dumps(([*questions], live, spare))
    try:
        beside.touch(0o600)
        beside.write_bytes(_seal(data) + data)
        os.replace(beside, file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


_SEAL = 32


def _seal(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SEAL).digest()


Plain = dict[str, tuple[bytes, tuple[int, ...], bytes, tuple[int, ...]]]
"""A tree with the questions by number: most are asked by many files."""


def _plain(tree: Tree | None, questions: dict[str, int]) -> Plain | None:
    if tree is None:
        return None
    plain: Plain = {}
    for path, (made_of, stamp, of, asked) in tree.items():
        numbers = tuple([questions.setdefault(one, len(questions)) for one in asked])
        plain[path] = made_of, tuple(stamp), of, numbers
    return plain


def _tree(plain: Plain, questions: list[str]) -> Tree:
    return {
        path: Written(made_of, Stamp(*stamp), of, tuple([questions[number] for number in asked]))
        for path, (made_of, stamp, of, asked) in plain.items()
    }
