"""Compiled templates, kept between runs."""

from __future__ import annotations

from typing import cast

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.incremental import Store


class TemplateCache(BytecodeCache):
    """Compiled templates in a store. A worker leaves keeping them to the process it came from."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes a template's code from the store, where it is there."""
        code = self._store.get(f"template/{bucket.key}")
        if code is not None:
            bucket.bytecode_from_string(cast(bytes, code))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template's code."""
        if self._store.is_own:
            self._store.keep(f"template/{bucket.key}", b"", bucket.bytecode_to_string())
