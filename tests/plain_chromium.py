"""Chromium 78, which Playwright cannot drive: its own protocol, over a pipe, and no more of it."""

from __future__ import annotations

import fcntl
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.browsing import FLAGS, old_program

# The browser reads commands from its third descriptor and answers on its fourth.
BEGIN = (
    "import os, sys; reads, writes = map(int, sys.argv[1:3]); "
    "os.dup2(reads, 3); os.dup2(writes, 4); os.execv(sys.argv[3], sys.argv[3:])"
)
PATIENCE = 20.0


class PlainPage:
    """The one page of a browser. `wrong` gathers what it complained of."""

    def __init__(self, writes: int, reads: int) -> None:
        self._writes, self._reads = writes, reads
        self._held = b""
        self._number = 0
        self._answers: dict[int, dict[str, Any]] = {}
        self._loaded = 0
        self.wrong: list[str] = []
        target = self._tell("Target.createTarget", {"url": "about:blank"})["targetId"]
        where = {"targetId": target, "flatten": True}
        self._session = self._tell("Target.attachToTarget", where)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.tell(f"{domain}.enable")

    def tell(self, method: str, **given: object) -> dict[str, Any]:
        """One command to the page, and its answer. Raises RuntimeError where it was refused."""
        return self._tell(method, given, self._session)

    def opens(self, address: str, width: int = 1280, height: int = 800) -> None:
        """Goes to an address, in a window of a size, and waits until all of it is there."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.tell("Emulation.setDeviceMetricsOverride", **size)
        before = self._loaded
        self.tell("Page.navigate", url=address)
        self._until(lambda: self._loaded > before, f"{address} was not loaded")

    def evaluates(self, expression: str) -> Any:
        """The value of an expression, of what it promises if it promises."""
        said = self.tell(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in said:
            raise RuntimeError(said["exceptionDetails"]["exception"].get("description"))
        return said["result"].get("value")

    def waits(self, expression: str) -> None:
        """Waits until an expression is true. Raises TimeoutError."""
        end = time.monotonic() + PATIENCE
        while not self.evaluates(f"!!({expression})"):
            if time.monotonic() > end:
                raise TimeoutError(expression)
            time.sleep(0.02)

    def types(self, selector: str, text: str) -> None:
        """Text put into a field, as an input method does it."""
        self.evaluates(f"document.querySelector({json.dumps(selector)}).focus()")
        self.tell("Input.insertText", text=text)

    def clicks(self, selector: str) -> None:
        """A click in the middle of what a selector finds first."""
        where = self.evaluates(
            f"""(() => {{
                const found = document.querySelector({json.dumps(selector)});
                found.scrollIntoView({{ block: "center" }});
                const box = found.getBoundingClientRect();
                return [box.left + box.width / 2, box.top + box.height / 2];
            }})()"""
        )
        at = {"x": where[0], "y": where[1], "button": "left", "clickCount": 1}
        self.tell("Input.dispatchMouseEvent", type="mousePressed", **at)
        self.tell("Input.dispatchMouseEvent", type="mouseReleased", **at)

    def _tell(self, method: str, given: object = None, session: str = "") -> dict[str, Any]:
        self._number += 1
        number = self._number
        command = {"id": number, "method": method, "params": given or {}}
        if session:
            command["sessionId"] = session
        os.write(self._writes, json.dumps(command).encode() + b"\0")
        self._until(lambda: number in self._answers, method)
        answer = self._answers.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _until(self, done: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            ready, _, _ = select.select([self._reads], [], [], max(0.0, end - time.monotonic()))
            read = os.read(self._reads, 1 << 20) if ready else b""
            if not read:
                raise TimeoutError(what)
            *messages, self._held = (self._held + read).split(b"\0")
            for message in messages:
                self._hear(json.loads(message))

    def _hear(self, said: dict[str, Any]) -> None:
        if "id" in said:
            self._answers[said["id"]] = said
            return
        told = said["params"]
        match said["method"]:
            case "Page.loadEventFired":
                self._loaded += 1
            case "Runtime.exceptionThrown":
                self.wrong.append(json.dumps(told["exceptionDetails"], ensure_ascii=False))
            case "Runtime.consoleAPICalled" if told["type"] in {"error", "warning"}:
                self.wrong.append(json.dumps(told["args"], ensure_ascii=False))
            case "Log.entryAdded" if told["entry"]["level"] in {"error", "warning"}:
                self.wrong.append(f"{told['entry']['text']} {told['entry'].get('url', '')}")


@contextmanager
def plain_page(version: int = 78) -> Iterator[PlainPage]:
    """A page in an old Chromium, which keeps nothing. Let it see nothing but this machine."""
    theirs, ours = os.pipe(), os.pipe()
    # Out of the way of the descriptors 3 and 4.
    reads, writes = (fcntl.fcntl(each, fcntl.F_DUPFD, 10) for each in (theirs[0], ours[1]))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        switches = [*FLAGS, "--headless", "--remote-debugging-pipe", f"--user-data-dir={profile}"]
        program = [str(old_program(version)), *switches]
        started = subprocess.Popen(
            [sys.executable, "-c", BEGIN, str(reads), str(writes), *program],
            pass_fds=(reads, writes),
            stderr=subprocess.DEVNULL,
        )
        try:
            for each in (theirs[0], ours[1], reads, writes):
                os.close(each)
            yield PlainPage(theirs[1], ours[0])
        finally:
            started.kill()
            started.wait()
            os.close(theirs[1])
            os.close(ours[0])
