"""Two folders put in each other's place, in one step where the system has one."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def exchange(one: Path, other: Path) -> None:
    """Puts `one` and `other`, folders of one file system, in each other's place.

    On Linux a reader sees either the old or the new, never neither. Elsewhere two renames follow
    one another closely, and a failure of the second takes back the first. Raises OSError.
    """
    if not _at_once(one, other):
        aside = one.with_name(f".{one.name.lstrip('.')}.aside")
        os.rename(one, aside)
        try:
            os.rename(other, one)
        except OSError:
            os.rename(aside, one)
            raise
        os.rename(aside, other)


def _at_once(one: Path, other: Path) -> bool:
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    done = libc.renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    return bool(done == 0)
