"""A record written in the place of what was there, at once or not at all."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.problems import Problem, Stop, failing
from generator.register import RecordCache
from generator.regulation import examine


@contextmanager
def replaced(file: Path, text: str) -> Iterator[None]:
    """The file with `text` in it, written at once or not at all; put back if the caller fails."""
    before = file.read_bytes()
    _write(file, text.encode())
    try:
        yield
    except BaseException:
        _write(file, before)
        raise


def no_worse(content: Path, cache: Path, today: dt.date | None, known: Iterable[Problem]) -> None:
    """Raises Stop where the records as they stand have errors that are not among those `known`."""
    with RecordCache(cache, content) as record_cache:
        now = examine(content, record_cache, today).problems
    before = {(p.code, p.message) for p in known}
    if fresh := [p for p in failing(now, strict=False) if (p.code, p.message) not in before]:
        raise Stop(fresh)


def _write(file: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".written-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        shutil.copymode(file, name)
        os.replace(name, file)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
