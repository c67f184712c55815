from __future__ import annotations

from pathlib import Path

import pytest

from tests.publishing.works import Works


@pytest.fixture
def works(tmp_path: Path) -> Works:
    """A place of work of the test's own, in which nothing has been built."""
    return Works.at(tmp_path)
