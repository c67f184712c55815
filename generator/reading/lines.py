"""The line on which a key stands, found again when it is needed.

Keeping the line of every key of 10,000 records costs seconds of garbage collection, and lines are
only needed where something is wrong. So the tree is read without them, and a file with a problem
is composed a second time.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.reading.text import Unreadable, decoded
from generator.reading.tree import KeyPath, compose


class Lines:
    """The lines of the keys of the files below `root`. Each file is composed once at most."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, dict[KeyPath, int]] = {}
        self._texts: dict[str, list[str]] = {}

    def of(self, path: str, where: KeyPath, words: str = "") -> int:
        """The line (from 1) of the key that `where` leads to in the file `path`; from there on the
        first that has the `words`.

        Where the way leads further than the file goes (a missing key), the line of the nearest
        key above it; 1 for a file that cannot be read (any more).
        """
        if path not in self._known:
            self._known[path] = self._composed(path)
        known = self._known[path]
        while where and where not in known:
            where = where[:-1]
        line = known.get(where, 1)
        after = self._texts.get(path, [])[line - 1 :] if words else []
        return next((n for n, text in enumerate(after, line) if words in text), line)

    def _composed(self, path: str) -> dict[KeyPath, int]:
        try:
            text = decoded((self._root / path).read_bytes())
            node = compose(text)
        except (OSError, Unreadable):
            return {}
        self._texts[path] = text.splitlines()
        found: dict[KeyPath, int] = {}
        _walk(node, (), found)
        return found


def _walk(node: yaml.Node, here: KeyPath, found: dict[KeyPath, int]) -> None:
    found.setdefault(here, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            there = (*here, key.value)
            found[there] = key.start_mark.line + 1
            _walk(value, there, found)
    elif isinstance(node, yaml.SequenceNode):
        for place, item in enumerate(node.value):
            _walk(item, (*here, place), found)
