"""What is confidential, and how it is kept out of records and messages.

Confidential is what stands below a key ``confidential:``, at any depth, and every file below
``confidential/``. It is cut from the tree before a public record is made of it, so that no page
can reach it; a message about such a place shows its values masked. Source: article 30.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from generator.reading import KeyPath, Tree

KEY = "confidential"
_QUOTED = re.compile(r"“.*”", re.DOTALL)
MASK = "“●●●”"


def is_confidential(path: str, where: KeyPath = ()) -> bool:
    """Whether a place of the content folder is confidential."""
    return path.startswith(f"{KEY}/") or KEY in where


def masked(message: str) -> str:
    """A message with the values in it masked. Values stand in “…” in every message."""
    return _QUOTED.sub(MASK, message)


def locked(value: bytes, file: bytes) -> bytes:
    """A value locked with the bytes of the file that it stands in; a locked one is opened again.

    Whoever has that file needs no key, and nobody else has one: each file makes a stream of its
    own, as long as the value, and the two are added bit by bit.
    """
    stream = hashlib.shake_256(b"withheld" + file).digest(len(value))
    both = int.from_bytes(value, "big") ^ int.from_bytes(stream, "big")
    return both.to_bytes(len(value), "big")


def without_confidential(tree: Tree) -> Tree:
    """The tree without anything confidential. Shares what it leaves as it is."""
    return {key: _cut(value) for key, value in tree.items() if key != KEY}


def _cut(value: Any) -> Any:
    if isinstance(value, dict):
        return without_confidential(value)
    if isinstance(value, list):
        return [_cut(item) for item in value]
    return value
