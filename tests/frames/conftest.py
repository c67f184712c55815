from __future__ import annotations

from pathlib import Path

import pytest
from specimen_site import CHROME, PROSE

from generator.frames import FrameSet, frames


@pytest.fixture(scope="session")
def frame_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("frames")


@pytest.fixture(scope="session")
def frame_set(frame_cache: Path) -> FrameSet:
    return frames(CHROME, PROSE, frame_cache)
