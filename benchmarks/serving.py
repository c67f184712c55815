"""How soon an edit is seen: from the record saved to its words in Chromium, through ``serve``.

``.venv/bin/python -m benchmarks.serving`` edits the demonstration, or a synthetic city of any size,
and tells the time of each edit as figures. It is no test: times differ from machine to machine.
"""

from __future__ import annotations

import argparse
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from benchmarks import synthetic
from benchmarks.machine import load

TOP = Path(__file__).parents[1]
CHROMIUM = "/usr/bin/chromium-headless-shell"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DEMONSTRATION = "shili-dianchi"


_SHOWN = "words => document.body && document.body.innerText.includes(words)"


class Kind(NamedTuple):
    """One kind of edit: what it is called, and how the edit number `n` is made; gives its words."""

    name: str
    make: Callable[[Path, int], str]


def main() -> int:
    """Measures and prints a table. Leaves with 1 where an edit was not seen."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("--edits", type=int, default=20, metavar="N")
    parser.add_argument("--counts", type=int, nargs="*", default=[10_000], metavar="HOLDERS")
    asked = parser.parse_args()
    before = load()
    rows = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for count in (0, *asked.counts):
            folder = Path(place, str(count))
            content = folder / "content"
            if count:
                synthetic.write(content, count)
            else:
                shutil.copytree(TOP / "content", content)
            holder = synthetic.EDITED if count else DEMONSTRATION
            kinds = [Kind("showcase", _showcase(holder)), Kind("facts", _facts(holder))]
            with _served(folder) as base:
                page = browser.new_page()
                page.goto(f"{base}awardees/{holder}/")
                what = f"{count} holders" if count else "demonstration"
                for kind in kinds:
                    took = [_seen(page, kind, content, n) for n in range(asked.edits + 1)][1:]
                    rows.append((what, kind.name, took))
        browser.close()
    sys.stdout.write(_table(rows, before))
    return 0


def _seen(page: Page, kind: Kind, content: Path, number: int) -> float:
    """Seconds from the record saved to its words visible."""
    begun = time.perf_counter()
    words = kind.make(content, number)
    # Asked anew with each frame: a locator looks half a second later again where a page was left.
    page.wait_for_function(_SHOWN, arg=words, timeout=60_000)
    return time.perf_counter() - begun


def _showcase(holder: str) -> Callable[[Path, int], str]:
    return lambda content, n: _edit(content, holder, r"(?<=\n  summary: )[^\n]*", f"第{n}次改的话")


def _facts(holder: str) -> Callable[[Path, int], str]:
    return lambda content, n: _edit(content, holder, r"(?<=certificate: )[^}\n]*", f"改-{n:04d}")


def _edit(content: Path, holder: str, pattern: str, words: str) -> str:
    record = content / f"awardees/{holder}.yml"
    text = record.read_text(encoding="utf-8")
    edited, count = re.subn(pattern, words, text, count=1)
    if not count:
        raise ValueError(f"{record} has no place like {pattern}")
    record.write_text(edited, encoding="utf-8", newline="\n")
    return words


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The preview of a folder's content; gives its address."""
    command = [sys.executable, "-c", "from generator.cli import main; main()", "serve"]
    process = subprocess.Popen(
        [*command, "--content", "content", "--port", "8600"],
        cwd=folder,
        env={"PYTHONPATH": str(TOP)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        with process.stdout as lines:
            for line in lines:
                if found := re.match(r"预览在 (\S+)", line):
                    yield found.group(1)
                    break
            else:
                raise RuntimeError("the preview did not start")
            process.send_signal(signal.SIGINT)
            lines.read()
    finally:
        process.kill()
        process.wait()


def _table(rows: list[tuple[str, str, list[float]]], before: str) -> str:
    lines = [
        "| content | edit | edits | median | fastest | slowest |",
        "|---|---|---:|---:|---:|---:|",
    ]
    for what, kind, took in rows:
        times = [statistics.median(took), min(took), max(took)]
        shown = " | ".join(f"{seconds:.2f} s" for seconds in times)
        lines.append(f"| {what} | {kind} | {len(took)} | {shown} |")
    lines.append("")
    lines.append(f"Load before and after (1, 5 minutes): {before}; {load()}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
