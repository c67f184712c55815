"""The HTTP server of the preview.

The standard library's is enough: a few readers on one desk, whole files, one kind of long answer.
A framework would bring an event loop and a dozen packages to renew, and serves nothing better here.
What the standard library leaves open is closed below: it answers GET and HEAD alone, only under a
name that is ours (else a page elsewhere could reach it by pointing its own name at this machine),
lets nothing be stored, and reads no more than the built site.
"""

from __future__ import annotations

import ipaddress
import socket
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.serving.answers import EVENTS, Answer, answer
from generator.serving.status import Status

HERE = "127.0.0.1"
_BEAT = 10.0
"""Seconds between two signs of life to a browser that waits."""


class Host(ThreadingHTTPServer):
    """Serves the site in `out`, in its state on `status`. Raises OSError for a port in use."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # there it would share a port with another

    def __init__(self, out: Path, status: Status, port: int, lan: bool) -> None:
        self.out = out
        self.status = status
        self.lan = lan
        self.closing = threading.Event()
        super().__init__(("0.0.0.0" if lan else HERE, port), _Request)

    def server_bind(self) -> None:
        """Binds, without asking a name server what this machine is called: that can take long."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HERE, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away is no news."""

    def is_ours(self, name: str) -> bool:
        """Whether a Host header names this server."""
        bare, _, port = name.rpartition(":") if ":" in name else (name, "", "80")
        if port != str(self.server_port):
            return False
        if bare.lower() in {HERE, "localhost"}:
            return True
        try:  # a name that was pointed at this machine from elsewhere is never a bare address
            return self.lan and bool(ipaddress.IPv4Address(bare))
        except ValueError:
            return False


@contextmanager
def open_host(host: Host) -> Iterator[None]:
    """Serves beside what the caller does, until the caller is done."""
    thread = threading.Thread(target=host.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        host.closing.set()
        host.shutdown()
        host.server_close()


def address_in_the_lan() -> str | None:
    """This machine's address for others in the same network. Nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            found = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if found.startswith("127.") else found


class _Request(BaseHTTPRequestHandler):
    server: Host
    protocol_version = "HTTP/1.1"
    timeout = 60

    def version_string(self) -> str:
        """Whose answers these are; not by which Python."""
        return "award-site"

    def do_GET(self) -> None:
        if not self._welcome():
            return
        if self.path.partition("?")[0] == EVENTS:
            self._events()
        else:
            self._send(self._found())

    do_HEAD = do_GET  # noqa: N815 - the standard library asks for these names

    def _other(self) -> None:
        self.close_connection = True  # what else it sent is not read
        if self._welcome():
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "预览只供阅读，不接受提交。")

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _other  # noqa: N815

    def _welcome(self) -> bool:
        names = self.headers.get_all("Host") or []
        if len(names) == 1 and self.server.is_ours(names[0]):
            return True
        self.close_connection = True
        self._refuse(
            HTTPStatus.MISDIRECTED_REQUEST,
            f"这个名称不是本预览的地址；请打开 http://{HERE}:{self.server.server_port}/",
        )
        return False

    def _found(self) -> Answer:
        status = self.server.status
        found = answer(self.path, self.server.out, status.state)
        # Where folders cannot be exchanged in one step, a file is missing for a moment.
        if found.status == HTTPStatus.NOT_FOUND and status.rest(10):
            found = answer(self.path, self.server.out, status.state)
        return found

    def _send(self, sent: Answer) -> None:
        self.send_response(sent.status)
        self.send_header("Content-Type", sent.type)
        self.send_header("Content-Length", str(len(sent.body)))
        if sent.location:
            self.send_header("Location", sent.location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(sent.body)

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        self._send(Answer(status, body=f"{words}\n".encode()))

    def _events(self) -> None:
        """Tells a browser how the site stands, and again whenever that changes."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        if self.command == "HEAD":
            return
        seen = None
        self.wfile.write(b"retry: 500\n\n")
        while not self.server.closing.is_set():
            news = self.server.status.news(seen, _BEAT)
            self.wfile.write(news.as_event() if news else b":\n\n")
            seen = news or seen

    def end_headers(self) -> None:
        if self.close_connection:
            self.send_header("Connection", "close")
        if self.command not in ("GET", "HEAD"):
            self.send_header("Allow", "GET, HEAD")
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the standard library would say in English: a request it could not make sense of."""
        self.close_connection = True
        self.command = getattr(self, "command", None) or "GET"
        self._refuse(HTTPStatus(code), "看不懂这个请求。")

    def log_message(self, *args: object) -> None:
        """Requests are no news."""
