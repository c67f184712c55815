"""What else is done to a filing, as pure functions: run in node, without a page."""

from __future__ import annotations

import json
from itertools import pairwise

from tests.self_assessment.filings import a_filing, altered
from tests.self_assessment.typescript import TypeScript

_FROM = "./self_assessment/form/src"

_MERGE = f"""
import {{ differencesOf, firstChoice, merged }} from "{_FROM}/filing/comparing";
import {{ filledUp, partFor }} from "{_FROM}/filing/parts";
import {{ criteria, validateFiling }} from "{_FROM}/made";
const answer = ([ours, theirs, chosen]) => {{
  validateFiling(ours);
  validateFiling(theirs);
  const full = filledUp(theirs, ours, criteria);
  const differences = differencesOf(ours, full, criteria);
  const choice = {{}};
  for (const each of differences) choice[each.id] = chosen[each.id] || firstChoice(each, full);
  const filing = merged(ours, differences, choice, criteria);
  return {{ valid: validateFiling(filing), choice, filing }};
}};
"""


def test_part_comes_back_and_only_the_part_is_taken(typescript: TypeScript) -> None:
    ours = a_filing()
    theirs = altered(ours, "items/4.1.2/elements/approach/text", "部门改过的")
    theirs = altered(theirs, "items/4.1.2/percent", 60)
    theirs = altered(theirs, "items/4.1.3/elements/approach/text", "不在分工之内")
    theirs["assignment"] = {
        "kind": "writing",
        "taken_by": "生产部",
        "items": ["4.1.2"],
        "headings": [],
        "taken_at": "2026-06-01T08:00:00+08:00",
    }
    said = typescript.answer(_MERGE, [ours, theirs, {}])
    assert said["valid"]
    assert said["choice"] == {"4.1.2-approach": "theirs", "4.1.2-score": "theirs"}
    assert said["filing"]["items"]["4.1.2"]["elements"]["approach"]["text"] == "部门改过的"
    assert said["filing"]["items"]["4.1.2"]["percent"] == 60
    assert said["filing"]["totals"]["items"]["4.1.2"] == "30"
    assert said["filing"]["items"]["4.1.3"]["elements"]["approach"]["text"] == "4.1.3 方法"


def test_both_sides_can_be_had(typescript: TypeScript) -> None:
    ours = a_filing()
    theirs = altered(ours, "items/4.1.2/elements/approach/text", "对方的")
    theirs = altered(theirs, "items/4.1.2/strengths", ["一项优势", "另一项"])
    theirs = altered(theirs, "items/4.1.2/tables/0/title", "另一张表")
    both = {"4.1.2-approach": "both", "4.1.2-strengths": "both", "4.1.2-table-t-4.1.2": "both"}
    item = typescript.answer(_MERGE, [ours, theirs, both])["filing"]["items"]["4.1.2"]
    assert item["elements"]["approach"]["text"] == "4.1.2 方法\n\n对方的"
    assert item["strengths"] == ["一项优势", "另一项"]
    assert [table["title"] for table in item["tables"]] == ["示例结果", "另一张表"]
    assert len({table["id"] for table in item["tables"]}) == 2


def test_empty_side_never_wins_by_itself(typescript: TypeScript) -> None:
    ours = altered(a_filing(), "items/4.1.2/elements/approach/text", "")
    theirs = altered(a_filing(), "items/4.1.3/elements/approach/text", "")
    filing = typescript.answer(_MERGE, [ours, theirs, {}])["filing"]
    assert filing["items"]["4.1.2"]["elements"]["approach"]["text"] == "4.1.2 方法"
    assert filing["items"]["4.1.3"]["elements"]["approach"]["text"] == "4.1.3 方法"


_SNAPSHOTS = f"""
import {{ tooMany }} from "{_FROM}/keeping/snapshots";
const answer = (times) => {{
  const kept = [];
  for (const time of times) {{
    kept.push(time);
    for (const gone of tooMany(kept)) kept.splice(gone, 1);
  }}
  return kept;
}};
"""


