"""Two folders put in each other's place, in one step where the system has one."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import sys
from contextlib import suppress
from os import rename
from pathlib import Path

from generator.output.ownership import is_ours, refused
from generator.problems import Stop

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def exchange(spare: Path, out: Path) -> None:
    """Puts `spare` and `out`, folders of one file system, in each other's place.

    On Linux a reader sees either the old or the new, never neither. Elsewhere there are three
    renames: `out` aside, `spare` to `out`, what is aside to `spare`. Between the first two a reader
    finds no site, for as long as a rename takes, or, where the run is killed just there, until the
    next one begins: see `recover`. A refusal of the second takes back the first; one of the third
    (on Windows, somebody has a file of the old site open) changes nothing for a reader and is left
    to the next run. Raises OSError, and Stop where something else lies where `out` is to be put.
    """
    if _at_once(spare, out):
        return
    aside = _aside(spare)
    if os.path.lexists(aside):
        message, remedy = "这个名称是替换网站时要用的，却已被占用", "请把它移走后重新生成"
        raise Stop([refused(aside, "out-aside", message, remedy)])
    rename(out, aside)
    try:
        rename(spare, out)
    except BaseException:
        if not out.exists():
            rename(aside, out)
        raise
    with suppress(OSError):
        rename(aside, spare)


def recover(spare: Path, out: Path) -> None:
    """Puts right what a run that was killed in `exchange` left; call it as a run begins.

    What is aside goes back where there is no site, and else becomes the spare. What is not ours is
    left alone. Raises OSError.
    """
    aside = _aside(spare)
    if not is_ours(aside):
        return
    if not out.exists():
        rename(aside, out)
        return
    if spare.exists():
        shutil.rmtree(spare)
    rename(aside, spare)


def _aside(spare: Path) -> Path:
    return spare.with_name(f"{spare.name}.aside")


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
