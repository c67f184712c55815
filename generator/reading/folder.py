"""The content folder: which files there are, and in which room of it each one lies."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.incremental.stamp import UNKNOWN, Stamp
from generator.problems import refusal
from generator.reading.text import Unreadable

WITHHELD = "confidential"
"""The room of what is never published."""
LEAKING = "file-confidential"
"""The code of a problem with a file that would let out what is withheld, and its remedy."""
WITHOUT = "请删去；要公开的，另做一份不含不公开内容的文件"
_IGNORED = frozenset({"Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the content folder.

    `path` is relative to the folder, with forward slashes; by its `stamp` an unchanged file is
    known without reading it.
    """

    path: str
    stamp: Stamp = UNKNOWN

    @property
    def stem(self) -> str:
        """The name without folder and ending: the id of the record."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


@dataclass(slots=True)
class Folder:
    """All files of a content folder by kind, and what cannot be taken from it.

    Editors' and systems' own files (hidden ones, Thumbs.db, ~$…) are passed over. A symbolic link
    that leaves its room is refused: what it shows today may be something else tomorrow. So is any
    link to what is `withheld`, which is every file below ``confidential/``, whatever its name.
    `taken` is when the folder was looked at, in nanoseconds: what changes later is not in it.
    """

    root: Path
    yaml: list[SourceFile] = field(default_factory=list)
    prose: list[SourceFile] = field(default_factory=list)
    files: list[SourceFile] = field(default_factory=list)
    withheld: list[SourceFile] = field(default_factory=list)
    refused: list[tuple[str, Unreadable]] = field(default_factory=list)
    taken: int = field(default_factory=time.time_ns)

    @classmethod
    def scan(cls, root: Path) -> Folder:
        """The folder as it is now, in the order of the paths.

        Raises Unreadable where `root` is no folder that can be listed.
        """
        folder = cls(root)
        try:
            found = sorted(_walk(root, "", folder.refused), key=lambda source: source.path)
        except OSError as error:
            raise Unreadable(
                1,
                "content-missing",
                f"内容文件夹 {root} 打不开（{refusal(error)}）",
                "请检查 --content 指向的位置",
            ) from None
        folder.withheld += sorted(_everything(root, WITHHELD), key=lambda source: source.path)
        same = {source.stamp: source.path for source in folder.withheld if source.stamp.number}
        for source in found:
            room, _, _ = source.path.partition("/")
            if room != WITHHELD and (leaking := same.get(source.stamp)):
                message = f"与不公开的“{leaking}”是同一个文件（硬链接）"
                folder.refused.append((source.path, _withheld(message)))
            else:
                folder._sort_in(source)
        folder.refused.sort(key=lambda pair: pair[0])
        return folder

    def _sort_in(self, source: SourceFile) -> None:
        room, _, rest = source.path.partition("/")
        ending = source.path.rsplit(".", 1)[-1].lower()
        if room == "files" and rest:
            self.files.append(source)
        elif room == "pages" and rest and ending == "md":
            self.prose.append(source)
        elif ending == "yml":
            self.yaml.append(source)
        else:
            remedy = (
                "扩展名请用 .yml"
                if ending in {"yaml", "yml_"}
                else "记录用 .yml，说明页放 pages/（.md），附件和图片放 files/"
            )
            self.refused.append(
                (source.path, Unreadable(1, "file-unknown", "不认识的文件", remedy))
            )


def _walk(root: Path, below: str, refused: list[tuple[str, Unreadable]]) -> Iterator[SourceFile]:
    with os.scandir(root / below if below else root) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith((".", "~$")) or name in _IGNORED or name.endswith("~"):
                continue
            path = f"{below}/{name}" if below else name
            try:
                if reason := _refusal(entry, root, path):
                    refused.append((path, reason))
                elif entry.is_dir():
                    yield from _walk(root, path, refused)
                else:
                    yield SourceFile(path, Stamp.of(entry.stat()))
            except OSError as error:  # a folder that may not be entered, a file gone meanwhile
                refused.append((path, _shut(error)))


def _everything(root: Path, room: str) -> Iterator[SourceFile]:
    """Every file of a room but links, also those that are passed over elsewhere."""
    for folder, _, names in os.walk(root / room):
        for name in names:
            file = Path(folder, name)
            if file.is_file() and not file.is_symlink():
                yield SourceFile(file.relative_to(root).as_posix(), Stamp.of(file.stat()))


def _shut(error: OSError) -> Unreadable:
    return Unreadable(1, "file-unreadable", f"打不开（{refusal(error)}）", "请检查权限和磁盘")


def _withheld(message: str) -> Unreadable:
    """A file that would let out what is withheld."""
    return Unreadable(1, LEAKING, message, WITHOUT)


def _refusal(entry: os.DirEntry[str], root: Path, path: str) -> Unreadable | None:
    """Why an entry of a folder is not taken, or None for plain files and folders."""
    try:
        entry.name.encode()
    except UnicodeEncodeError:
        return Unreadable(
            1, "file-name", "文件名不是 UTF-8 编码", "请改名；压缩包请按 UTF-8 重新解开"
        )
    if entry.is_symlink():
        target = _target(Path(entry.path), root)
        room = _room(path)
        if target and _room(target) == room and entry.is_file():
            return None
        if target and _room(target) == WITHHELD:
            return _withheld(f"这是符号链接，指向不公开的“{target}”")
        around = f"“{room}/”" if room else "内容文件夹最上层"
        message = f"这是符号链接，指向{around}之外、指向文件夹或已失效"
        return Unreadable(1, "file-link", message, "请把文件本身复制进来")
    if not entry.is_file() and not entry.is_dir():
        return Unreadable(
            1, "file-special", "这不是普通文件（是管道、套接字或设备）", "请删除，或换成文件"
        )
    return None


def _room(path: str) -> str:
    """The first folder of a path; empty for a file at the top."""
    return path.partition("/")[0] if "/" in path else ""


def _target(link: Path, root: Path) -> str | None:
    """Where a link leads to below the content folder, if it does."""
    try:
        return link.resolve(strict=True).relative_to(root.resolve()).as_posix()
    except (OSError, RuntimeError, ValueError):
        return None
