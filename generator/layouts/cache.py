"""Layout sets on disk, so that an edited record never starts MkDocs."""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
from pathlib import Path

from generator.layouts.layout_set import LayoutSet

KEPT = 4


def _file(cache: Path, digest: str) -> Path:
    return cache / f"layouts-{digest[:32]}"


def load(cache: Path, digest: str) -> LayoutSet | None:
    """The layout set of that digest, or nothing when it is not there or is damaged.

    An entry begins with the SHA-256 of the rest: what a full disk or a crash has shortened is
    never unpickled, only made again.
    """
    try:
        entry = _file(cache, digest).read_bytes()
    except OSError:
        return None
    seal, pickled = entry[:32], entry[32:]
    if hashlib.sha256(pickled).digest() != seal:
        return None
    try:
        found = pickle.loads(pickled)
    except Exception:  # a class whose shape has changed can fail in any way
        return None
    return found if isinstance(found, LayoutSet) and found.digest == digest else None


def save(cache: Path, layout_set: LayoutSet) -> None:
    """Write an entry whole or not at all, and let go of the oldest ones.

    A cache that cannot be written to costs time and nothing else: OSError is not raised.
    """
    pickled = pickle.dumps(layout_set, protocol=5)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=cache, prefix=".layouts-")
        try:
            with os.fdopen(handle, "wb") as entry:
                entry.write(hashlib.sha256(pickled).digest() + pickled)
            os.replace(name, _file(cache, layout_set.digest))
        except OSError:
            Path(name).unlink(missing_ok=True)
            return
        entries = sorted(cache.glob("layouts-*"), key=lambda path: path.stat().st_mtime)
        for old in entries[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return
