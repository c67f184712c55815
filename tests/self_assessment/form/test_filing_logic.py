"""What is done to a filing, as pure functions: run in node, without a page."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from tests.self_assessment.filings import CRITERIA, a_filing, altered
from tests.self_assessment.typescript import TypeScript

_FROM = "./self_assessment/form/src"

_FIGURES = f"""
import {{ readFigure }} from "{_FROM}/filing/figures";
const answer = (texts) => texts.map((text) => {{
  const read = readFigure(text);
  return read === null ? null : read.value + (read.percent ? " %" : "");
}});
"""


_TYPED = [
    ("12", "12"),
    ("1,234.50", "1234.50"),
    ("12,34", None),
    ("９８．７％", "98.7 %"),
    (" 95.2 % ", "95.2 %"),
    ("(12.5)", "-12.5"),
    ("−3", "-3"),
    ("1.2E+3", "1200"),
    ("5e-3", "0.005"),
    ("¥ 300", "300"),
    ("—", ""),
    ("/", ""),
    ("N/A", ""),
    ("", ""),
    (".5", "0.5"),
    ("007", "7"),
    ("0.123456785", "0.12345679"),
    ("-0.999999999", "-1"),
    ("约三成", None),
    ("12 万元", None),
    ("1" * 16, None),
    ("1..2", None),
]


def test_figures_as_people_type_them(typescript: TypeScript) -> None:
    told = typescript.answer(_FIGURES, [typed for typed, _ in _TYPED])
    assert [*zip((typed for typed, _ in _TYPED), told, strict=True)] == _TYPED


_PASTE = f"""
import {{ paste }} from "{_FROM}/filing/pasting";
const answer = ([table, row, column, text]) => paste(table, row, column, text);
"""


def _table(*rows: Any, years: tuple[int, ...] = (2023, 2024, 2025)) -> dict[str, Any]:
    return {
        "id": "t",
        "title": "",
        "years": [*years],
        "rows": [*rows] or [_row(years=years)],
        "note": "",
        "secret": False,
    }


def _row(
    name: str = "", *values: str, years: tuple[int, ...] = (2023, 2024, 2025), **more: Any
) -> dict[str, Any]:
    return {
        "name": name,
        "unit": "",
        "good": "up",
        "values": [*values, *[""] * (len(years) - len(values))],
        "target": "",
        "benchmark": {"value": "", "source": ""},
    } | more


def test_block_of_figures_lands_where_the_cursor_is(typescript: TypeScript) -> None:
    text = '"1,020"\t98.5%\t\r\n3\t—\t5\r\n'
    pasted = typescript.answer(_PASTE, [_table(_row("甲")), 0, 0, text])
    rows = pasted["table"]["rows"]
    assert rows[0]["values"] == ["1020", "98.5", ""]
    assert rows[0]["unit"] == "%"
    assert rows[1]["values"] == ["3", "", "5"]
    assert pasted["filled"] == 5
    assert pasted["unread"] == []


def test_whole_table_with_a_head_of_years(typescript: TypeScript) -> None:
    text = (
        "指标\t单位\t2022年\t2023\t2024年度\t目标\n"
        "一次合格率\t%\t97.1\t97.9\t98.4\t99\n"
        '"客户投诉\n（件）"\t件\t12\t9\t7\t5\n'
    )
    table = _table(_row("", "", "", "88"))
    pasted = typescript.answer(_PASTE, [table, 0, "name", text])["table"]
    assert pasted["years"] == [2022, 2023, 2024, 2025]
    assert pasted["rows"][0]["values"] == ["97.1", "97.9", "98.4", "88"]
    assert pasted["rows"][0]["target"] == "99"
    assert pasted["rows"][1]["name"] == "客户投诉\n（件）"
    assert pasted["rows"][1]["values"] == ["12", "9", "7", ""]


def test_columns_that_a_block_lacks_are_passed_by(typescript: TypeScript) -> None:
    text = "一次合格率\t97.1\t97.9\t98.4\n投诉\t12\t9\t7"
    rows = typescript.answer(_PASTE, [_table(), 0, "name", text])["table"]["rows"]
    assert [row["values"] for row in rows] == [["97.1", "97.9", "98.4"], ["12", "9", "7"]]
    text = "投诉\t件\t越小越好\t12\t9\t7\t5\t8\t行业协会"
    row = typescript.answer(_PASTE, [_table(), 0, "name", text])["table"]["rows"][0]
    assert row["good"] == "down"
    assert row["benchmark"] == {"value": "8", "source": "行业协会"}


def test_what_is_no_figure_is_told_and_not_put(typescript: TypeScript) -> None:
    pasted = typescript.answer(_PASTE, [_table(_row("甲", "1", "2", "3")), 0, 0, "九成\t95"])
    assert pasted["table"]["rows"][0]["values"] == ["1", "95", "3"]
    assert pasted["unread"] == ["九成"]


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
