"""Work shared between processes.

Processes are forked, so that what is already in memory need not be sent to them. Where a system
cannot fork (Windows), or one hand is asked for, the same work is done here, with the same result.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_work: Sequence[Callable[[], Any]] = ()
FEW = 24
"""Items below which starting processes costs more than it saves."""


def hands(asked: int | None = None) -> int:
    """How many processes to use: as many as asked for, else one per usable processor."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, asked or usable or 1)


def shared(
    work: Callable[[Sequence[T]], R], items: Sequence[T], jobs: int, size: int = 200
) -> Iterator[R]:
    """`work` done on `items`, at most `size` at a time; the results in the order of the items.

    What `work` raises is raised here. An interrupt ends the processes and is passed on.
    """
    size = max(1, min(size, len(items) // (4 * jobs)))  # so that all have work to the end
    portions = [items[start : start + size] for start in range(0, len(items), size)]
    if jobs < 2 or len(items) < FEW or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, portions)
        return
    global _work
    # Inherited by the fork: neither a closure nor what it works on need be sent.
    _work = [partial(work, portion) for portion in portions]
    gc.freeze()  # what is there already is no garbage: looking at it would only copy its pages
    try:
        context = multiprocessing.get_context("fork")
        with context.Pool(min(jobs, len(portions)), _at_work) as pool:
            yield from pool.imap(_do, range(len(portions)))
    finally:
        gc.unfreeze()
        _work = ()


def _at_work() -> None:
    gc.enable()  # templates leave cycles behind, and a worker lives for thousands of pages
    gc.set_threshold(20_000, 20, 20)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends us


def _do(number: int) -> Any:
    return _work[number]()
