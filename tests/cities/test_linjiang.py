"""Another city is other data: 临江市 (invented) has its own tiers, kinds, numbers and articles.

One award a year, no term, three tiers, projects beside firms, quotas for each round, and seven
calendar days of publicity counted from the day of publication.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.regulation import examine
from tests.program import AwardSite, Run, laid_over

LINJIANG = Path(__file__).parent / "linjiang"
CONTENT = Path(__file__).parents[2] / "content"
Edit = tuple[str, str, str]
Checked = Callable[..., Run]


def edited(*edits: Edit) -> dict[str, str]:
    """The files with each `(path, old, new)` done, as an overlay."""
    files: dict[str, str] = {}
    for path, old, new in edits:
        text = files.get(path) or (LINJIANG / path).read_text(encoding="utf-8")
        assert old in text, (path, old)
        files[path] = text.replace(old, new)
    return files


@pytest.fixture
def checked(award_site: AwardSite, workplace: Path) -> Checked:
    """Checks 临江市 with files laid over it."""

    def check(files: dict[str, str], *arguments: str) -> Run:
        laid_over(LINJIANG, workplace / "linjiang", dict(files))
        return award_site("check", "--content", "linjiang", "--today", "2026-01-15", *arguments)

    return check


def test_the_city_passes_strictly(checked: Checked) -> None:
    run = checked({}, "--strict")
    assert run.code == 0, run.out
    assert "10 个获奖者、10 份公告、2 次评定" in run.out


PUBLICITY = [
    ("notices/2025/lj-2025-tj.yml", "2025-04-0{}", "2025-04-1{}", 7, 3, "第十六条"),
    ("notices/2025/lj-2025-gs.yml", "2025-09-0{}", "2025-09-0{}", 1, 7, "第二十条"),
]


@pytest.mark.parametrize(("notice", "first", "last", "begins", "ends", "article"), PUBLICITY)
def test_six_days_of_publicity_are_one_too_few_by_its_own_article(
    checked: Checked, notice: str, first: str, last: str, begins: int, ends: int, article: str
) -> None:
    run = checked(
        edited(
            (notice, f"last: {last.format(ends)}", f"last: {last.format(ends - 1)}"),
            (notice, "stated: 7日", "stated:"),
        )
    )
    (line,) = (line for line in run.lines if " 错误 " in line)
    assert run.code == 1
    assert line.startswith(f"linjiang/{notice}:")
    assert f"{first.format(begins)} 至 {last.format(ends - 1)}" in line
    assert "不少于 7 " in line
    assert f"末日至少为 {last.format(ends)}" in line
    assert line.endswith(f"〔{article}〕")


@pytest.mark.parametrize(("notice", "first", "last", "begins", "ends", "article"), PUBLICITY)
def test_publicity_may_begin_on_the_day_of_publication_but_not_before(
    checked: Checked, notice: str, first: str, last: str, begins: int, ends: int, article: str
) -> None:
    published = "published: " + first
    run = checked(edited((notice, published.format(begins), published.format(begins + 1))))
    (line,) = (line for line in run.lines if " 错误 " in line)
    assert run.code == 1
    assert f"首日最早为 {first.format(begins + 1)}" in line
    assert line.endswith(f"〔{article}〕")


def test_a_quota_is_full_within_one_round(checked: Checked) -> None:
    run = checked(edited(("awardees/lj-matou.yml", "tier: silver", "tier: gold")))
    quota = [line for line in run.lines if "超出名额" in line]
    assert run.code == 1
    assert len(quota) == 1
    assert quota[0].endswith("〔第八条〕")
    assert "2025年度评定（虚构）金奖（企业）已有 2 家" in quota[0]
    assert "不超过 1 家" in quota[0]


def test_the_quota_of_one_round_is_not_used_up_by_another(checked: Checked) -> None:
    run = checked({})
    assert not [line for line in run.lines if "名额" in line]


def test_a_tier_is_given_only_to_its_kinds(checked: Checked) -> None:
    run = checked(edited(("awardees/lj-dengta.yml", "tier: rookie", "tier: gold")))
    assert run.code == 1
    assert any("项目，金奖不授予这一类别" in line and "第三条" in line for line in run.lines)


def test_a_round_of_the_next_year_is_welcome(checked: Checked) -> None:
    call = (LINJIANG / "notices/2025/lj-2025-tz.yml").read_text(encoding="utf-8")
    call = call.replace("lj-2025-tz", "lj-2026-tz").replace("2025-03-03", "2026-01-05")
    call = call.replace("SL01/2025-", "SL01/2026-")
    call = call.replace("round: 2025", "round: 2026").replace("〔2025〕", "〔2026〕")
    run = checked(
        {
            "notices/2026/lj-2026-tz.yml": call,
            "rounds/2026.yml": "id: 2026\ntitle: 2026年度评定（虚构）\n",
        }
    )
    assert run.code == 0, run.out
    assert "11 份公告、3 次评定" in run.out


def test_projects_are_counted_in_their_own_word(checked: Checked) -> None:
    run = checked(edited(("awardees/lj-yaohuo.yml", "tier: rookie", "tier: silver")))
    (line,) = (line for line in run.lines if "超出名额" in line)
    assert "银奖（项目）已有 2 项" in line
    assert "不超过 1 项" in line


def test_nothing_of_wuhan_is_needed() -> None:
    ours = examine(LINJIANG).register
    wuhan = examine(Path(__file__).parents[1] / "real" / "wuhan").register
    assert not ours.tiers.keys() & wuhan.tiers.keys()
    assert not ours.holder_kinds.keys() & wuhan.holder_kinds.keys()
    assert not ours.bodies.keys() & wuhan.bodies.keys()
    assert not ours.editions.keys() & wuhan.editions.keys()
    assert ours.edition.term is None
    assert all(round_.term is None for round_ in ours.rounds.values())


def test_the_program_names_no_city() -> None:
    program = Path(__file__).parents[2] / "generator"
    for source in program.rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        for word in ("武汉", "江岸", "市强市", '"nomination"', '"individual"', '"organisation"'):
            assert word not in text, f"{source}: {word}"
