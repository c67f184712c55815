"""``award-site`` that is stopped at a chosen moment: ``python -m tests.publishing.dying build …``.

The environment says where: ``DIES_AT`` names a function of ``generator.output.trees``, which
of its calls, and whether before or after it (``_made 2 before``); the process then kills itself
beyond all cleaning up. With ``WAITS_AT`` the moment is a number: at that event of the progress of
writing the process says so on its standard output and waits to be interrupted. ``LOSES_AT`` names
a module and its function: the worker process that first comes to it is killed there, as the system
does when memory runs out.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from itertools import count
from typing import Any

from generator.cli import main, progress
from generator.output import trees


def _dying(name: str, at: int, when: str) -> None:
    whole: Callable[..., Any] = getattr(trees, name)
    calls = count(1)

    def dies(*arguments: Any, **named: Any) -> Any:
        mine = next(calls) == at
        if mine and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = whole(*arguments, **named)
        if mine:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(trees, name, dies)


def _waiting(at: int) -> None:
    events = count(1)

    def wait(self: progress.Bar, done: int, of: int) -> None:
        if self.words == "生成页面" and next(events) == at:
            sys.stdout.write(f"event {at}\n")
            sys.stdout.flush()
            time.sleep(60)

    progress.Bar.__call__ = wait  # type: ignore[method-assign]


def _losing(module: str, name: str) -> None:
    place = importlib.import_module(module)
    whole: Callable[..., Any] = getattr(place, name)

    def killed(*arguments: Any) -> Any:
        if multiprocessing.parent_process():
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(*arguments)

    setattr(place, name, killed)


if __name__ == "__main__":
    if place := os.environ.get("LOSES_AT"):
        _losing(*place.split())
    if moment := os.environ.get("DIES_AT"):
        name, at, when = moment.split()
        _dying(name, int(at), when)
    if event := os.environ.get("WAITS_AT"):
        _waiting(int(event))
    main()
