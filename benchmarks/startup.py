"""``python -m benchmarks.startup``: what a start costs, beside a bare Python and typer alone.

Processor time, user and system, as the median of ten runs of each, taken in turn in one run.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.machine import load
from benchmarks.measuring import run

SMALL = Path(__file__).parents[1] / "tests/reading/good"
REPEATS = 10
AWARD_SITE = "from generator.cli import main; main()"
STARTS = {
    "python": ["pass"],
    "typer": ["import typer"],
    "--help": [AWARD_SITE, "--help"],
    "--version": [AWARD_SITE, "--version"],
    "check, unchanged": [AWARD_SITE, "check"],
}


def main() -> None:
    """Writes the figures to the terminal."""
    spent: dict[str, list[float]] = {name: [] for name in STARTS}
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(SMALL, Path(folder) / "content")
        for _ in range(REPEATS + 1):  # the first fills caches, and is left out
            for name, words in STARTS.items():
                spent[name].append(run([sys.executable, "-c", *words], Path(folder)).cpu)
    median = {name: statistics.median(seconds[1:]) for name, seconds in spent.items()}
    for name, seconds in median.items():
        ratio = seconds / median["typer"]
        sys.stdout.write(f"{name}: {seconds * 1000:.0f} ms, {ratio:.1f} times typer alone\n")
    sys.stdout.write(f"load (1, 5 minutes): {load()}\n")


if __name__ == "__main__":
    main()
