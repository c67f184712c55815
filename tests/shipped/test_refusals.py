"""The shipped content passes; one mistake in it is refused with place, remedy and article."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.program import AwardSite

CONTENT = Path(__file__).parents[2] / "content"


class Mistake(NamedTuple):
    """One edit of the shipped content, and the line that must tell it."""

    file: str
    old: str
    new: str
    told: str


NINTH = """\
id: shili-dijiu
kind: organisation
name: 示例第九家有限公司
registered: 2001-01-01
honours:
  - {round: 2022, tier: award, notice: 2022-bz-01}
"""

MISTAKES = {
    "a ninth award organisation in a term": Mistake(
        "awardees/shili-dijiu.yml",
        "",
        NINTH,
        # Which of nine is one too many, nobody can tell: the last by id is named.
        r"awardees/shili-[a-z]+\.yml:\d+: 错误 第1届市长质量奖（组织）已有 9 家，“示例.+”超出名额；"
        r"不超过 8 家.*〔第五条〕",
    ),
    "a publicity period of four days": Mistake(
        "notices/2026/2026-gs-01.yml",
        "last: 2026-10-15",
        "last: 2026-10-14",
        r"notices/2026/2026-gs-01\.yml:\d+: 错误 公示期“2026-10-10 至 2026-10-14”只有 4 个工作日"
        r"（10月10日为调休上班日，已计入）；应不少于 5 个，末日至少为 2026-10-15 〔.*第十七条.*〕",
    ),
    "a commendation before the end of the period": Mistake(
        "notices/2024/2024-bz-01.yml",
        "made: 2024-10-09\npublished: 2024-10-11 09:00",
        "made: 2024-09-06\npublished: 2024-09-06 09:00",
        r"notices/2024/2024-bz-01\.yml:\d+: 错误 .*2024-09-06.*2024-09-09.*〔第二十五条〕",
    ),
    "a second award within five years": Mistake(
        "awardees/shili-guidao.yml",
        "honours:\n",
        "honours:\n  - {round: 2024, tier: award, notice: 2024-bz-01}\n",
        r"awardees/shili-guidao\.yml:\d+: 错误 .*2020.*2024.*〔第十三条〕",
    ),
    "a nomination for an individual": Mistake(
        "awardees/li-shili.yml",
        "tier: award",
        "tier: nomination",
        r"awardees/li-shili\.yml:14: 错误 “李示例”是个人，市长质量奖提名奖不授予这一类别；"
        r"市长质量奖提名奖只授予组织 〔第五条〕",
    ),
    "a revoked holder without a notice": Mistake(
        "awardees/shili-xianlan.yml",
        "    event: 撤销\n    notice: 2023-cx-01\n",
        "    event: 撤销\n",
        r"awardees/shili-xianlan\.yml:\d+: 错误 .*撤销.*公告.*〔第三十一条.*〕",
    ),
    "a key written twice": Mistake(
        "awardees/li-shili.yml",
        "district: jingkai\n",
        "district: jingkai\ndistrict: wuchang\n",
        r"awardees/li-shili\.yml:7: 错误 键“district”在同一处写了两次；请只保留一个",
    ),
    "a misspelt key": Mistake(
        "awardees/li-shili.yml",
        "employer:",
        "employr:",
        r"awardees/li-shili\.yml:9: 错误 不认识的键“employr”；是不是 employer",
    ),
}


@pytest.fixture
def content(workplace: Path) -> Path:
    return Path(shutil.copytree(CONTENT, workplace / "content"))


def test_shipped_content_passes_without_a_warning(award_site: AwardSite, content: Path) -> None:
    run = award_site("check", "--strict")
    assert run.code == 0, run.out


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_is_refused(award_site: AwardSite, content: Path, mistake: Mistake) -> None:
    file = content / mistake.file
    text = file.read_text(encoding="utf-8") if mistake.old else ""
    assert mistake.old in text
    file.write_text(text.replace(mistake.old, mistake.new, 1) if text else mistake.new, "utf-8")
    run = award_site("check")
    assert run.code == 1
    assert any(re.search(mistake.told, line) for line in run.lines), run.out
