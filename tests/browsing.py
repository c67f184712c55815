"""Browsers for tests, the installed one and old ones, and a host for what they look at."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
NODE = Path(sys.executable).with_name("node")
CHROMIUM = "/usr/bin/chromium-headless-shell"
# Panes of the address bar that nobody sees: each context would spend a second of a processor on
# them. The rest is Playwright's list, since Chromium heeds the last one only.
WITHOUT = [
    *["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
    *["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"],
    *["HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"],
    *["ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"],
    *["OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"],
]
FLAGS = [
    *["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
    *["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    f"--disable-features={','.join(WITHOUT)}",
]


PLAIN = "--js-flags=--no-opt --no-maglev"
"""Scripts are run as they are. The site's are short, and so are axe's visits to a page: to make
them fast costs a fifth of the processor and gains nothing."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium. One for all tests of a process: a second Playwright beside it cannot start."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, PLAIN])
        yield browser
        browser.close()


UNPACK = """
const files = require("fs"), [parcel, program] = process.argv.slice(1);
const whole = require("zlib").brotliDecompressSync(files.readFileSync(parcel));
files.writeFileSync(program, whole, { mode: 0o755 });
"""
# Playwright asks elements whether they can be seen in a way that came with Chromium 105.
VISIBLE = """
Element.prototype.checkVisibility = Element.prototype.checkVisibility || function () {
    return this.getClientRects().length > 0;
};
"""


def old_program(version: int) -> Path:
    """The program of an old Chromium, unpacked once into ``.cache/browsers/``."""
    package = ROOT / "node_modules" / f"chromium-{version}"
    edition = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    program = ROOT / ".cache/browsers" / f"chromium-{version}-{edition}"
    if not program.exists():
        program.parent.mkdir(parents=True, exist_ok=True)
        own = program.with_name(f".{program.name}.{os.getpid()}")
        subprocess.run([NODE, "-e", UNPACK, package / "bin/chromium.br", own], check=True)
        own.replace(program)  # another test may have unpacked it meanwhile
    return program


@contextmanager
def old_chromium(version: int, browser: Browser) -> Iterator[Browser]:
    """Chromium 88, 92 or 109, started by the Playwright of `browser`. Its pages need `old_page`.

    These are not mended any more: let them see nothing but this machine. For 78 see
    ``tests/plain_chromium.py``.
    """
    old = browser.browser_type.launch(executable_path=old_program(version), args=FLAGS)
    assert old.version.startswith(f"{version}.")
    yield old
    old.close()


def old_page(old: Browser, **options: object) -> Page:
    """A page of an old browser, in a context of its own with `options`."""
    page = old.new_context(**options).new_page()  # type: ignore[arg-type]
    session = page.context.new_cdp_session(page)

    def lent(made: dict[str, Any]) -> None:
        if made["context"]["name"].startswith("__playwright"):
            where = {"expression": VISIBLE, "contextId": made["context"]["id"]}
            session.send("Runtime.evaluate", where)

    session.on("Runtime.executionContextCreated", lent)
    session.send("Runtime.enable")
    return page


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        return


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """A host on this machine alone that serves `folder`: its address without the last slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
