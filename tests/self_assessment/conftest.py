"""What the tests of the self-assessment share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser

from self_assessment.building import make_form
from self_assessment.building.node import ROOT
from self_assessment.cli import main
from self_assessment.criteria import USUAL, Library
from tests.browsing import CHROMIUM, FLAGS
from tests.program import AwardSite as Program
from tests.program import runner
from tests.self_assessment.typescript import TypeScript


@pytest.fixture
def self_assessment(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program, run in this process: ``self_assessment("check", file)``."""
    return runner(monkeypatch, capsys, "self-assessment", main)


@pytest.fixture(scope="session")
def browser(browser: Browser) -> Iterator[Browser]:
    """Chromium that makes scripts fast: a key from a passphrase takes minutes without."""
    fast = browser.browser_type.launch(executable_path=CHROMIUM, args=FLAGS)
    yield fast
    fast.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form of the shipped content, in ``form/``, and what TypeScript is given, in ``source/``.

    Made once for all tests of a run, whatever process they are in.
    """
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    folder = folder / "self-assessment"
    folder.mkdir(exist_ok=True)
    with FileLock(folder / ".lock"):
        make_form(ROOT / "content", folder / "form", Library(), USUAL, folder / "source")
    return folder


@pytest.fixture(scope="session")
def form(made: Path) -> Path:
    """``form.html`` of the shipped content."""
    return made / "form/form.html"


@pytest.fixture(scope="session")
def typescript(made: Path, tmp_path_factory: pytest.TempPathFactory) -> TypeScript:
    """The form's TypeScript, run in node: ``typescript.answer(entry, given)``."""
    return TypeScript(made / "source", tmp_path_factory.mktemp("typescript"))
