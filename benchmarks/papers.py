"""How long official documents take: 1,000 notices as PDF, beside as many empty pages as a floor.

``python -m benchmarks.papers``. The floor is what typst itself needs to begin and to write a file.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

import typst

from generator.documents import composed, printed, typefaces
from generator.regulation import examine

CONTENT = Path(__file__).parents[1] / "content"
COUNT = 1000
EMPTY = b'#set page(paper: "a4")\n\n'


def papers() -> tuple[Callable[[], int], Callable[[], int]]:
    """Two runs, each giving the bytes it wrote: the notices of the demonstration, and the floor."""
    register = examine(CONTENT).register
    faces = typefaces(register.site, CONTENT)
    notices = [*islice(cycle(register.notices.values()), COUNT)]

    def documents() -> int:
        return sum(len(printed(composed(register, n, "5 个工作日"), faces)) for n in notices)

    def floor() -> int:
        return sum(len(typst.compile(EMPTY, ignore_system_fonts=True)) for _ in range(COUNT))

    return documents, floor


def main() -> None:
    """Prints seconds and bytes of each, and their ratio."""
    found = {}
    for name, run in zip(("documents", "floor"), papers(), strict=True):
        begun = time.perf_counter()
        size = run()
        found[name] = {"seconds": round(time.perf_counter() - begun, 2), "bytes": size}
    ratio = found["documents"]["seconds"] / found["floor"]["seconds"]
    json.dump({"count": COUNT, **found, "ratio": round(ratio, 1)}, sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
