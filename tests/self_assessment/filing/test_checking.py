"""A filing is held against its criteria, its own arithmetic, and the calendar."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.problems import Level
from self_assessment.criteria import Library
from self_assessment.filing.checking import Checked, check_filing
from self_assessment.filing.reading import read_filing
from tests.self_assessment.filings import ABSENT, SETS, Tree, a_filing, altered

FILING = a_filing()
NOW = dt.datetime(2026, 6, 20, 18)


def check(tree: Tree, library: Library | None = None) -> Checked:
    read = read_filing(json.dumps(tree).encode(), "filing.json")
    assert read.filing is not None, read.problems
    return check_filing(read.filing, "filing.json", library or Library(), NOW)


def test_a_whole_filing_has_no_problem() -> None:
    checked = check(FILING)
    assert checked.problems == ()
    assert checked.equal is True
    assert (checked.scored, checked.of) == (23, 23)
    assert checked.totals is not None
    assert checked.totals.total == FILING["totals"]["total"]


@pytest.mark.parametrize("set_", ["gbt19580-next", "small-without-points"])
def test_other_sets_are_found_beside_the_shipped_ones(set_: str) -> None:
    library = Library(SETS)
    tree = a_filing(library.get(set_))
    assert check(tree, library).problems == ()
    assert [p.code for p in check(tree).problems] == ["criteria-unknown"]


SAID: list[tuple[str, Any, str, str]] = [
    (
        "items/4.1.2/percent",
        35,
        "score-unequal",
        "得分 › 条款得分 › 4.1.2：写的是“15”，按得分率重新计算是 17.5",
    ),
    ("totals/total", "999", "score-unequal", "得分 › 总分：写的是“999”，按得分率重新计算是"),
    ("totals/total", None, "score-unequal", "得分 › 总分：没有写，按得分率重新计算是"),
    ("totals/items/4.1.2", "15.01", "score-unequal", "写的是“15.01”，按得分率重新计算是 15"),
    ("totals/items/4.9.9", "5", "score-unequal", "写的是“5”，按得分率还得不出这个得分"),
    ("totals/categories/4.1", ABSENT, "score-unequal", "类目得分 › 4.1：没有写"),
    (
        "criteria/digest",
        "0" * 64,
        "criteria-digest",
        "准则摘要：“000000000000…”与准则“gbt19580-2012”的",
    ),
    (
        "criteria/id",
        "gbt19580-2099",
        "criteria-unknown",
        "不认识的准则“gbt19580-2099”，得分没有核对",
    ),
    ("items/4.1.2/band", "90-100", "band-unequal", "写的是“90-100”，得分率 30% 在 30-45 这一档"),
    (
        "items/4.1.2/elements/approach/band",
        "high",
        "band-unknown",
        "4.1.2 › 分要素内容 › approach › 要素档位：没有“high”这一档",
    ),
    ("items/4.1.2/elements/speed", {}, "element-unknown", "没有要素“speed”"),
    ("items/4.9.9", {}, "item-unknown", "准则中没有条款“4.9.9”"),
    ("profile/C.1", {}, "heading-unknown", "准则中没有标题“C.1”"),
    ("commitment/on", "2026-02-30", "day-unreal", "承诺 › 承诺日期：没有“2026-02-30”这一天"),
    (
        "plan/0/due",
        "2026-13-01",
        "day-unreal",
        "改进计划 › 第 1 项 › 完成日期：没有“2026-13-01”这一天",
    ),
    ("promotion/0/on", "2026-00-10", "day-unreal", "推广情况 › 第 1 项 › 日期"),
    ("created", "2026-02-30T09:00:00+08:00", "moment-unreal", "建立时间：没有“2026-02-30T"),
    ("changed", "2026-03-01T09:00:00+08:00", "moment-order", "早于建立时间"),
    (
        "last_year",
        {"year": 2026, "criteria": "gbt19580-2012"},
        "last-year-order",
        "上年 › 年度：“2026”不早于本报告的年度 2026",
    ),
    ("items/4.1.2/tables/0/years", [2025, 2024, 2023], "years-order", "没有由早到晚，或有重复"),
    (
        "items/4.1.3/tables/0/id",
        "t-4.1.2",
        "table-twice",
        "条款 › 4.1.3 › 结果表：表编号“t-4.1.2”用了两次，条款 4.1.2 已经用过",
    ),
    ("exported", "2026-06-23T09:00:00+08:00", "moment-future", "晚于现在（2026-06-20）"),
    ("exported", "9999-12-31T23:59:59-12:00", "moment-future", "导出时间：“9999-12-31"),
    ("changed", "2126-06-20T16:20:00+08:00", "moment-future", "最后修改时间：“2126-06-20"),
    ("commitment/accepted", False, "commitment-missing", "没有承诺内容完整、真实、准确"),
    ("organisation/name", " ", "organisation-unnamed", "组织信息 › 组织名称：没有填写"),
    ("incidents/entries", [{"what": "一件"}], "incidents-both", "写了没有事故，又列出 1 件"),
    ("incidents/none", None, "incidents-unsaid", "没有说明有没有事故"),
    ("left_out", [{"item": "4.1.2"}], "secrets-left-out", "有 1 处声明为秘密，没有列入本件"),
    ("items/4.1.2/percent", None, "band-alone", "写了“30-45”，却没有得分率"),
    ("items/4.1.2/percent", None, "item-unscored", "还有 1 条没有评分：4.1.2"),
]


@pytest.mark.parametrize(
    ("way", "value", "code", "said"), SAID, ids=[f"{n}-{one[2]}" for n, one in enumerate(SAID)]
)
def test_what_is_wrong_is_said(way: str, value: Any, code: str, said: str) -> None:
    problems = check(altered(FILING, way, value)).problems
    sentences = [str(problem) for problem in problems if problem.code == code]
    assert any(said in sentence for sentence in sentences), [*map(str, problems)]


AGREED: Tree = {
    "percent": 30,
    "inputs": {"a": 25, "b": 40},
    "spread": 15,
    "at": "2026-05-01T10:00:00+08:00",
}
CONSENSUS: list[tuple[Callable[[Tree], Tree], str, str]] = [
    (lambda a: a | {"percent": 45}, "consensus-unequal", "商定的是“45%”，条款得分率却是 30%"),
    (lambda a: a | {"spread": 5}, "spread-unequal", "写的是“5”，按各人得分率计算是 15"),
    (lambda a: a | {"at": "2026-05-32T10:00:00+08:00"}, "moment-unreal", "合议 › 4.1.2 › 时间"),
]


def test_a_consensus_that_holds_has_no_problem() -> None:
    assert check(FILING | {"consensus": {"4.1.2": AGREED}}).problems == ()


@pytest.mark.parametrize(("change", "code", "said"), CONSENSUS)
def test_a_consensus_that_does_not_hold_is_said(
    change: Callable[[Tree], Tree], code: str, said: str
) -> None:
    problems = check(FILING | {"consensus": {"4.1.2": change(AGREED)}}).problems
    assert [(p.code, said in str(p)) for p in problems] == [(code, True)]


def test_a_consensus_on_no_item_is_said() -> None:
    problems = check(FILING | {"consensus": {"4.9.9": AGREED}}).problems
    assert [p.code for p in problems] == ["consensus-unknown"]


def test_two_assessments_under_one_id_are_said() -> None:
    one = {"id": "a", "assessor": "甲", "at": "2026-05-01T10:00:00+08:00"}
    problems = check(FILING | {"assessments": [one, one | {"assessor": "乙"}]}).problems
    assert [p.code for p in problems] == ["assessment-twice"]


def test_a_filing_in_work_has_no_error() -> None:
    needed = ("format", "schema_version", "id", "year", "created", "changed", "criteria")
    checked = check({key: FILING[key] for key in needed})
    assert checked.problems
    assert {p.level for p in checked.problems} == {Level.WARNING}
    assert checked.equal is True
    assert checked.scored == 0


def test_equal_numbers_written_otherwise_are_equal() -> None:
    assert check(altered(FILING, "totals/items/4.1.2", "15.00")).problems == ()


def test_where_criteria_are_foreign_nothing_is_recomputed() -> None:
    checked = check(altered(FILING, "criteria/digest", "0" * 64))
    assert checked.equal is None
    assert checked.totals is None
    assert [p.code for p in checked.problems] == ["criteria-digest"]
