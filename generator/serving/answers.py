"""What is at an address: a file of the site, the way to it, or the page that says there is none.

Nothing here reaches outside the built site: an address is taken apart, and every part that is not
plain (``..``, hidden names, backslashes, drives) leads nowhere.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from generator.serving.status import State

BROWSER = Path(__file__).parent / "browser"
EVENTS = "/-/events"
OURS = {"/-/page.js": BROWSER / "page.js", "/-/page.css": BROWSER / "page.css"}

HTML = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".gif": "image/gif",
    ".html": HTML,
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": PLAIN,
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""Types by ending. Not from the system: on Windows other programs change what ``.js`` is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back. `location` leads on to another address of this host."""

    status: HTTPStatus
    type: str = PLAIN
    body: bytes = b""
    location: str = ""


def answer(target: str, out: Path, state: State) -> Answer:
    """What is at `target`, an address as a browser asks for it, while the site is in `state`."""
    path = urlsplit(target).path
    if path in OURS:
        return _file(OURS[path], state)
    if not state.has_site:
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, HTML, _joined(_WAITING, state))
    if path == "/" != state.mount:
        return Answer(HTTPStatus.FOUND, location=state.mount)
    try:
        parts = _parts(unquote(f"{path}/" if f"{path}/" == state.mount else path, errors="strict"))
    except ValueError:
        return _missing(out, state)
    if f"{path}/" == state.mount:
        return Answer(HTTPStatus.FOUND, location=state.mount)
    mount = _parts(state.mount)[:-1]
    if parts[: len(mount)] != mount:
        return _missing(out, state)
    below = parts[len(mount) :]
    file = out.joinpath(*below[:-1], below[-1] or "index.html")
    try:
        if below[-1] and file.is_dir():
            return Answer(HTTPStatus.FOUND, location=quote("/" + "/".join([*parts, ""])))
        return _file(file, state)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError):
        return _missing(out, state)


def _parts(path: str) -> list[str]:
    """The names of a path; a folder's ends with an empty one. Raises ValueError where not plain."""
    first, *parts = path.split("/")
    if first or not parts:
        raise ValueError(path)
    for name in parts[:-1] + [part for part in parts[-1:] if part]:
        if not name or name.startswith(".") or not set(name).isdisjoint('\\:\0<>|?*"'):
            raise ValueError(path)
    return parts


def _file(file: Path, state: State) -> Answer:
    type_ = TYPES.get(file.suffix.lower(), "application/octet-stream")
    body = file.read_bytes()
    return Answer(HTTPStatus.OK, type_, _joined(body, state) if type_ == HTML else body)


def _missing(out: Path, state: State) -> Answer:
    try:
        page = (out / "404.html").read_bytes()
    except FileNotFoundError:
        return Answer(HTTPStatus.NOT_FOUND, body="没有这个地址。".encode())
    return Answer(HTTPStatus.NOT_FOUND, HTML, _joined(page, state))


def _joined(page: bytes, state: State) -> bytes:
    """A page with what keeps it fresh. Files of our own host, as its policy demands."""
    revision = html.escape(state.revision)
    ours = (
        '<link rel="stylesheet" href="/-/page.css">'
        f'<script src="/-/page.js" data-revision="{revision}" defer></script>\n'
    )
    return page.replace(b"</head>", ours.encode() + b"</head>", 1)


_WAITING = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>还没有网站</title>
</head>
<body class="preview-waiting">
<h1>还没有可以显示的网站</h1>
<p>请先改正记录中的错误；改好并保存后，网站会自动出现在这里。</p>
</body>
</html>
""".encode()
