from __future__ import annotations

from pathlib import Path

import pytest

from generator.layouts import LayoutSet, layouts
from tests.layouts.specimen_site import LAYOUT_DATA, PROSE


@pytest.fixture(scope="session")
def frame_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("layouts")


@pytest.fixture(scope="session")
def layout_set(frame_cache: Path) -> LayoutSet:
    return layouts(LAYOUT_DATA, PROSE, frame_cache)
