"""How far long work has come: bars for whoever watches, nothing for a file or a pipe."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Display
    from rich.progress import TaskID

SHORT = 0.5
"""Seconds of work for which no bar is shown."""


class ProgressBars:
    """The bars of one run, shown below one another where standard error is a terminal.

    They are taken away however the run ends, and what is told next begins a line of its own.
    """

    def __init__(self) -> None:
        self.watched = sys.stderr.isatty()
        self._begun = time.monotonic()
        self._display: Display | None = None

    def __enter__(self) -> ProgressBars:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._display:
            with _whole():
                self._display.stop()

    def of(self, words: str) -> Bar:
        """A bar for one stage of the work, named by `words`."""
        return Bar(self, words)

    def display(self) -> Display | None:
        """Where bars are drawn, once the work has taken long; None before."""
        if not self._display and time.monotonic() - self._begun >= SHORT:
            self._display = _display()
            self._display.start()
        return self._display


class Bar:
    """Tells how far one stage has come."""

    def __init__(self, bars: ProgressBars, words: str) -> None:
        self.words = words
        self._bars = bars
        self._task: TaskID | None = None

    def __call__(self, done: int, of: int) -> None:
        if not self._bars.watched or (done >= of and self._task is None):
            return
        with _whole():
            if display := self._bars.display():
                if self._task is None:
                    self._task = display.add_task(self.words, total=of)
                display.update(self._task, completed=done, refresh=True)


@contextmanager
def _whole() -> Iterator[None]:
    """A Ctrl-C during a drawing is heard after it: half a drawing could not be taken away."""
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if heard:
            signal.raise_signal(signal.SIGINT)


def _display() -> Display:
    """Drawn only when told: a thread that draws would be there when processes are forked."""
    # Only here: it takes 75 ms to import.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
