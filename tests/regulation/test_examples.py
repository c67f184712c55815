"""Every check holds against its examples: files beside this one, one folder a module of checks.

An example says in one sentence what it shows, changes the base content (see ``overlay.py``), and
lists the problems of its article that are then expected: level, code, place, words. The place is a
path and the way to the key in that file.
"""

from __future__ import annotations

import ast
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from generator.problems import Problem
from generator.reading import Lines
from generator.regulation import all_checks, checks, examine
from tests.regulation.overlay import BASE, laid, read

HERE = Path(__file__).parent
CHECKS = Path(checks.__file__ or "").parent
EXAMPLES = sorted([*HERE.glob("art_*/*.yml"), *HERE.glob("site_*/*.yml")])
ARTICLES = sorted(module.stem for module in CHECKS.glob("art_*.py"))
DUTIES = sorted(module.stem for module in CHECKS.glob("site_*.py"))
TODAY = dt.date(2024, 12, 31)


def _shown(problem: Problem, content: Path) -> tuple[str, int, str, str]:
    path = Path(problem.file).relative_to(content).as_posix()
    return path, problem.line, problem.level.word, problem.code


def _expected(line: dict[str, str], lines: Lines) -> tuple[str, int, str, str]:
    path, *way = line["at"].split()
    where = tuple(int(key) if key.isdigit() else key for key in way)
    return path, lines.of(path, where), line["level"], line["code"]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_example(file: Path, tmp_path: Path) -> None:
    example = read(file)
    content = laid(example, tmp_path)
    today = dt.date.fromisoformat(example["today"]) if "today" in example else TODAY
    article = "-".join(file.parent.name.split("_")[:2]) + "-"
    found = [p for p in examine(content, today=today).problems if p.code.startswith(article)]
    expect: list[dict[str, str]] = example.get("expect", [])
    lines = Lines(content)
    wanted = sorted(expect, key=lambda line: _expected(line, lines))
    found.sort(key=lambda problem: _shown(problem, content))
    assert [_shown(p, content) for p in found] == [_expected(line, lines) for line in wanted], found
    for problem, line in zip(found, wanted, strict=True):
        assert line["says"] in problem.sentence
        if "confidential" in line["at"]:
            assert not re.search("“(?!●●●”)", problem.sentence)
            assert problem.value == ""


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_an_example_shows_what_its_name_says(file: Path) -> None:
    example = read(file)
    assert re.fullmatch(r"[^。]+。", example["says"])
    expect: list[dict[str, Any]] = example.get("expect", [])
    untold = [line["says"].startswith("无法判断") for line in expect]
    match file.stem.split("_")[0]:
        case "met":
            assert all(line["level"] == "提示" for line in expect)
            assert not any(untold)
        case "not":
            assert expect
            assert not any(untold)
        case "cannot":
            assert expect
            assert all(untold)
        case other:
            pytest.fail(f"{other}: an example is named met_, not_met_ or cannot_tell_")


@pytest.mark.parametrize("article", ARTICLES)
def test_every_article_has_examples_of_each_sort(article: str) -> None:
    sorts = {file.stem.split("_")[0] for file in EXAMPLES if file.parent.name == article}
    assert sorts == {"met", "not", "cannot"}


@pytest.mark.parametrize("duty", DUTIES)
def test_every_duty_of_a_site_has_examples(duty: str) -> None:
    sorts = {file.stem.split("_")[0] for file in EXAMPLES if file.parent.name == duty}
    assert {"met", "not"} <= sorts


def test_every_code_is_expected_by_some_example() -> None:
    expected = {line["code"] for file in EXAMPLES for line in read(file).get("expect", [])}
    codes, endings = set(), set()
    for module in CHECKS.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(code)) if re.fullmatch(r"(art-\d\d|site)-[\w-]+", code):
                    codes.add(code)
                case ast.JoinedStr(values=[ast.FormattedValue(), ast.Constant(value=str(end))]):
                    endings |= {end} if re.fullmatch(r"-[a-z-]+", end) else set()
    assert codes - expected == {"art-17-period", "art-24-period"}  # completed by publicity.py
    assert {end for end in endings if not any(c.endswith(end) for c in expected)} == set()


@pytest.mark.parametrize("check", all_checks(), ids=lambda c: f"{c.__module__[-20:]}.{c.__name__}")
def test_a_checks_docstring_is_the_obligation_in_one_chinese_sentence(check: Any) -> None:
    assert re.fullmatch(r"[^。A-Za-z\n]*[\u4e00-\u9fff][^。A-Za-z\n]*。", check.__doc__)


def test_the_base_content_passes_without_any_problem() -> None:
    assert examine(BASE, today=TODAY).problems == ()
