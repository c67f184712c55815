"""Compiled templates on disk, each sealed: what a crash or a full disk left is compiled again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_SEAL = 32


def _seal(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SEAL).digest()


class TemplateCache(BytecodeCache):
    """Compiled templates in a folder. One that cannot be written to costs time and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes a template's code from the folder, where it is there and whole."""
        with suppress(OSError):
            sealed = (self._folder / bucket.key).read_bytes()
            if sealed[:_SEAL] == _seal(sealed[_SEAL:]):
                bucket.bytecode_from_string(sealed[_SEAL:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Writes a template's code whole or not at all."""
        data = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_seal(data) + data)
                os.replace(name, self._folder / bucket.key)
            except OSError:
                os.unlink(name)
                raise
