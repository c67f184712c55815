"""Filings for tests: a whole one, and changes to it, as trees of JSON."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from self_assessment.criteria import USUAL, CriteriaSet, Library
from self_assessment.scoring import band_of, totals

SETS = Path(__file__).parent / "criteria" / "sets"
CRITERIA = Library().get(USUAL)
Tree = dict[str, Any]


def a_filing(criteria: CriteriaSet = CRITERIA, **changes: Any) -> Tree:
    """A filing with every item scored and every kind of content, valid without any problem.

    The items get the percents 30, 35, 40 … in turn. `changes` replace whole parts.
    """
    percents = {
        item.id: (30 + 5 * place) % 105 // criteria.step * criteria.step
        for place, item in enumerate(criteria.items)
    }
    filing: Tree = {
        "format": "self-assessment-filing",
        "schema_version": 1,
        "id": "f-1",
        "year": 2026,
        "created": "2026-03-02T09:00:00+08:00",
        "changed": "2026-06-20T16:20:00+08:00",
        "exported": "2026-06-20T16:21:00+08:00",
        "organisation": {"name": "示例精密有限公司", "credit_code": "91TPEC1234567890AB"},
        "criteria": {"id": criteria.id, "digest": criteria.digest},
        "profile": {heading.id: {"text": heading.name} for heading in criteria.headings},
        "items": {
            item.id: _answer(criteria, item.id, percents[item.id]) for item in criteria.items
        },
        "plan": [{"what": "改进一件事", "due": "2026-12-31", "owner": "质量部"}],
        "promotion": [{"on": "2026-04-01", "what": "开放参观"}],
        "incidents": {"none": True},
        "commitment": {"accepted": True, "representative": "示例人", "on": "2026-06-19"},
        "totals": totals(criteria, percents)._asdict(),
    }
    return filing | changes


def _answer(criteria: CriteriaSet, item: str, percent: int) -> Tree:
    band = band_of(criteria, percent)
    assert band is not None
    kind = next(each for each in criteria.items if each.id == item)
    return {
        "elements": {
            element.id: {"text": f"{item} {element.name}", "band": band.id}
            for element in criteria.rubrics[kind.rubric].elements
        },
        "strengths": ["一项优势"],
        "evidence": [{"title": "一份证据", "kind": "制度", "kept": "档案室"}],
        "tables": [
            {
                "id": f"t-{item}",
                "title": "示例结果",
                "years": [2023, 2024, 2025],
                "rows": [{"name": "合格率", "unit": "%", "values": ["98.1", "98.6", "99"]}],
            }
        ],
        "percent": percent,
        "band": band.id,
        "complete": True,
    }


def altered(tree: Tree, way: str, value: Any) -> Tree:
    """A copy of a filing with `value` at the place that `way` leads to: ``items/4.1.2/percent``."""
    copied = copy.deepcopy(tree)
    *steps, last = [int(step) if step.isdecimal() else step for step in way.split("/")]
    at: Any = copied
    for step in steps:
        at = at[step]
    if value is ABSENT:
        del at[last]
    else:
        at[last] = value
    return copied


ABSENT = object()
"""Stands for nothing at a place."""


def saved(folder: Path, tree: Tree, name: str = "filing.json") -> Path:
    """The filing as a file."""
    file = folder / name
    file.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    return file
