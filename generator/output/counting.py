"""The count: the files on disk held against what the site is to have."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.output.manifest import Tree


def amiss(spare: Path, new: Tree, old: Tree, kept: Iterable[str], shown: int = 3) -> list[str]:
    """What differs between the tree and what it is to hold, in words.

    What was kept has been looked at one by one; so only folders in which something changed are
    listed again.
    """
    changed = {path for path, written in new.items() if old.get(path) != written}
    changed |= old.keys() - new.keys()
    folders = {path.rpartition("/")[0] for path in changed} | {""}
    wanted = {path for path in (*new, *kept) if path.rpartition("/")[0] in folders}
    there = {path for folder in folders for path in _files(str(spare), folder)}
    more, less = sorted(there - wanted), sorted(wanted - there)
    return [*(f"多出 {path}" for path in more[:shown]), *(f"缺少 {path}" for path in less[:shown])]


def _files(root: str, folder: str) -> list[str]:
    try:
        with os.scandir(f"{root}/{folder}") as entries:
            names = [entry.name for entry in entries if not entry.is_dir(follow_symlinks=False)]
    except FileNotFoundError:  # its last file was removed, and so was the folder
        return []
    return [f"{folder}/{name}" if folder else name for name in names]
