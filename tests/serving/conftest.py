"""The preview as a process of its own, and a browser to look at it."""

from __future__ import annotations

import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

TOP = Path(__file__).parents[2]


class Preview:
    """``award-site serve`` running over a content folder."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.content = folder / "content"
        self.port = free_port()
        command = [sys.executable, "-c", "from generator.cli import main; main()", "serve"]
        self.process = subprocess.Popen(
            [*command, "--content", "content", "--port", str(self.port), *options],
            cwd=folder,
            env={"PYTHONPATH": str(TOP), "PATH": "/usr/bin:/bin"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.said: list[str] = []
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self._lines.put(line.rstrip("\n"))

    def hears(self, words: str, seconds: float = 60.0) -> str:
        """Waits for a line with `words` on the terminal."""
        until = time.monotonic() + seconds
        while True:
            try:
                line = self._lines.get(timeout=max(0.01, until - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no line with {words} in {self.said}") from None
            self.said.append(line)
            if words in line:
                return line

    def get(
        self, target: str, method: str = "GET", host: str | None = None, at: str = "127.0.0.1"
    ) -> tuple[HTTPResponse, bytes]:
        """What is answered to a request for exactly `target`."""
        link = HTTPConnection(at, self.port, timeout=30)
        link.putrequest(method, target, skip_host=True)
        link.putheader("Host", host or f"{at}:{self.port}")
        link.endheaders()
        answered = link.getresponse()
        body = answered.read()
        link.close()
        return answered, body

    def first_event(self) -> str:
        """How the site stands, as a page is told when it asks."""
        said = b""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as link:
            link.sendall(f"GET /-/events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
            while b"event: state" not in said or not said.endswith(b"\n\n"):
                said += link.recv(65536)
        return said.decode()

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces `old`, which must be there, in a record."""
        file = self.content / path
        text = file.read_text(encoding="utf-8")
        assert old in text, (path, old)
        file.write_text(text.replace(old, new), encoding="utf-8")

    def stop(self) -> int:
        """Presses Ctrl-C and gives the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=10)
        self._reader.join(timeout=10)
        self.forget()
        return code

    def forget(self) -> None:
        """Lays aside what the terminal has said so far."""
        while not self._lines.empty():
            self.said.append(self._lines.get())


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def previewed(folder: Path, *options: str) -> Iterator[Preview]:
    """A preview that is up, and is stopped afterwards."""
    running = Preview(folder, *options)
    try:
        running.hears("预览在 ")
        yield running
    finally:
        running.stop()
