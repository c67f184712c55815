"""One file of records as it was read: its tree, what it points to, and what is wrong with it."""

from __future__ import annotations

import hashlib
import marshal
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from generator.reading import KeyPath, SourceFile, Tree, Unreadable, read_tree
from generator.records.faults import faults
from generator.records.pointers import pointers
from generator.records.rooms import Room, room_of
from generator.records.secrecy import KEY, is_confidential, masked

SHOWCASE = "showcase"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault in one file, before its line is looked up.

    `line` is given where the file could not be read as a tree; then `where` is empty.
    """

    where: KeyPath
    code: str
    message: str
    remedy: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of records.

    `digest` is of its bytes. `facts` is its tree without the showcase; `showcase` is that part
    alone, packed by marshal (empty for all but holders), because it is only opened while a page is
    made. Both still hold what is confidential. `points_to` lists kind, id and place of every
    record it names. With `flaws` that make it unfit, `facts` is empty.
    """

    path: str
    stamp: tuple[int, int]
    digest: bytes
    facts: Tree
    showcase: bytes
    points_to: tuple[tuple[str, str, KeyPath], ...]
    flaws: tuple[Flaw, ...]

    @property
    def room(self) -> Room:
        room = room_of(self.path)
        assert room is not None  # entries are only made of files in a room
        return room


def read_entry(root: Path, source: SourceFile, room: Room) -> Entry:
    """The file `source` below `root` as an entry. What is wrong with it becomes its flaws."""
    try:
        data = (root / source.path).read_bytes()
    except OSError as error:
        flaw = Flaw((), "file-unreadable", f"文件打不开（{error.strerror}）", "请检查权限", 1)
        return _unfit(source, b"", (flaw,))
    digest = hashlib.blake2b(data, digest_size=16).digest()
    try:
        tree = read_tree(data)
    except Unreadable as reason:
        hidden = is_confidential(source.path) or KEY.encode() in data
        message = masked(reason.message) if hidden else reason.message
        return _unfit(source, digest, (Flaw((), reason.code, message, reason.remedy, reason.line),))
    try:
        record = room.model.model_validate(tree)
    except ValidationError as error:
        found = tuple(
            Flaw(
                fault.where,
                fault.code,
                masked(fault.message)
                if is_confidential(source.path, fault.where)
                else fault.message,
                fault.remedy,
            )
            for fault in faults(error, room.model)
        )
        return _unfit(source, digest, found)
    showcase = tree.pop(SHOWCASE, None)
    return Entry(
        source.path,
        source.stamp,
        digest,
        tree,
        marshal.dumps(showcase) if showcase else b"",
        tuple((p.kind, p.id, p.where) for p in pointers(record)),
        tuple(_misnamed(source, room, tree)),
    )


def _unfit(source: SourceFile, digest: bytes, flaws: tuple[Flaw, ...]) -> Entry:
    return Entry(source.path, source.stamp, digest, {}, b"", (), flaws)


def _misnamed(source: SourceFile, room: Room, tree: Tree) -> list[Flaw]:
    flaws = []
    if room.named_by and (named := tree[room.named_by]) != source.stem:
        flaws.append(
            Flaw(
                (room.named_by,),
                "id-file-name",
                f"{room.named_by} 是“{named}”，文件名却是 {source.stem}.yml",
                "两者应一致；编号一经使用不再更改",
            )
        )
    if room.kind == "notice":
        folder, year = source.path.split("/")[1], tree["published"][:4]
        if folder != year:
            flaws.append(
                Flaw(
                    ("published",),
                    "notice-year-folder",
                    f"发布时间是“{tree['published']}”，却放在 {folder} 年的文件夹",
                    f"请移到 notices/{year}/",
                )
            )
    return flaws
