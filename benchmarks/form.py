"""``python -m benchmarks.form``: how fast the self-assessment form starts and answers to keys.

One heavy filing (300,000 characters, 60 results tables) in Chromium, opened from disk. A key is
timed from its event until the page is laid out anew.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from benchmarks.machine import load
from self_assessment.building import make_form
from self_assessment.building.node import ROOT
from self_assessment.criteria import USUAL, Library
from tests.browsing import chromium
from tests.self_assessment.form.heavy import a_heavy_filing
from tests.self_assessment.form.writer import USABLE, Writer

KEYS = 200
STARTS = 5
_TYPED = """async ({ field, keys }) => {
  const area = document.getElementById(field);
  area.focus();
  if (area.tagName === "TEXTAREA") area.setSelectionRange(area.value.length, area.value.length);
  const times = [];
  for (let i = 0; i < keys; i += 1) {
    const began = performance.now();
    document.execCommand("insertText", false, area.tagName === "TEXTAREA" ? "字" : String(i % 9));
    await Promise.resolve();
    void area.offsetHeight;
    times.push(performance.now() - began);
    if (area.tagName !== "TEXTAREA" && area.value.length > 8) area.select();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return times;
}"""


def main() -> int:
    """Writes a table of milliseconds to the terminal."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        out = Path(folder)
        make_form(ROOT / "content", out, Library(), USUAL, out / "source")
        filing = out / "heavy.json"
        filing.write_text(json.dumps(a_heavy_filing(), ensure_ascii=False), encoding="utf-8")
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(USABLE)
        writer = Writer(page, out / "form.html")
        told = {"start, empty": [_start(writer) for _ in range(STARTS)]}
        writer.take_in(filing)
        told["start, heavy draft"] = [_again(writer) for _ in range(STARTS)]
        for view, field in (("4.1.2", "4.1.2-approach"), ("4.7.2", "4.7.2-level")):
            writer.go(view)
            told[f"key in {field}"] = _keys(writer.page, field)
        writer.page.locator(".table-box").first.scroll_into_view_if_needed()
        cell = writer.page.locator(".cell-figure").first.get_attribute("id")
        told["key in a cell of a table"] = _keys(writer.page, cell)
    sys.stdout.write(f"load {load()}\n{'':28}{'median':>8}{'95 %':>8}{'worst':>8}  ms\n")
    for name, times in told.items():
        ordered = sorted(times)
        late = ordered[int(len(ordered) * 0.95)]
        sys.stdout.write(
            f"{name:28}{statistics.median(ordered):8.1f}{late:8.1f}{ordered[-1]:8.1f}\n"
        )
    return 0


def _start(writer: Writer) -> float:
    writer.page.goto("about:blank")
    writer.open()
    return _usable(writer)


def _again(writer: Writer) -> float:
    writer.page.reload()
    writer.page.wait_for_selector(".page")
    return _usable(writer)


def _usable(writer: Writer) -> float:
    return float(writer.page.evaluate("window.usable"))


def _keys(page: Page, field: Any) -> list[float]:
    times: list[float] = page.evaluate(_TYPED, {"field": field, "keys": KEYS})
    return times


if __name__ == "__main__":
    sys.exit(main())
