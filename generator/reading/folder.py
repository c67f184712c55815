"""The content folder: which files there are, and in which room of it each one lies."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.problems import refusal
from generator.reading.text import Unreadable

SETTLED = 100_000_000
"""Nanoseconds after which a file's time of change is trusted: a second change within the same
tick of the clock would not show."""
_IGNORED = frozenset({"Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the content folder.

    `path` is relative to the folder, with forward slashes; `stamp` is its size in bytes and its
    time of change in nanoseconds, by which an unchanged file is known without reading it.
    """

    path: str
    stamp: tuple[int, int]

    @property
    def stem(self) -> str:
        """The name without folder and ending: the id of the record."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


@dataclass(slots=True)
class Folder:
    """All files of a content folder by kind, and what cannot be taken from it.

    Editors' and systems' own files (hidden ones, Thumbs.db, ~$…) are passed over. A symbolic link
    that leaves the folder is refused: what it shows today may be something else tomorrow.
    `taken` is when the folder was looked at, in nanoseconds: what changes later is not in it.
    """

    root: Path
    yaml: list[SourceFile] = field(default_factory=list)
    prose: list[SourceFile] = field(default_factory=list)
    files: list[SourceFile] = field(default_factory=list)
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
        folder.refused.sort(key=lambda pair: pair[0])
        for source in found:
            folder._sort_in(source)
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
                if reason := _refusal(entry, root):
                    refused.append((path, reason))
                elif entry.is_dir():
                    yield from _walk(root, path, refused)
                else:
                    stat = entry.stat()
                    yield SourceFile(path, (stat.st_size, stat.st_mtime_ns))
            except OSError as error:  # a folder that may not be entered, a file gone meanwhile
                refused.append((path, _shut(error)))


def _shut(error: OSError) -> Unreadable:
    return Unreadable(1, "file-unreadable", f"打不开（{refusal(error)}）", "请检查权限和磁盘")


def _refusal(entry: os.DirEntry[str], root: Path) -> Unreadable | None:
    """Why an entry of a folder is not taken, or None for plain files and folders."""
    try:
        entry.name.encode()
    except UnicodeEncodeError:
        return Unreadable(
            1, "file-name", "文件名不是 UTF-8 编码", "请改名；压缩包请按 UTF-8 重新解开"
        )
    if entry.is_symlink():
        if _stays_inside(Path(entry.path), root) and entry.is_file():
            return None
        return Unreadable(
            1,
            "file-link",
            "这是符号链接，指向内容文件夹之外、指向文件夹或已失效",
            "请把文件本身复制进来",
        )
    if not entry.is_file() and not entry.is_dir():
        return Unreadable(
            1, "file-special", "这不是普通文件（是管道、套接字或设备）", "请删除，或换成文件"
        )
    return None


def _stays_inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False
