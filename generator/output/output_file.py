"""One file that the site is to have, and how its bytes come about when they are needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class OutputFile(NamedTuple):
    """One file of the site.

    `path` is below the root of the site. `given` is a digest of what its bytes are made of, but
    for what `make` asks the register while it is `observed`: while both stay the same, the file is
    not made again. `make` gives the bytes; `main_process` says that it must do so in the process
    that builds, and not in one forked from it.
    """

    path: str
    given: bytes
    make: Callable[[], bytes]
    observed: bool = False
    main_process: bool = False
