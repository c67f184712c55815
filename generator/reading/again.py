"""A file read again: what was read, checked and scanned is what is used, or the work stops."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.problems import Level, Problem, Stop, refusal


def digest(data: bytes) -> bytes:
    """The digest by which the bytes of a file are known."""
    return hashlib.blake2b(data, digest_size=16).digest()


def read_again(file: Path, known: bytes) -> bytes:
    """The bytes of a file that had the digest `known`. Raises Stop where it has another by now."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Stop([moved(file, f"文件打不开（{refusal(error)}）")]) from None
    if digest(data) != known:
        raise Stop([moved(file)])
    return data


def moved(file: Path, message: str = "文件在检查过程中改动了") -> Problem:
    """A file that is another than it was."""
    return Problem(file.as_posix(), 1, Level.ERROR, "file-moved", message, "请再运行一次")
