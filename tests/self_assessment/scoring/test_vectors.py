"""Python and TypeScript give the same answers to the same vectors."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from self_assessment.criteria import USUAL, CriteriaSet, Library
from self_assessment.scoring import ahead, band_of, category_scores, score, suggested, totals
from tests.self_assessment.typescript import TypeScript

VECTORS = Path(__file__).parent / "vectors"
SETS = Path(__file__).parents[1] / "criteria" / "sets"
LIBRARY = Library(SETS)

ENTRY = """
import { ahead, bandOf, categoryScores, score, suggested, totals }
  from "./self_assessment/form/src/scoring";

const kinds = {
  scores: (c) => score(c.points, c.percent),
  bands: (c, set) => bandOf(set, c.percent)?.id ?? null,
  suggestions: (c, set) => {
    const range = suggested(set, c.bands);
    return range && [range.low, range.high];
  },
  ahead: (c, set) => {
    const next = ahead(set, c.points, c.percent);
    return [next?.band.id ?? null, next?.percent ?? null, next?.points ?? null];
  },
  totals: (c, set) => {
    const percents = new Map(Object.entries(c.percents));
    const parts = Object.fromEntries(categoryScores(set, percents));
    return { totals: totals(set, percents), parts };
  },
};

function answer({ kind, cases, sets }) {
  return cases.map((one) => kinds[kind](one, sets[one.set]));
}
"""


def vectors(kind: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((VECTORS / f"{kind}.json").read_text("utf-8"))
    return cases


def expected(kind: str, case: dict[str, Any]) -> Any:
    match kind:
        case "scores":
            return case["score"]
        case "bands":
            return case["band"]
        case "suggestions":
            return case["range"]
        case "ahead":
            return [case["band"], case["steps"], case["brings"]]
        case _:
            return {"totals": case["totals"], "parts": case["parts"]}


def in_python(kind: str, case: dict[str, Any]) -> Any:
    criteria = LIBRARY.get(case.get("set", USUAL))
    match kind:
        case "scores":
            return score(case["points"], case["percent"])
        case "bands":
            band = band_of(criteria, case["percent"])
            return band.id if band else None
        case "suggestions":
            found = suggested(criteria, case["bands"])
            return [*found] if found else None
        case "ahead":
            step = ahead(criteria, case["points"], case["percent"])
            return [step.band.id, step.percent, step.points] if step else [None, None, None]
        case _:
            return _totals(criteria, case["percents"])


def _totals(criteria: CriteriaSet, percents: dict[str, int | None]) -> dict[str, Any]:
    parts = {
        id_: {"sum": part.sum, "scored": part.scored, "of": part.of, "complete": part.complete}
        for id_, part in category_scores(criteria, percents).items()
    }
    return {"totals": totals(criteria, percents)._asdict(), "parts": parts}


def in_typescript(typescript: TypeScript, kind: str, cases: list[dict[str, Any]]) -> list[Any]:
    sets = {id_: LIBRARY.get(id_).model_dump(mode="json") for id_ in LIBRARY.ids()}
    answers: list[Any] = typescript.answer(ENTRY, {"kind": kind, "cases": cases, "sets": sets})
    return answers


KINDS = sorted(file.stem for file in VECTORS.glob("*.json"))


@pytest.mark.parametrize("kind", KINDS)
def test_python(kind: str) -> None:
    for case in vectors(kind):
        assert in_python(kind, case) == expected(kind, case), case


@pytest.mark.parametrize("kind", KINDS)
def test_typescript(kind: str, typescript: TypeScript) -> None:
    cases = vectors(kind)
    for case, answer in zip(cases, in_typescript(typescript, kind, cases), strict=True):
        assert answer == expected(kind, case), case


def test_twins_agree_on_anything(typescript: TypeScript) -> None:
    dice = random.Random(33)
    steps = [None, *range(0, 101, 5)]
    items = [item.id for item in LIBRARY.get(USUAL).items]
    cases = []
    for _ in range(300):
        known = dice.sample(items, dice.randint(0, len(items)))
        cases.append({"set": USUAL, "percents": {item: dice.choice(steps) for item in known}})
    answers = in_typescript(typescript, "totals", cases)
    for case, answer in zip(cases, answers, strict=True):
        assert answer == in_python("totals", case)
