"""Whatever the program reads beside its code is watched: an edit of it is seen by the preview."""

from __future__ import annotations

import tomllib
from pathlib import Path

from watchfiles import Change

from generator.serving import watching
from tests.serving.conftest import TOP


def _heard(file: Path) -> watching.Changes:
    root = TOP / "content"
    assert watching._concerns(root, file)
    return watching._sorted(root, {(Change.modified, str(file))})


def test_every_kind_of_file_that_is_shipped_is_watched() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    for pattern in project["tool"]["setuptools"]["package-data"]["generator"]:
        heard = _heard(watching.PROGRAM / f"pages/some{Path(pattern).suffix}")
        assert heard == watching.Changes(
            templates=pattern != "**/*.yml", code=pattern == "**/*.yml"
        )


def test_the_settings_of_the_theme_are_read_again() -> None:
    assert _heard(watching.SETTINGS) == watching.Changes(templates=True)
