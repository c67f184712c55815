"""One command run: how long it took, how much memory it and its children held, what it wrote."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.025
"""Seconds between two looks at the memory."""
SELDOM = 8
"""Looks at the memory for each one that counts shared memory once: that one takes long."""
CALM = 0.05
"""The part of all processor time that others may use while we call the machine calm."""
LONGEST = 1800.0
"""Seconds after which a command is ended: Hugo has been seen to hang after a mistake of ours."""
_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command.

    `wall` and `cpu` are seconds; `cpu` is that of all processors, user and system, of the command
    and its children: it says how much work there was even on a machine that is busy with others.
    `others` is the part of all processor time, 0 to 1, that went to other work meanwhile: where it
    is large, `wall` says little. `memory` is the highest sum, in bytes, of the resident memory of
    the command and all below it, looked at every 25 ms; what forked processes share is counted for
    each of them. `shared_once` is the same with shared memory counted once, looked at every 200 ms
    while there are several processes; with one it is `memory`.
    """

    wall: float
    cpu: float
    others: float
    memory: int
    shared_once: int


class Failed(Exception):
    """A command did not succeed; the text is what it said."""


def run(command: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Runs `command` to its end, quietly. Raises Failed with its words when it does not succeed.

    The disk is brought to rest before, so that nobody pays for what another has written.
    """
    os.sync()
    said = cwd / "said.log"
    with said.open("wb") as log:
        busy, begun = _busy(), time.perf_counter()
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
        alarm = threading.Timer(LONGEST, os.kill, (process.pid, signal.SIGKILL))
        alarm.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            process.kill()
            raise
        finally:
            alarm.cancel()
        wall, busy = time.perf_counter() - begun, _busy() - busy
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.done.set()
    watch.join()
    if process.returncode:
        words = said.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise Failed(f"{' '.join(command)} left with {process.returncode}:\n{words}")
    cpu = usage.ru_utime + usage.ru_stime
    others = max(0.0, busy - cpu) / (wall * (os.cpu_count() or 1))
    return Run(wall, cpu, others, watch.highest, watch.shared_once)


def calm(patience: float) -> None:
    """Waits until others leave the machine alone, `patience` seconds at most."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        busy = _busy()
        time.sleep(1)
        if (_busy() - busy) / (os.cpu_count() or 1) < CALM:
            return


def _busy() -> float:
    """Seconds that all processors together have worked, or were taken from us, since the start."""
    with open("/proc/stat") as stat:
        user, nice, system, _, _, *rest = map(int, stat.readline().split()[1:9])
    return (user + nice + system + sum(rest)) / _TICKS


class _Watch(threading.Thread):
    """Looks at the memory of a process and of all below it until `done`."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.done = threading.Event()
        self.highest = 0
        self.shared_once = 0
        self._pid = pid

    def run(self) -> None:
        look = 0
        while not self.done.is_set():
            tree = [*_tree(self._pid)]
            held = sum(map(_resident, tree))
            self.highest = max(self.highest, held)
            if len(tree) == 1:
                self.shared_once = max(self.shared_once, held)
            elif look % SELDOM == 0:
                self.shared_once = max(self.shared_once, sum(map(_proportional, tree)))
            look += 1
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


def _proportional(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/smaps_rollup") as smaps:
            return sum(int(line.split()[1]) * 1024 for line in smaps if line.startswith("Pss:"))
    except OSError:
        return 0


def weigh(folder: Path) -> tuple[int, int]:
    """How many files lie below `folder`, and how many bytes they have together."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return len(sizes), sum(sizes)
