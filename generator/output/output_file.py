"""A file: one file that the site is to have, and how its bytes come about when they are needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class OutputFile(NamedTuple):
    """One file of the site.

    `path` is below the root of the site. `made_of` is a digest of everything its bytes depend on:
    while it stays the same, the file is not made again. `make` gives the bytes; `main_process` says
    that it must do so in the process that builds, and not in one forked from it.
    """

    path: str
    made_of: bytes
    make: Callable[[], bytes]
    main_process: bool = False
