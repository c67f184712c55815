"""A filing goes into the next year or to another edition: run in node, without a page."""

from __future__ import annotations

from tests.self_assessment.filings import CRITERIA, a_filing
from tests.self_assessment.typescript import TypeScript

_FROM = "./self_assessment/form/src"

_CARRY = f"""
import {{ carriedOver }} from "{_FROM}/filing/carrying-over";
import {{ criteria }} from "{_FROM}/made";
import {{ validateFiling }} from "{_FROM}/made";
const answer = ([filing, year]) => {{
  validateFiling(filing);
  const next = carriedOver(filing, year, criteria, "test");
  return {{ valid: validateFiling(next), next }};
}};
"""


def test_last_year_is_carried_over(typescript: TypeScript) -> None:
    """Complaint 9: no start from last year, no comparison."""
    said = typescript.answer(_CARRY, [a_filing(), 2027])
    assert said["valid"]
    new = said["next"]
    item = new["items"]["4.1.2"]
    assert new["year"] == 2027
    assert new["id"] != "f-1"
    assert item["elements"]["approach"]["text"] == "4.1.2 方法"
    assert item["waits"] == "carried_over"
    assert item["percent"] is None
    assert not item["complete"]
    assert item["tables"][0]["years"] == [2024, 2025, 2026]
    assert item["tables"][0]["rows"][0]["values"] == ["98.6", "99", ""]
    assert new["profile"]["B.1.1.a"]["waits"] == "carried_over"
    assert new["last_year"]["year"] == 2026
    assert new["last_year"]["percents"]["4.1.2"] == 30
    assert new["last_year"]["totals"]["total"] == "409.5"
    assert new["incidents"] == {"none": None, "entries": []}
    assert not new["commitment"]["accepted"]
    assert new["promotion"] == []


_EDITION = f"""
import {{ broughtTo }} from "{_FROM}/filing/new-edition";
import {{ criteria, outlines, validateFiling }} from "{_FROM}/made";
const answer = ([filing, change, known]) => {{
  validateFiling(filing);
  // The edition of today plays the new one; the old one is it with some items otherwise.
  const old = JSON.parse(JSON.stringify(outlines.find((each) => each.id === criteria.id)));
  old.id = "older";
  for (const item of old.items) Object.assign(item, change[item.id] || {{}});
  old.items.push({{ id: "4.8.1", name: "旧条款", category: "4.8", points: 10, kind: "process",
    rubric: "process" }});
  filing.criteria = {{ id: "older", digest: old.digest }};
  const brought = broughtTo(filing, criteria, known ? [...outlines, old] : outlines);
  return {{ valid: validateFiling(brought.filing), ...brought }};
}};
"""


def test_new_edition_keeps_reviews_and_retires(typescript: TypeScript) -> None:
    """Complaint 5: a new edition of the criteria loses answers."""
    filing = a_filing()
    filing["items"]["4.8.1"] = filing["items"]["4.1.2"] | {
        "elements": {"approach": {"text": "旧文"}}
    }
    filing["profile"]["B.9"] = {"text": "旧概述", "secret": True}
    change = {"4.1.3": {"points": 25}, "4.7.2": {"kind": "process", "rubric": "process"}}
    said = typescript.answer(_EDITION, [filing, change, True])
    assert said["valid"]
    assert sorted(said["changed"]) == ["4.1.3", "4.7.2"]
    assert said["retired"] == ["4.8.1", "B.9"]
    new = said["filing"]
    assert new["criteria"] == {"id": CRITERIA.id, "digest": CRITERIA.digest}
    assert new["items"]["4.1.2"]["waits"] == ""
    assert new["items"]["4.1.2"]["complete"]
    assert new["items"]["4.1.3"]["waits"] == "criteria_changed"
    assert new["items"]["4.1.3"]["elements"]["approach"]["text"] == "4.1.3 方法"
    retired = {one["id"]: one for one in new["retired"]}
    assert retired["4.8.1"]["name"] == "旧条款"
    assert "旧文" in retired["4.8.1"]["text"]
    assert "合格率" in retired["4.8.1"]["text"]
    assert retired["B.9"]["secret"]


def test_a_retired_item_keeps_its_consensus_and_the_whole_of_a_long_text(
    typescript: TypeScript,
) -> None:
    filing = a_filing()
    long = "长" * 60_000 + "𠮷" * 30_000
    elements = {"approach": {"text": long}, "learning": {"text": "末" * 60_000}}
    filing["items"]["4.8.1"] = filing["items"]["4.1.2"] | {"elements": elements}
    filing.setdefault("consensus", {})["4.8.1"] = {
        "percent": 45,
        "reasons": "两人都看了记录",
        "inputs": {"a-1": 40, "a-2": 50},
        "spread": 10,
        "by": "示例组长",
        "at": "2026-05-07T14:03:09+08:00",
    }
    said = typescript.answer(_EDITION, [filing, {}, True])
    assert said["valid"]
    whole = "".join(one["text"] for one in said["filing"]["retired"] if one["id"] == "4.8.1")
    assert long in whole
    assert "末" * 60_000 in whole
    assert "合议：45%，分差 10，主持人 示例组长\n两人都看了记录" in whole


def test_unknown_edition_waits_for_review_throughout(typescript: TypeScript) -> None:
    said = typescript.answer(_EDITION, [a_filing(), {}, False])
    assert said["kept"] == []
    assert said["retired"] == []
    assert len(said["changed"]) == len([*CRITERIA.items]) + len([*CRITERIA.headings])
    assert said["filing"]["items"]["4.1.2"]["percent"] == 30
