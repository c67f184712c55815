"""The shipped demonstration, built once, as it is and as a part of another site."""

from __future__ import annotations

import datetime as dt
import functools
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.publishing import build
from generator.register import Register
from tests.site.html import Html, read

CONTENT = Path(__file__).parents[2] / "content"
MOUNT = "/ztzl/szzlj/"
HOST = """\
  domain: www.example.gov.cn
  id_code: 4201009999
  icp: 示ICP备00000000号
  police: 示公网安备00000000000000号
"""


class Built(NamedTuple):
    """A site as built: its folder, its register, and every page by address."""

    root: Path
    register: Register
    pages: dict[str, Html]

    @classmethod
    def of(
        cls,
        content: Path,
        root: Path,
        cache: Path,
        today: dt.date | None = None,
        *,
        search: bool = False,
    ) -> Built:
        """The site of `content` in `root`."""
        register = build(content, root, cache, today, search=search).register
        pages = {}
        for file in sorted(root.rglob("*.html")):
            path = file.relative_to(root).as_posix()
            address = "/" + path.removesuffix("index.html")
            pages[address] = read(file, address)
        return cls(root, register, pages)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demonstration as it ships."""
    place = tmp_path_factory.mktemp("shipped")
    return Built.of(CONTENT, place / "site", place / "cache")


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demonstration with its search, as ``make site`` builds it."""
    place = tmp_path_factory.mktemp("whole")
    return Built.of(CONTENT, place / "site", place / "cache", search=True)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same as an office would have it: no demonstration, below a path of another site."""
    place = tmp_path_factory.mktemp("real")
    content = real_content(place)
    root = place / "www" / MOUNT.strip("/")
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
