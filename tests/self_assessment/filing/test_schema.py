"""The schema that the form validates by takes what the model takes, and refuses what it refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from self_assessment.filing.filing import Filing
from self_assessment.filing.reading import read_filing
from self_assessment.filing.schema import filing_schema
from tests.self_assessment.filing.test_reading import PLACES
from tests.self_assessment.filings import Tree, a_filing, altered
from tests.self_assessment.typescript import TypeScript

ENTRY = """
import { validateFiling } from "./self_assessment/form/src/made";

function answer(filings) {
  return filings.map((filing) => [validateFiling(filing), filing]);
}
"""


def test_every_field_that_may_be_left_out_tells_what_it_then_is() -> None:
    schema = filing_schema()
    for part in (schema, *schema["$defs"].values()):
        for name, field in part["properties"].items():
            assert (name in part.get("required", [])) != ("default" in field), (part["title"], name)


def test_the_form_fills_in_what_python_fills_in(typescript: TypeScript) -> None:
    needed = ("format", "schema_version", "id", "year", "created", "changed", "criteria")
    sparse: Tree = {key: a_filing()[key] for key in needed}
    deep = altered(a_filing(), "items/4.1.2", {"tables": [{"id": "t", "years": [2025]}]})
    deep["assignment"] = {"taken_by": "甲", "taken_at": "2026-05-01T10:00:00+08:00"}
    for tree in (sparse, deep):
        valid, filled = typescript.answer(ENTRY, [tree])[0]
        assert valid
        assert filled == Filing.model_validate(tree).model_dump(mode="json")


def test_both_refuse_the_same(typescript: TypeScript) -> None:
    trees = [altered(a_filing(), way, value) for way, value, _ in PLACES]
    for tree, (valid, _) in zip(trees, typescript.answer(ENTRY, trees), strict=True):
        python = read_filing(json.dumps(tree).encode(), "f.json").filing is not None
        if "\\ud800" not in json.dumps(tree):  # half a sign: only Python tells it from a text
            assert valid == python, tree


WAYS = ("year", "items/4.1.2/percent", "totals/total", "plan/0/due", "incidents/none", "profile")
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-10, 3000),
    st.sampled_from([0.5, "", "6.75", "６", "1e3", "-0", "007", "2026-06-30", "2026-06-30\n", []]),
    st.dictionaries(st.text(max_size=3), st.just({}), max_size=2),
)


def test_both_agree_on_anything(typescript: TypeScript) -> None:
    trees: list[Tree] = []
    for way in WAYS:
        for value in _examples(VALUES, 60):
            trees.append(altered(a_filing(), way, value))
    for tree, (valid, _) in zip(trees, typescript.answer(ENTRY, trees), strict=True):
        python = read_filing(json.dumps(tree).encode(), "f.json").filing is not None
        assert valid == python, tree


def _examples(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    found: list[Any] = []

    @settings(
        max_examples=count, database=None, suppress_health_check=[*HealthCheck], derandomize=True
    )
    @given(strategy)
    def gather(value: Any) -> None:
        found.append(value)

    gather()
    return found


@pytest.mark.parametrize("count", [2, 4])
def test_a_row_as_wide_as_its_years_is_held_by_both(typescript: TypeScript, count: int) -> None:
    tree = altered(a_filing(), "items/4.1.2/tables/0/rows/0/values", ["1"] * count)
    assert typescript.answer(ENTRY, [tree])[0][0] is False
    assert read_filing(json.dumps(tree).encode(), "f.json").filing is None
