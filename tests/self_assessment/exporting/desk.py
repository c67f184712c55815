"""A page with the form's exports, in Chromium from a file, under the form's own policy."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from self_assessment.building.form import FORM, TARGET
from self_assessment.building.node import ROOT, asked
from self_assessment.building.page import page

AT = "2026-06-20T10:30:00+08:00"
"""The moment of all exports here."""

_ENTRY = """
import { h, render } from "preact";
import { criteria, settings, validateFiling } from "./self_assessment/form/src/made";
import { excelFile } from "./self_assessment/form/src/exporting/excel";
import { jsonFile } from "./self_assessment/form/src/exporting/json";
import { fileName } from "./self_assessment/form/src/exporting/naming";
import { Report } from "./self_assessment/form/src/exporting/print";
import { isSealed, opened, sealed } from "./self_assessment/form/src/exporting/seal";
import { secretParts } from "./self_assessment/form/src/exporting/secrets";
import { textsOf } from "./self_assessment/form/src/exporting/texts";
import { wordFile } from "./self_assessment/form/src/exporting/word";

const encoded = (blob) => new Promise((done) => {
  const reader = new FileReader();
  reader.onload = () => done(String(reader.result).split(",")[1] || "");
  reader.readAsDataURL(blob);
});
const decoded = (text) => new Blob([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))]);
const told = (promise) =>
  promise.then(encoded, (error) => ({ why: error.why, says: error.message }));

document.getElementById("banner").remove();
window.desk = {
  valid: (filing) => (validateFiling(filing) ? null : JSON.stringify(validateFiling.errors)),
  word: async (filing, options) => encoded(await wordFile(filing, criteria, options)),
  excel: async (filing, options) => encoded(await excelFile(filing, criteria, options)),
  json: async (filing, options) => encoded(await jsonFile(filing, criteria, options)),
  print: (filing, { secrets }) => {
    render(h(Report, { filing, criteria, secrets }), document.getElementById("print"));
  },
  texts: textsOf,
  secretParts,
  name: fileName,
  sealed: (text, to) => told(sealed(decoded(text), to)),
  opened: (text, by) => told(opened(decoded(text), by)),
  isSealed: (text) => isSealed(decoded(text)),
};
"""


class Desk:
    """The exports of the form as bytes, of filings given as JSON. `wrong`: what the page said."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda told: self.wrong.append(told.text))
        page.on("request", lambda asked: self._asked(asked.url))

    def _asked(self, address: str) -> None:
        if not address.startswith(("file:", "data:", "blob:")):
            self.wrong.append(f"asked for {address}")

    def ask(self, what: str, *given: Any) -> Any:
        """What `window.desk.<what>` answers."""
        return self.page.evaluate(
            "([what, given]) => window.desk[what](...given)", [what, list(given)]
        )

    def made(self, kind: str, filing: dict[str, Any], secrets: str = "keep") -> bytes:
        """The export of a kind: word, excel, json."""
        answer = self.ask(kind, filing, {"secrets": secrets, "at": AT})
        return base64.b64decode(answer)

    def printed(self, filing: dict[str, Any], secrets: str = "keep") -> bytes:
        """The report as the browser prints it: a PDF."""
        self.ask("print", filing, {"secrets": secrets})
        return self.page.pdf(prefer_css_page_size=True)


def desk_page(source: Path, folder: Path) -> Path:
    """Writes the page into `folder`, with the generated `source`."""
    bundled = asked(
        "bundle",
        {
            "contents": _ENTRY,
            "root": str(ROOT),
            "made": str(source.resolve()),
            "polyfills": [str(FORM / "src" / "polyfills.ts")],
            "target": TARGET,
            "platform": "browser",
            "minify": True,
        },
    )
    file = folder / "desk.html"
    file.write_text(page("desk", bundled["script"], bundled["style"], ""), encoding="utf-8")
    return file


def opened(browser: Browser, file: Path) -> Desk:
    """The page open in the browser."""
    desk = Desk(browser.new_page())
    desk.page.goto(file.as_uri())
    desk.page.wait_for_function("window.desk")
    return desk
