"""``self-assessment check``: what it says, and with what it leaves."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from generator.terminal import clock
from self_assessment.criteria import Library
from self_assessment.filing.reading import LARGEST
from tests.program import AwardSite as Program
from tests.self_assessment.filings import SETS, a_filing, altered, saved


@pytest.fixture(autouse=True)
def _after_the_filing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: dt.datetime(2026, 7, 1, 9))


def test_a_valid_filing(self_assessment: Program, tmp_path: Path) -> None:
    tree = a_filing()
    run = self_assessment("check", saved(tmp_path, tree))
    assert run.code == 0
    assert run.out.splitlines() == [
        "组织：示例精密有限公司",
        "年度：2026",
        "准则：GB/T 19580-2012 卓越绩效评价准则，尚未有人与标准文本核对",
        "已评分：23/23 条",
        f"总分：{tree['totals']['total']}，重新计算一致",
        "核对通过：文件有效，得分重新计算一致。",
    ]
    assert run.err == ""


def test_a_changed_score(self_assessment: Program, tmp_path: Path) -> None:
    run = self_assessment("check", saved(tmp_path, altered(a_filing(), "totals/total", "999.5")))
    assert run.code == 1
    assert "文件中写的是 999.5，重新计算是" in run.out
    assert "错误 得分 › 总分：写的是“999.5”" in run.out
    assert run.err == "未通过：1 个错误。\n"


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        ("criteria/digest", "0" * 64, "条款或分值不是同一套，得分没有核对"),
        ("criteria/id", "gbt19580-2099", "不认识的准则“gbt19580-2099”"),
    ],
)
def test_foreign_criteria(
    self_assessment: Program, tmp_path: Path, way: str, value: str, said: str
) -> None:
    run = self_assessment("check", saved(tmp_path, altered(a_filing(), way, value)))
    assert run.code == 1
    assert said in run.out
    assert "未能重新计算" in run.out
    assert "一致。" not in run.out


def test_criteria_of_a_folder_beside(self_assessment: Program, tmp_path: Path) -> None:
    file = saved(tmp_path, a_filing(Library(SETS).get("small-without-points")))
    run = self_assessment("check", file, "--criteria", SETS)
    assert run.code == 0
    assert "示例核对人 2024-04-02 与标准文本核对" in run.out
    assert "总分：这套准则没有分值，只有得分率" in run.out


def test_a_warning_stops_only_under_strict(self_assessment: Program, tmp_path: Path) -> None:
    file = saved(tmp_path, altered(a_filing(), "commitment/accepted", False))
    assert self_assessment("check", file).code == 0
    run = self_assessment("check", file, "--strict")
    assert run.code == 1
    assert "警告 承诺：没有承诺" in run.out


def test_for_programs(self_assessment: Program, tmp_path: Path) -> None:
    tree = a_filing()
    told = self_assessment("check", saved(tmp_path, tree), "--format", "json").json
    assert told == {
        "ok": True,
        "valid": True,
        "id": "f-1",
        "schema_version": 1,
        "organisation": "示例精密有限公司",
        "credit_code": "91TPEC1234567890AB",
        "year": 2026,
        "criteria": {
            "id": "gbt19580-2012",
            "digest": tree["criteria"]["digest"],
            "known": True,
            "verified": False,
        },
        "items": {"scored": 23, "of": 23},
        "total": tree["totals"]["total"],
        "recomputed": tree["totals"]["total"],
        "equal": True,
        "left_out": 0,
        "errors": 0,
        "warnings": 0,
        "notes": 0,
        "problems": [],
    }


def test_for_programs_of_what_is_no_filing(self_assessment: Program, tmp_path: Path) -> None:
    (tmp_path / "a.age").write_bytes(b"age-encryption.org/v1\n")
    run = self_assessment("check", tmp_path / "a.age", "--format", "json")
    assert run.code == 1
    assert (run.json["ok"], run.json["valid"]) == (False, False)
    assert [problem["code"] for problem in run.json["problems"]] == ["filing-sealed"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "缺少 FILE"),
        (["check", "gone.json"], "没有文件 gone.json"),
        (["check", "a.json", "--fast"], "没有选项 --fast"),
        (["chek"], "没有命令 chek；是不是 check"),
    ],
)
def test_wrong_use(self_assessment: Program, arguments: list[str], said: str) -> None:
    run = self_assessment(*arguments)
    assert run.code == 2
    assert said in run.err


def test_a_file_of_any_size_is_told_with_its_size(self_assessment: Program, tmp_path: Path) -> None:
    with (tmp_path / "filing.json").open("wb") as file:
        file.truncate(100 * 1024 * 1024)  # sparse
    run = self_assessment("check", tmp_path / "filing.json")
    assert run.code == 1
    assert f"文件有 100 MB，超过上限 {LARGEST // 1048576} MB" in run.out


def test_an_export_of_the_future_is_told(self_assessment: Program, tmp_path: Path) -> None:
    tree = altered(a_filing(), "exported", "2126-06-20T16:21:00+08:00")
    run = self_assessment("check", saved(tmp_path, tree))
    assert run.code == 0
    assert "警告 导出时间：“2126-06-20T16:21:00+08:00”晚于现在（2026-07-01）；请检查" in run.out


def test_a_folder_is_no_file(self_assessment: Program, tmp_path: Path) -> None:
    run = self_assessment("check", tmp_path)
    assert run.code == 1
    assert "是文件夹，不是文件" in run.out


def test_a_file_is_not_changed(self_assessment: Program, tmp_path: Path) -> None:
    file = saved(tmp_path, a_filing())
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    self_assessment("check", file)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert [*tmp_path.iterdir()] == [file]


def test_no_sign_of_a_terminal_gets_out(self_assessment: Program, tmp_path: Path) -> None:
    tree = altered(a_filing(), "organisation/name", "示例\x1b[31m公司\u202e")
    run = self_assessment("check", saved(tmp_path, altered(tree, "criteria/id", "x.y")))
    assert "\x1b" not in run.out
    assert "\u202e" not in run.out


def test_a_broken_set_is_told_with_its_place(self_assessment: Program, tmp_path: Path) -> None:
    sets = tmp_path / "sets"
    sets.mkdir()
    (sets / "mine.yml").write_text("id: mine\nname: 一\n", encoding="utf-8")
    tree = altered(a_filing(), "criteria/id", "mine")
    run = self_assessment("check", saved(tmp_path, tree), "--criteria", sets)
    assert run.code == 1
    assert "mine.yml:1: 错误 缺少 standard（标准号）" in run.out


def test_help_is_in_chinese(self_assessment: Program) -> None:
    run = self_assessment("check", "--help")
    assert "核对一份自评报告" in run.out
    assert "show this" not in run.out.lower()
    assert json.dumps(run.out)
