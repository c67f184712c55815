"""The demonstration as a part of another site, hosts, and a browser that goes round."""

from __future__ import annotations

import datetime as dt
import functools
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.heard import Heard, heard
from tests.sites import CONTENT, Built, common_place

MOUNT = "/ztzl/szzlj/"
HOST = """\
  domain: www.example.gov.cn
  id_code: 4201009999
  icp: 示ICP备00000000号
  police: 示公网安备00000000000000号
"""


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same as an office would have it: no demonstration, below a path of another site."""
    with common_place(tmp_path_factory, "real") as place:
        content, root = place / "content", place / "www" / MOUNT.strip("/")
        if not content.exists():
            real_content(place)
        return Built.of(content, root, place / "cache", dt.date(2026, 10, 12))


def real_content(place: Path) -> Path:
    """The content of the demonstration, below `place`, as an office would have it."""
    shutil.copytree(CONTENT, place / "content")
    file = place / "content" / "site.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ("# url: https://www.example.gov.cn", "url: https://www.example.gov.cn"),
        ("mount: /\n", f"mount: {MOUNT}\n"),
        ("demo: 是\ndemo_today: 2026-10-12\n", ""),
        ("  organiser:", HOST + "  organiser:"),
    ):
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return place / "content"


class _Server(SimpleHTTPRequestHandler):
    """Serves files as they are; an address that leads nowhere gets the site's own page."""

    not_found = b""

    def log_message(self, *args: object) -> None:
        return

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.not_found)))
        self.end_headers()
        self.wfile.write(self.not_found)


Serve = Callable[[Built, str], str]


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serves a site whose root lies at a mount; gives its address without the last slash."""
    servers: list[ThreadingHTTPServer] = []

    def start(site: Built, mount: str) -> str:
        folder = site.root.parents[mount.count("/") - 2] if mount != "/" else site.root
        handler = type("Server", (_Server,), {"not_found": (site.root / "404.html").read_bytes()})
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=folder))
        server.handle_error = lambda *_: None  # type: ignore[method-assign] # a page was left
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}{mount.rstrip('/')}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def shipped_host(serve: Serve, shipped: Built) -> str:
    return serve(shipped, "/")


@pytest.fixture(scope="session")
def real_host(serve: Serve, real: Built) -> str:
    return serve(real, MOUNT)


@pytest.fixture(scope="session")
def whole_host(serve: Serve, whole: Built) -> str:
    return serve(whole, "/")


@pytest.fixture(scope="session")
def _round(browser: Browser) -> Iterator[Heard]:
    with heard(browser) as reader:
        yield reader


@pytest.fixture
def reader(_round: Heard) -> Heard:
    """A page that goes from test to test: a new one costs as much as what most of them look at."""
    _round.asked.clear()
    _round.wrong.clear()
    _round.page.emulate_media(color_scheme="light")
    _round.page.set_viewport_size({"width": 1280, "height": 720})
    return _round
