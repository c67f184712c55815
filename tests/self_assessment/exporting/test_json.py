"""The JSON file: canonical, its totals computed anew, taken in again by the office."""

from __future__ import annotations

import json
from typing import Any

from self_assessment.filing.filing import Filing
from tests.self_assessment.exporting.desk import AT, Desk
from tests.self_assessment.exporting.filings import Marked, filled
from tests.self_assessment.filings import CRITERIA


def test_it_is_canonical(desk: Desk, marked: Marked) -> None:
    text = desk.made("json", marked.whole).decode()
    again = json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, indent=2)
    assert text == f"{again}\n"


def test_the_order_of_keys_changes_nothing(desk: Desk, marked: Marked) -> None:
    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [turned(one) for one in value] if isinstance(value, list) else value

    assert desk.made("json", turned(marked.whole)) == desk.made("json", marked.whole)


def test_totals_are_computed_anew_and_the_moment_is_set(desk: Desk) -> None:
    filing = filled(CRITERIA, 1)
    filing["totals"] = {"items": {}, "categories": {}, "total": "999"}
    made = json.loads(desk.made("json", filing))
    assert made["totals"]["total"] == "500"
    assert made["exported"] == AT
    assert filing["exported"] != AT


def test_the_office_takes_it_in(desk: Desk, marked: Marked) -> None:
    made = desk.made("json", marked.whole)
    assert Filing.model_validate_json(made).organisation.name == marked.places["organisation/name"]
    assert desk.ask("valid", json.loads(made)) is None


def test_a_key_named_like_what_objects_inherit_stays_a_key(desk: Desk, marked: Marked) -> None:
    text = json.dumps(marked.whole).replace('"inputs": {', '"inputs": {"constructor": 20, ', 1)
    made = json.loads(desk.made("json", json.loads(text)))
    assert sum("constructor" in one["inputs"] for one in made["consensus"].values()) == 1
