"""What the tests of the form share: the form itself, and somebody who writes in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from self_assessment.building import make_form
from self_assessment.building.node import ROOT
from self_assessment.criteria import USUAL, Library
from tests.self_assessment.form.writer import Writer


@pytest.fixture(scope="session")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``form.html``, made once for all tests of a process."""
    folder = tmp_path_factory.mktemp("form")
    make_form(ROOT / "content", folder, Library(), USUAL, folder / "source")
    return folder / "form.html"


@pytest.fixture
def writer(browser: Browser, form: Path) -> Iterator[Writer]:
    """Somebody at a desk: a browser of their own with the form opened from disk, nothing in it."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, locale="zh-CN", timezone_id="Asia/Shanghai"
    )
    context.set_default_timeout(8000)
    someone = Writer(context.new_page(), form)
    someone.open()
    yield someone
    context.close()
    assert someone.faults == [], someone.faults
