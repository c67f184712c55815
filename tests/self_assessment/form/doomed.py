"""A browser that is killed: a process of its own, with a profile on disk that outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from types import TracebackType

from playwright.sync_api import Browser, BrowserContext

from tests.browsing import CHROMIUM, FLAGS


class Doomed:
    """Chromium with the profile of `folder`, driven over its port; `kill` ends it as -9 does."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._type = browser.browser_type
        self._folder = folder

    def __enter__(self) -> Doomed:
        port_file = self._folder / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [
                *[CHROMIUM, *FLAGS, "--headless=new", "--remote-debugging-port=0"],
                *[f"--user-data-dir={self._folder}", "--password-store=basic", "about:blank"],
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for _ in range(400):
            if port_file.is_file() and (lines := port_file.read_text().splitlines()):
                break
            time.sleep(0.05)
        else:
            raise TimeoutError("no browser")
        self._browser = self._type.connect_over_cdp(f"http://127.0.0.1:{lines[0]}")
        self.context: BrowserContext = self._browser.contexts[0]
        self.context.set_default_timeout(8000)
        return self

    def kill(self) -> None:
        """All its processes at once, without a word."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self.kill()
        self._browser.close()
