"""The cache is its owner's alone: it holds what was read of records not yet published."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDERS = frozenset({"checked", "layouts", "records", "serving", "trees"})


def private_folder(cache: Path, *names: str) -> Path:
    """A folder of the cache, made where there is none, that nobody but its owner may enter.

    So it is with its files, also where an earlier run left them open to others. What holds other
    things beside a cache stays as it is. Windows has no such rights. Raises OSError.
    """
    new = not cache.exists()
    folder = cache.joinpath(*names)
    folder.mkdir(parents=True, exist_ok=True)
    if os.name == "nt":
        return folder
    if new or all(name in _FOLDERS or name.startswith(".") for name in os.listdir(cache)):
        _close(cache, 0o700)
    for number in range(len(names)):
        _close(cache.joinpath(*names[: number + 1]), 0o700)
    for file in folder.iterdir():
        if not file.is_dir():
            _close(file, 0o600)
    return folder


def _close(place: Path, mode: int) -> None:
    """Takes away what others may do. What is somebody else's is theirs to close."""
    stat = place.stat()
    if stat.st_mode & 0o077 and stat.st_uid == os.getuid():
        place.chmod(mode)
