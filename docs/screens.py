"""Writes the pictures of the guides: real screens of the shipped content, as small PNG files.

``python docs/screens.py`` builds the site beside the caches, takes the screens with Chromium and
writes ``content/files/guide/*.png``, and ``docs/home.png`` for the README. The guides say how
large a picture is shown; ``tests/guides`` holds that the files are as large and small enough.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Page, sync_playwright

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))
PICTURES = TOP / "content/files/guide"
WIDTH = 1000
SHARP = 1.5
COLOURS = 48
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]


class Screen(NamedTuple):
    """A picture: its name, the address it shows, from which element on, and how much of it."""

    name: str
    address: str
    height: int
    begins: str = "body"


SCREENS = (
    Screen("home", "/", 900),
    Screen("holder", "/awardees/shili-jingmi-zhizao/", 820),
    Screen("revoked", "/awardees/shili-xianlan/", 620),
    Screen("objection", "/notices/2026-gs-01/", 620, "#objection"),
    Screen("story", "/awardees/shili-jingmi-zhizao/", 900, "#story"),
    Screen("notice", "/notices/2026-tj-01/", 900),
    Screen("pool", "/cultivation/donghu/", 800),
)
README = Screen("home", "/", 1600)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Nothing: nobody reads it."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _site(folder: Path) -> Path:
    """The shipped content, built. Pictures that are not there yet are blank."""
    from generator.publishing import build

    content = folder / "content"
    shutil.copytree(TOP / "content", content)
    for screen in SCREENS:
        picture = content / "files/guide" / f"{screen.name}.png"
        picture.parent.mkdir(exist_ok=True)
        if not picture.exists():
            Image.new("P", (WIDTH, screen.height)).save(picture)
    build(content, folder / "site", folder / "cache", search=True)
    return folder / "site"


def _taken(page: Page, root: str, screen: Screen) -> bytes:
    page.goto(root + screen.address, wait_until="networkidle")
    top = page.locator(screen.begins).evaluate("e => e.getBoundingClientRect().top + scrollY")
    top = max(0, round(top) - 24) if screen.begins != "body" else 0
    clip = {"x": 0, "y": top, "width": WIDTH, "height": screen.height}
    shot = page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    image = Image.open(BytesIO(shot)).convert("RGB")
    small = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    written = BytesIO()
    small.save(written, "PNG", optimize=True)
    return written.getvalue()


def main() -> None:
    """Takes every screen anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium-headless-shell", args=FLAGS
        )
        page = browser.new_page(
            viewport={"width": WIDTH, "height": 900},
            device_scale_factor=SHARP,
            color_scheme="light",
            locale="zh-CN",
            reduced_motion="reduce",
        )
        with _served(_site(Path(folder))) as root:
            for screen in SCREENS:
                data = _taken(page, root, screen)
                (PICTURES / f"{screen.name}.png").write_bytes(data)
                print(f"{screen.name}.png {len(data) / 1000:.0f} KB")  # noqa: T201 - a script
            (TOP / "docs/home.png").write_bytes(_taken(page, root, README))
        browser.close()


if __name__ == "__main__":
    main()
