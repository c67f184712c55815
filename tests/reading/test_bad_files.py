"""Every mistake in a record is told once: file, line, what is wrong, what would be right.

A case is one file of ``bad/``: after ``>>>`` a path and the text to lay over ``good/``, after
``===`` what the program must print. Write the expectations anew with ``--write-golden``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.program import AwardSite, laid_over

HERE = Path(__file__).parent
CASES = sorted((HERE / "bad").glob("*.txt"))


def overlay(case: str) -> dict[str, str]:
    files: dict[str, str] = {}
    for part in case.split(">>> ")[1:]:
        path, _, text = part.partition("\n")
        files[path] = text
    return files


def test_the_good_folder_is_good(award_site: AwardSite, workplace: Path) -> None:
    laid_over(HERE / "good", workplace / "content", {})
    run = award_site("check", "--content", "content", "--today", "2026-10-12")
    assert run.code == 0, run.out


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_mistake_is_told_once(
    award_site: AwardSite, workplace: Path, file: Path, pytestconfig: pytest.Config
) -> None:
    case, _, expected = file.read_text(encoding="utf-8").partition("===\n")
    laid_over(HERE / "good", workplace / "content", dict(overlay(case)))
    run = award_site("check", "--content", "content", "--today", "2026-10-12")
    told = "\n".join(run.lines) + "\n"
    if pytestconfig.getoption("--write-golden"):
        file.write_text(f"{case}===\n{told}", encoding="utf-8")
        expected = told
    assert told == expected
    assert run.code == 1
    assert "没有改动网站" in run.err
    assert len(run.lines) == 1 or file.stem == "several"
    for line in run.lines:
        assert re.match(r"content/[^:]+:[1-9]\d*: 错误 [^；]+；.", line), line
        assert "保密" not in line
        assert "Traceback" not in line
