"""What the tests of the form share: somebody who writes in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.self_assessment.form.writer import Writer, someone


@pytest.fixture
def writer(browser: Browser, form: Path) -> Iterator[Writer]:
    """Somebody at a desk. Nothing may have gone wrong in the page."""
    writer = someone(browser, form)
    yield writer
    writer.context.close()
    assert writer.faults == [], writer.faults
