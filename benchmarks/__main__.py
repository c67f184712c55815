"""``python -m benchmarks``: the contest held, its results shown and kept in ``build/bench``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks import hugo
from benchmarks.contest import Rules, hold
from benchmarks.machine import facts, load
from benchmarks.measuring import Failed
from benchmarks.results import markdown, plain

HOME = Path(__file__).parent.parent / "build" / "bench"


def main() -> int:
    """Leaves with 0 when everything was measured, else 1."""
    asked = _asked()
    try:
        known = facts(hugo.program())
        before = load()
        rules = Rules(asked.repeats, asked.patience, not asked.without_mkdocs, _tell)
        outcomes = hold(HOME / "cities", tuple(sorted(asked.counts)), rules)
    except (Failed, FileNotFoundError, ValueError) as failure:
        _tell(f"{failure}")
        return 1
    known |= {"load before and after (1, 5 minutes)": f"{before}; {load()}"}
    known |= {"runs of each": f"{asked.repeats}, of mkdocs-material with many holders one"}
    report = markdown(outcomes, known)
    (HOME / "results.md").write_text(report, encoding="utf-8")
    data = json.dumps(plain(outcomes, known), ensure_ascii=False, indent=2)
    (HOME / "results.json").write_text(data + "\n", encoding="utf-8")
    sys.stdout.write(report)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 10000], metavar="N")
    parser.add_argument("--repeats", type=int, default=3, metavar="N")
    parser.add_argument(
        "--patience",
        type=float,
        default=0,
        metavar="S",
        help="seconds to wait before each run for others to leave the machine alone",
    )
    parser.add_argument("--without-mkdocs", action="store_true", help="leave out mkdocs-material")
    return parser.parse_args()


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main())
