"""A build of two files where folders cannot be exchanged at once, killed at one of its renames."""

from __future__ import annotations

import os
import signal
from itertools import count
from pathlib import Path

from generator.incremental import Observer
from generator.output import OutputFile, exchange, held, renew


def swapping(place: Path, words: str, when: str = "", number: int = 0) -> None:
    """A site of `words`; without them nothing is made, as where the records hold a mistake.

    `when` is ``before`` or ``after`` the rename of that `number`, those of a recovery included.
    Call it in a process of its own: it is killed, and the program it has changed is lost with it.
    """
    calls = count(1)

    def rename(source: Path, target: Path) -> None:
        mine = next(calls) == number
        if mine and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        os.rename(source, target)
        if mine:
            os.kill(os.getpid(), signal.SIGKILL)

    exchange._at_once = lambda spare, out: False  # type: ignore[attr-defined]
    exchange.rename = rename  # type: ignore[attr-defined]
    data = words.encode()
    files = [OutputFile(path, data, lambda: data) for path in ("index.html", "a/index.html")]
    with held(place / "site"):
        if words:
            renew(place / "site", files, place / "cache", Observer())