def test_snapshots_thin_towards_the_past(typescript: TypeScript) -> None:
    ten_minutes = 600_000
    kept = typescript.answer(_SNAPSHOTS, [place * ten_minutes for place in range(1000)])
    assert len(kept) == 20
    assert kept[0] == 0
    assert kept[-6:] == [place * ten_minutes for place in range(994, 1000)]
    gaps = [later - earlier for earlier, later in pairwise(kept)]
    assert max(gaps) <= 250 * ten_minutes


_CODE = f"""
import {{ codeHint }} from "{_FROM}/filing/credit-code";
const answer = (codes) => codes.map(codeHint);
"""


def test_check_place_of_a_code(typescript: TypeScript) -> None:
    hints = typescript.answer(
        _CODE, ["", "91420100MA4KLQ2Y71", "91420100MA4KLQ2Y72", "9142", "91420100MA4KLQ2YI1"]
    )
    assert hints[0] == hints[1] == ""
    assert "校验位" in hints[2]
    assert "18 位" in hints[3]
    assert "字母 I" in hints[4]


_HISTORY = f"""
import {{ noted }} from "{_FROM}/filing/history";
const answer = (steps) => steps.reduce(
  (filing, [who, where, what, at]) => noted(filing, who, where, what, new Date(at)),
  {{ history: [] }},
).history.map(({{ who, where, what }}) => [who, where, what]);
"""


def test_one_place_in_one_sitting_is_one_entry(typescript: TypeScript) -> None:
    minute = 60_000
    told = typescript.answer(
        _HISTORY,
        [
            ["甲", "4.1.2", "修改文字", 0],
            ["甲", "4.1.2", "修改文字", 5 * minute],
            ["甲", "4.1.3", "修改文字", 6 * minute],
            ["甲", "4.1.2", "修改文字", 20 * minute],
            ["乙", "4.1.2", "修改文字", 21 * minute],
            ["甲", "4.1.2", "修改文字", 90 * minute],
        ],
    )
    assert told == [
        ["甲", "4.1.3", "修改文字"],
        ["甲", "4.1.2", "修改文字"],
        ["乙", "4.1.2", "修改文字"],
        ["甲", "4.1.2", "修改文字"],
    ]


_FINDINGS = f"""
import {{ findingsOf }} from "{_FROM}/filing/completeness";
import {{ criteria, validateFiling }} from "{_FROM}/made";
const answer = (filing) => {{
  validateFiling(filing);
  return findingsOf(filing, criteria)
    .map(({{ weight, says, place }}) => [weight, place.view, says]);
}};
"""


def test_check_says_what_is_missing_where(typescript: TypeScript) -> None:
    filing = altered(a_filing(), "items/4.1.2/elements/learning/text", "")
    filing = altered(filing, "items/4.7.2/tables", [])
    filing = altered(filing, "items/4.5.3/improvements", ["一", "二"])
    filing = altered(filing, "items/4.2.2/percent", None)
    filing = altered(filing, "plan/0/owner", "")
    found = typescript.answer(_FINDINGS, json.loads(json.dumps(filing)))
    said = {(weight, view): says for weight, view, says in found}
    assert said["missing", "4.1.2"] == "学习没有写"
    assert said["missing", "4.7.2"] == "结果条款还没有结果表"
    assert said["missing", "4.2.2"] == "没有评分"
    assert said["missing", "plan"] == "没有负责人或完成日期"
    assert "改进空间（2 条）却多于优势（1 条）" in said["look", "4.5.3"]
    assert not [view for weight, view, _ in found if weight == "missing" and view == "4.1.3"]


_DIFFERING = f"""
import {{ differing }} from "{_FROM}/filing/differing";
const answer = ([one, other]) => differing(one, other).map((side) =>
  side.map(({{ text, own }}) => (own ? `[${{text}}]` : text)).join(""));
"""


def test_what_differs_is_marked_by_the_clause(typescript: TypeScript) -> None:
    one = "每月开会，对照目标，指定负责人。下月复核。"
    other = "每季开会，对照目标，查明差距，指定负责人。下月复核。"
    assert typescript.answer(_DIFFERING, [one, other]) == [
        "[每月开会，]对照目标，指定负责人。下月复核。",
        "[每季开会，]对照目标，[查明差距，]指定负责人。下月复核。",
    ]
