"""A build of two files where folders cannot be exchanged at once, killed at one of its renames.

``python -m tests.output.swapping OUT CACHE WORDS [WHEN NUMBER]``: WHEN is ``before`` or ``after``
the rename of that NUMBER, those of a recovery included. Without WORDS nothing is made: such a run
finds a mistake in the records.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path

from generator.incremental import Observer
from generator.output import OutputFile, exchange, held, renew


def main(out: Path, cache: Path, words: str, when: str = "", number: str = "0") -> None:
    calls = count(1)

    def rename(source: Path, target: Path) -> None:
        mine = next(calls) == int(number)
        if mine and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        os.rename(source, target)
        if mine:
            os.kill(os.getpid(), signal.SIGKILL)

    exchange._at_once = lambda spare, out: False  # type: ignore[attr-defined]
    exchange.rename = rename  # type: ignore[attr-defined]
    data = words.encode()
    files = [OutputFile(path, data, lambda: data) for path in ("index.html", "a/index.html")]
    with held(out):
        if words:
            renew(out, files, cache, Observer())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
