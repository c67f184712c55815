"""Work shared between processes.

Processes are forked, so that what is already in memory need not be sent to them. Where a system
cannot fork (Windows), or one worker is asked for, the same work is done here, with the same result.
"""

from __future__ import annotations

import errno
import gc
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_work: Sequence[Callable[[], Any]] = ()
FEW = 24
"""Items below which starting processes costs more than it saves."""


def worker_count(asked: int | None = None) -> int:
    """How many processes to use: as many as asked for, else one per usable processor."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, asked or usable or 1)


def in_parallel(
    work: Callable[[Sequence[T]], R], items: Sequence[T], jobs: int, size: int = 200
) -> Iterator[R]:
    """`work` done on `items`, at most `size` at a time; the results in the order of the items.

    What `work` raises is raised here. An interrupt ends the processes and is passed on. Raises
    ChildProcessError where the system has ended one of them, for want of memory as a rule.
    """
    size = max(1, min(size, len(items) // (4 * jobs)))  # so that all have work to the end
    portions = [items[start : start + size] for start in range(0, len(items), size)]
    if jobs < 2 or len(items) < FEW or not hasattr(os, "fork"):
        yield from map(work, portions)
        return
    global _work
    # Inherited by the fork: neither a closure nor what it works on need be sent.
    _work = [partial(work, portion) for portion in portions]
    gc.freeze()  # what is there already is no garbage: looking at it would only copy its pages
    try:
        yield from _by_processes(min(jobs, len(portions)))
    finally:
        gc.unfreeze()
        _work = ()


def _by_processes(number: int) -> Iterator[Any]:
    import multiprocessing  # all this takes 30 ms to load, and few starts need it
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    others = {*multiprocessing.active_children()}
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(number, context, _at_work) as pool:
        try:
            begun = deque([pool.submit(_do, number) for number in range(len(_work))])
            while begun:
                yield begun.popleft().result()
        except BrokenProcessPool:
            raise ChildProcessError(errno.ECHILD, os.strerror(errno.ECHILD)) from None
        except BaseException:  # nobody waits for the rest
            for process in {*multiprocessing.active_children()} - others:
                process.terminate()
            raise


def _at_work() -> None:
    gc.enable()  # templates leave cycles behind, and a worker lives for thousands of pages
    gc.set_threshold(20_000, 20, 20)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends us
    threading.Thread(target=_until_alone, daemon=True).start()


def _until_alone() -> None:
    """Ends this process when its parent is no more: nobody else would."""
    import multiprocessing
    from multiprocessing.connection import wait

    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _do(number: int) -> Any:
    try:
        return _work[number]()
    except Exception as error:
        pickle.loads(pickle.dumps(error))  # one that cannot travel would look like a lost process
        raise
