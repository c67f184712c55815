"""``award-site`` at a terminal of its own: ``python -m tests.cli.watched build …``.

Standard error is that terminal. The environment says what else: ``SHORT`` is the number of seconds
for which no bar is shown; with ``WAITS_AT`` the program waits, once that stage has drawn a bar.
"""

from __future__ import annotations

import fcntl
import os
import termios
import time

from generator.cli import main, progress


def _waiting(words: str) -> None:
    draw = progress.Bar.__call__

    def wait(self: progress.Bar, done: int, of: int) -> None:
        draw(self, done, of)
        if self.words == words and done < of:
            time.sleep(60)

    progress.Bar.__call__ = wait  # type: ignore[method-assign]


if __name__ == "__main__":
    fcntl.ioctl(2, termios.TIOCSCTTY, 0)  # so that Ctrl-C typed there is heard here
    progress.SHORT = float(os.environ["SHORT"])
    if words := os.environ.get("WAITS_AT"):
        _waiting(words)
    main()
