"""What all tests share.

Golden files are compared as text. Where the new text is right, write it anew and say why in a
commit of its own::

    .venv/bin/pytest tests/real --write-golden

``--day 2027-01-01`` runs the tests as on that day, with all that the program does in this process.
"""

from __future__ import annotations

import datetime as dt
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from generator.terminal import clock
from tests.browsing import chromium
from tests.program import AwardSite, runner
from tests.publishing.works import Works
from tests.sites import CONTENT, Built, common_place


def pytest_configure(config: pytest.Config) -> None:
    if day := config.getoption("--day"):
        clock.now = lambda: dt.datetime.combine(day, dt.time(9))
    # Fewer examples where somebody waits for them: a server, which says CI, tries them all.
    settings.register_profile("quick", max_examples=25)
    if "CI" not in os.environ:
        settings.load_profile("quick")
    # Begun in the background of a script, a process ignores Ctrl-C, and so would the programs
    # that tests start and interrupt.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--day", type=dt.date.fromisoformat, help="the day it is")
    parser.addoption("--write-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def award_site(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> AwardSite:
    """The program, run in this process: ``award_site("check", "--content", folder)``."""
    return runner(monkeypatch, capsys)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started when the first test asks for it."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demonstration as it ships, without search."""
    with common_place(tmp_path_factory, "shipped") as place:
        return Built.of(CONTENT, place / "site", place / "cache")


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demonstration with its search, as ``make site`` builds it."""
    with common_place(tmp_path_factory, "whole") as place:
        return Built.of(CONTENT, place / "site", place / "cache", search=True)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the program runs, so that its cache is nobody else's."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def works(tmp_path: Path) -> Works:
    """A place of work of the test's own, in which nothing has been built."""
    return Works.at(tmp_path).warmed()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Compares a text with a golden file, or writes it under ``--write-golden``."""

    def compare(text: str, file: Path) -> None:
        if request.config.getoption("--write-golden"):
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return compare
