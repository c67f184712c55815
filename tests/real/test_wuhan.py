"""The real facts that public reports give pass, and what they do not tell is said to be unknown.

``wuhan.expected.txt`` is what an office reads. After a change of the checks, write it anew with
``.venv/bin/pytest tests/real --write-golden`` and read the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.records import Awardee, Notice, Round
from generator.register import Register
from generator.regulation import examine
from tests.program import AwardSite

HERE = Path(__file__).parent
GOLDEN = HERE / "wuhan.expected.txt"
TODAY = "2026-10-12"


def test_real_facts_pass_and_unknown_ones_are_notes(
    award_site: AwardSite,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    golden: Callable[[str, Path], None],
) -> None:
    monkeypatch.chdir(HERE)
    run = award_site("check", "--content", "wuhan", "--today", TODAY, "--cache", tmp_path)
    golden(run.out, GOLDEN)
    assert run.code == 0
    told = [line for line in run.lines if ": 警告 " in line]
    assert not [line for line in run.lines if ": 错误 " in line]
    assert run.lines
    assert all("网站标识码" in line for line in told)  # whose codes nobody gave to us


def test_strict_turns_only_the_missing_codes_into_errors(
    award_site: AwardSite, tmp_path: Path
) -> None:
    run = award_site(
        "check", "--content", HERE / "wuhan", "--today", TODAY, "--cache", tmp_path, "--strict"
    )
    assert run.code == 1
    (stopping,) = [line for line in run.lines if ": 提示 " not in line and ".yml:" in line]
    assert "没有填域名、网站标识码" in stopping


@pytest.fixture(scope="module")
def register() -> Register:
    return examine(HERE / "wuhan").register


def test_four_organisations_hold_the_award_of_round_seven(register: Register) -> None:
    assert {given.awardee.name for given in register.given["2018"]} == {
        "华中科技大学同济医学院附属同济医院",
        "格力电器（武汉）有限公司",
        "武汉高德红外股份有限公司",
        "武汉地铁集团有限公司",
    }
    assert {register.award_year(given.honour) for given in register.given["2018"]} == {2018}


def test_the_award_year_of_round_eight_is_not_guessed(register: Register) -> None:
    assert [register.award_year(given.honour) for given in register.given["2022"]] == [None, None]


def test_no_hour_is_made_up(register: Register) -> None:
    assert not any(notice.hour_known for notice in register.notices.values())


def test_every_record_names_its_source(register: Register) -> None:
    for _, record in register.records():
        if isinstance(record, Awardee | Notice | Round):
            assert record.sources, record.id
            assert record.confidential is None


def test_editions_are_those_that_ship(register: Register) -> None:
    shipped = HERE.parents[1] / "content" / "regulation"
    for edition in ("2010", "2022"):
        here = yaml.load((HERE / f"wuhan/regulation/{edition}.yml").read_text(), yaml.BaseLoader)
        there = yaml.load((shipped / f"{edition}.yml").read_text(), yaml.BaseLoader)
        assert here == there
