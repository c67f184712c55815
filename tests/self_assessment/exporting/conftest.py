"""The exports of two filings, made once: one with a mark in every text, one of many pages."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.self_assessment.exporting.desk import Desk, desk_page, opened
from tests.self_assessment.exporting.filings import Marked, filled
from tests.self_assessment.filings import CRITERIA

Filing = dict[str, Any]


@pytest.fixture(scope="session")
def desk_file(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page with the exports, as a file."""
    return desk_page(made / "source", tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="session")
def desk(browser: Browser, desk_file: Path) -> Iterator[Desk]:
    """The page open in Chromium."""
    open_desk = opened(browser, desk_file)
    yield open_desk
    assert open_desk.wrong == []
    open_desk.page.close()


@pytest.fixture(scope="session")
def marked() -> Marked:
    """What made the filing with a mark in every text: it knows all places."""
    made = Marked(CRITERIA)
    made.whole = made.filing()
    return made


@pytest.fixture(scope="session")
def exports(desk: Desk, marked: Marked) -> dict[str, bytes]:
    """Every export of the marked filing, by its kind."""
    kinds = ("json", "word", "excel")
    made = {kind: desk.made(kind, marked.whole) for kind in kinds}
    return {**made, "print": desk.printed(marked.whole)}


@pytest.fixture(scope="session")
def long_filing() -> Filing:
    """A filing of many pages."""
    return filled(CRITERIA)


@pytest.fixture(scope="session")
def as_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], bytes]:
    """A Word file as LibreOffice shows it, page by page."""
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(docx: bytes) -> bytes:
        folder = tmp_path_factory.mktemp("word")
        file = folder / "report.docx"
        file.write_bytes(docx)
        subprocess.run(
            [
                *["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"],
                *["--convert-to", "pdf", "--outdir", str(folder), str(file)],
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return file.with_suffix(".pdf").read_bytes()

    return convert
