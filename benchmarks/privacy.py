"""``python -m benchmarks.privacy``: how well the privacy scan finds, and how fast.

Recall and false alarms on the labelled corpus of the tests; then a city of 10,000 holders scanned
for the first time, and again unchanged, as processor time of one process. A build looks through
records where it reads them; here it is done apart, so that its own cost is seen.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import synthetic
from benchmarks.machine import load
from generator.privacy import scan
from generator.register import RecordCache
from generator.regulation import Examination, examine
from tests.privacy.corpus import measured

REPEATS = 5


def main() -> int:
    """Writes the figures to the terminal."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.privacy", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, metavar="N", help="holders")
    count = parser.parse_args().count
    gc.disable()  # as the program does
    begun = time.process_time()
    figures = measured()
    spent = time.process_time() - begun
    sys.stdout.write(f"{figures} ({spent:.1f} s, the making of the lines included)\n")
    with tempfile.TemporaryDirectory() as folder:
        content, cache = Path(folder) / "content", Path(folder) / "cache"
        synthetic.write(content, count)
        with RecordCache(cache, content) as record_cache:
            found = examine(content, record_cache)
            cold = min(_timed(content, found, None) for _ in range(REPEATS))
            scan(content, found.gathered, found.register, record_cache)
            warm = min(_timed(content, found, record_cache) for _ in range(REPEATS))
    sys.stdout.write(f"{count} holders: first scan {cold:.2f} s, unchanged {warm * 1000:.0f} ms\n")
    sys.stdout.write(f"load (1, 5 minutes): {load()}\n")
    return 0


def _timed(content: Path, found: Examination, record_cache: RecordCache | None) -> float:
    begun = time.process_time()
    scan(content, found.gathered, found.register, record_cache)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
