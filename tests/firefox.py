"""Firefox ESR, as it is installed: driven by puppeteer over WebDriver BiDi."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.browsing import NODE

FIREFOX = "/usr/bin/firefox-esr"
DRIVER = Path(__file__).with_suffix(".mjs")
PATIENCE = 30.0
# Nothing but the machine's own address is up, which driver and browser talk over.
UP = (
    "import fcntl, os, socket, struct, sys; "
    "fcntl.ioctl(socket.socket(), 0x8914, struct.pack('16sH22x', b'lo', 0x49)); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)
LOCAL = ("file:", "data:", "blob:", "about:")


class Firefox:
    """Firefox with the profile of `folder`, which outlives it; what it downloads lies there too.

    It runs without any network, except where it is said to be `connected`. `wrong` is what its
    pages complained of and `asked` what they asked others for, once it is closed.
    """

    def __init__(self, folder: Path, connected: bool = False) -> None:
        self.downloads = folder / "downloads"
        self._profile = folder / "profile"
        self._connected = connected
        self.wrong: list[str] = []
        self.asked: list[str] = []

    def __enter__(self) -> Firefox:
        for folder in (self.downloads, self._profile):
            folder.mkdir(parents=True, exist_ok=True)
        told = {"program": FIREFOX, "profile": self._profile, "downloads": self.downloads}
        rights = [] if os.geteuid() == 0 else ["--map-root-user"]
        alone = ["unshare", "--net", *rights, sys.executable, "-c", UP]
        self._driver = subprocess.Popen(
            [*([] if self._connected else alone), NODE, DRIVER, json.dumps(told, default=str)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._process = int(self._answer()["process"])
        return self

    def opens(self, address: str) -> None:
        """Goes to an address in a new window, and closes the one before."""
        self._tell("opens", address=address)

    def evaluates(self, function: str, *given: Any) -> Any:
        """What a function of the page answers, or promises."""
        return self._tell("evaluates", script=function, given=given)

    def waits(self, function: str, *given: Any) -> Any:
        """Waits until a function of the page answers something true. Raises TimeoutError."""
        return self._until(lambda: self.evaluates(function, *given), f"{function} {given}")

    def clicks(self, selector: str) -> None:
        """A click by mouse on what a selector finds first, once it is there."""
        self.waits("(selector) => !!document.querySelector(selector)", selector)
        self._tell("clicks", selector=selector)

    def presses(self, *keys: str) -> None:
        """Keys, one after the other, wherever the cursor is."""
        self._tell("presses", keys=keys)

    def chooses(self, selector: str, file: Path) -> None:
        """Chooses a file by a button that asks for one."""
        self._tell("chooses", selector=selector, file=str(file))

    def prints(self, file: Path) -> None:
        """The page on paper, as a PDF."""
        self._tell("prints", file=str(file))

    def downloaded(self, selector: str) -> Path:
        """The file that a button has the browser download."""
        before = set(self.downloads.iterdir())
        self.clicks(selector)

        def arrived() -> Path | None:
            new = set(self.downloads.iterdir()) - before
            if len(new) != 1 or (file := new.pop()).suffix == ".part" or not file.stat().st_size:
                return None
            return file

        file: Path = self._until(arrived, f"nothing was downloaded by {selector}")
        return file

    def kill(self) -> None:
        """All its processes at once, without a word."""
        os.killpg(self._process, signal.SIGKILL)
        self._driver.kill()
        self._driver.communicate()

    def _tell(self, what: str, **given: Any) -> Any:
        assert self._driver.stdin
        self._driver.stdin.write(json.dumps({"what": what, **given}) + "\n")
        self._driver.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._driver.stdout
        line = self._driver.stdout.readline()
        if not line:
            raise RuntimeError("the driver of Firefox has ended")
        answer = json.loads(line)
        if "failed" in answer:
            raise RuntimeError(answer["failed"])
        return answer["done"]

    def _until(self, done: Callable[[], Any], what: str) -> Any:
        end = time.monotonic() + PATIENCE
        while not (found := done()):
            if time.monotonic() > end:
                raise TimeoutError(what)
            time.sleep(0.05)
        return found

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._driver.poll() is not None:
            return
        try:
            heard = self._tell("heard")
            self.wrong = heard["wrong"]
            self.asked = [each for each in heard["asked"] if not each.startswith(LOCAL)]
            self._driver.communicate(timeout=PATIENCE)
        except BaseException:
            self.kill()
            raise
