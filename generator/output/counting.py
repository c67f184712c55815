"""The count: the files on disk held against what there is to be."""

from __future__ import annotations

import os
from collections.abc import Collection


def listed(root: str) -> set[str]:
    """The path of every file below a folder, and of every empty folder, with a slash at its end."""
    found: set[str] = set()
    folders = [""]
    while folders:
        folder = folders.pop()
        empty = True
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                empty = False
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{folder}{entry.name}/")
                else:
                    found.add(f"{folder}{entry.name}")
        if empty and folder:
            found.add(folder)
    return found


def amiss(root: str, wanted: Collection[str], shown: int = 3) -> list[str]:
    """What differs between a tree and what it is to hold, in words."""
    there = listed(root)
    more, less = sorted(there.difference(wanted)), sorted({*wanted} - there)
    return [*(f"多出 {path}" for path in more[:shown]), *(f"缺少 {path}" for path in less[:shown])]
