"""What the tests of the self-assessment share."""

from __future__ import annotations

import pytest

from tests.self_assessment.typescript import TypeScript


@pytest.fixture(scope="session")
def typescript(tmp_path_factory: pytest.TempPathFactory) -> TypeScript:
    """The form's TypeScript, run in node: ``typescript.answer(entry, given)``."""
    return TypeScript(tmp_path_factory.mktemp("typescript"))
