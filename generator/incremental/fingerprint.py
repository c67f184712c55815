"""What decides bytes beside the content: the program, the theme's settings, what is installed."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

PROGRAM = Path(__file__).parents[1]
SETTINGS = PROGRAM.parent / "mkdocs.yml"


def digest_of(*parts: bytes | str) -> bytes:
    """A digest of 16 bytes; where one part ends and the next begins is part of it."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.digest()


@cache
def program() -> bytes:
    """A digest of every file of the program and of every package installed, with its version.

    It is worked out once a process; `program.cache_clear()` says that a template has changed.
    """
    sources = (
        os.path.join(folder, name)
        for folder, _, names in os.walk(PROGRAM)
        if not folder.endswith("__pycache__")
        for name in names
    )
    digest = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for package in _installed():
        digest.update(f"{package}\n".encode())
    for source in sorted((*sources, *([str(SETTINGS)] if SETTINGS.exists() else ()))):
        with open(source, "rb") as file:
            digest.update(f"{os.path.relpath(source, PROGRAM)}\n".encode() + file.read())
    return digest.digest()


def _installed() -> list[str]:
    """Name and version of each package, as the folders of their metadata are called."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(name for name in os.listdir(folder or ".") if name.endswith("-info"))
        except OSError:  # a folder that is not there, or an archive
            continue
    return sorted(found)
