"""The status: how the site stands just now. The builder posts it, browsers and terminal read."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass

from generator.problems import Problem, count_words, failing


@dataclass(frozen=True, slots=True)
class State:
    """How the site stands.

    `revision` names the site that is shown, and is another one after each change of it; empty
    while there is no site yet. `problems` are those of the last attempt, `stopped` says whether
    they kept the site from being renewed.
    """

    revision: str
    mount: str = "/"
    problems: tuple[Problem, ...] = ()
    stopped: bool = False
    strict: bool = False

    @property
    def has_site(self) -> bool:
        """Whether there is a site to show."""
        return bool(self.revision)

    def as_event(self) -> bytes:
        """The state as a server-sent event. Only what stops the site is told in full."""
        stopping = failing(self.problems, strict=self.strict) if self.stopped else []
        rest = count_words(problem for problem in self.problems if problem not in stopping)
        told = {
            "revision": self.revision,
            "mount": self.mount,
            "count": count_words(stopping),
            "rest": f"另有{rest}，见运行预览的窗口。" if stopping and rest else "",
            "problems": [
                {
                    "place": str(problem).partition(f": {problem.level.word} ")[0],
                    "level": problem.level.word,
                    "sentence": problem.sentence,
                }
                for problem in stopping
            ],
        }
        return f"event: state\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode()


class Status:
    """Holds the present state, for one who posts and many who wait."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._changed = threading.Condition()
        self._idle = threading.Event()
        self._idle.set()

    @property
    def state(self) -> State:
        """The present state."""
        return self._state

    def post(self, state: State) -> None:
        """Puts up a new state and wakes all who wait for one."""
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def news(self, seen: State | None, seconds: float) -> State | None:
        """A state other than `seen`, or None where there is none within `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: self._state is not seen, seconds)
            return None if self._state is seen else self._state

    def working(self, now: bool) -> None:
        """Says that the site is being renewed just now, or is not any more."""
        if now:
            self._idle.clear()
        else:
            self._idle.set()

    def rest(self, seconds: float) -> bool:
        """Waits for work under way. False where there was none, and so nothing to wait for."""
        return not self._idle.is_set() and self._idle.wait(seconds)
