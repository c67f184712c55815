"""One command run: how long it took, how much memory it and its children held, what it wrote."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.025
"""Seconds between two looks at the memory."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command.

    `wall` and `cpu` are seconds; `cpu` is that of all processors, user and system, of the command
    and its children: it says how much work there was even on a machine that is busy with others.
    `memory` is the highest sum, in bytes, of the resident memory of the command and all below it,
    looked at every 25 ms; what forked processes share is counted for each of them.
    """

    wall: float
    cpu: float
    memory: int


class Failed(Exception):
    """A command did not succeed; the text is what it said."""


def run(command: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Runs `command` to its end, quietly. Raises Failed with its words when it does not succeed.

    The disk is brought to rest before, so that nobody pays for what another has written.
    """
    os.sync()
    said = cwd / "said.log"
    with said.open("wb") as log:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        watch = _Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.done.set()
    watch.join()
    if process.returncode:
        words = said.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise Failed(f"{' '.join(command)} left with {process.returncode}:\n{words}")
    return Run(wall, usage.ru_utime + usage.ru_stime, watch.highest)


class _Watch(threading.Thread):
    """Looks at the memory of a process and of all below it until `done`."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.done = threading.Event()
        self.highest = 0
        self._pid = pid

    def run(self) -> None:
        while not self.done.is_set():
            self.highest = max(self.highest, sum(map(_resident, _tree(self._pid))))
            self.done.wait(INTERVAL)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as children:
                below = children.read().split()
            for child in below:
                yield from _tree(int(child))
    except OSError:  # it ended meanwhile
        return


def _resident(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/statm") as statm:
            return int(statm.read().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def weigh(folder: Path) -> tuple[int, int]:
    """How many files lie below `folder`, and how many bytes they have together."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return len(sizes), sum(sizes)
