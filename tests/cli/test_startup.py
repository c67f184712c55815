"""Start-up: a command loads what it works with, and no more."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.program import laid_over

TOP = Path(__file__).parents[2]
GOOD = TOP / "tests/reading/good"
WORK = {"generator.publishing", "generator.pages", "generator.documents", "generator.editing"}
SITE = {"mkdocs", "jinja2", "markdown_it", "openpyxl", "typst", "fontTools", "rich", "watchfiles"}
FORM = {"pyrage", "self_assessment.criteria", "self_assessment.building", "self_assessment.filing"}
MODELS = {"pydantic", "yaml", "sqlite3", "generator.records", "generator.regulation"}


def _loaded(program: str, folder: Path, *arguments: str) -> set[str]:
    """The modules that a run of `program` with these arguments has loaded in the end."""
    code = (
        f"import sys, atexit; sys.argv = {[program, *arguments]!r}\n"
        "atexit.register(lambda: print('', *sys.modules, file=sys.stderr))\n"
        f"from {'generator' if program == 'award-site' else 'self_assessment'}.cli import main\n"
        "main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    return {*run.stderr.split()}


@pytest.mark.parametrize("program", ["award-site", "self-assessment"])
@pytest.mark.parametrize("asked", ["--help", "--version"])
def test_what_needs_no_work_loads_none(program: str, asked: str, tmp_path: Path) -> None:
    loaded = _loaded(program, tmp_path, asked)
    assert "typer" in loaded
    assert not loaded & (WORK | SITE | FORM | MODELS)


def test_help_of_a_command_loads_no_work(tmp_path: Path) -> None:
    assert not _loaded("award-site", tmp_path, "new", "--help") & (WORK | SITE | MODELS)


def test_an_unchanged_check_loads_nothing_that_checks(tmp_path: Path) -> None:
    laid_over(GOOD, tmp_path / "content", {})
    time.sleep(0.15)  # what was changed just now may change again
    assert "generator.regulation" in _loaded("award-site", tmp_path, "check")
    loaded = _loaded("award-site", tmp_path, "check")
    checking = {"generator.records", "generator.register", "generator.regulation"}
    assert not loaded & (WORK | SITE | FORM | checking | {"multiprocessing", "chinese_calendar"})
