"""What the tests of the self-assessment share."""

from __future__ import annotations

import pytest

from self_assessment.cli import main
from tests.program import AwardSite as Program
from tests.program import runner
from tests.self_assessment.typescript import TypeScript


@pytest.fixture
def self_assessment(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program, run in this process: ``self_assessment("check", file)``."""
    return runner(monkeypatch, capsys, "self-assessment", main)


@pytest.fixture(scope="session")
def typescript(tmp_path_factory: pytest.TempPathFactory) -> TypeScript:
    """The form's TypeScript, run in node: ``typescript.answer(entry, given)``."""
    return TypeScript(tmp_path_factory.mktemp("typescript"))
