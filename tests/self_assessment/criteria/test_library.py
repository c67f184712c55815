"""A criteria set is read whole, or every fault in it is told by file, line and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import Stop
from self_assessment.criteria import USUAL, Library, outline
from tests.self_assessment.filings import SETS

TEXT = (SETS / "small-without-points.yml").read_text(encoding="utf-8")
SHIPPED = Path(__file__).parents[3] / "self_assessment/criteria" / f"{USUAL}.yml"
Lay = Callable[[str], list[str]]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lay:
    """The problems of a text laid as a set into a folder beside the shipped ones."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sets").mkdir()

    def lay(text: str) -> list[str]:
        (tmp_path / "sets/mine.yml").write_text(text, encoding="utf-8")
        with pytest.raises(Stop) as stop:
            Library(Path("sets")).get("mine")
        return [*map(str, stop.value.problems)]

    return lay


def changed(old: str, new: str, text: str = TEXT.replace("small-without-points", "mine")) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_sets_beside_come_before_shipped_ones(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8").replace("name: 卓越绩效评价准则", "name: 另一份")
    (tmp_path / f"{USUAL}.yml").write_text(text, encoding="utf-8")
    assert Library(tmp_path).get(USUAL).name == "另一份"
    assert Library().get(USUAL).name == "卓越绩效评价准则"


def test_a_set_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(Stop) as stop:
        Library(SETS).get("efqm-2025")
    (problem,) = stop.value.problems
    assert "没有准则“efqm-2025”" in problem.message
    assert "gbt19580-2012、gbt19580-next、small-without-points" in problem.remedy


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="准则文件夹打不开"):
        Library(tmp_path / "nothing")


def test_wording_does_not_change_the_digest_and_points_do(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    known = Library().get(USUAL).digest

    def digest(old: str, new: str) -> str:
        (tmp_path / f"{USUAL}.yml").write_text(changed(old, new, text), encoding="utf-8")
        return Library(tmp_path).get(USUAL).digest

    assert digest("name: 高层领导的作用", "name: 高层的作用") == known
    assert digest("asks: 写明", "asks: 请写明") == known
    moved = changed("points: 50\n", "points: 40\n", changed("points: 30\n", "points: 40\n", text))
    (tmp_path / f"{USUAL}.yml").write_text(moved, encoding="utf-8")
    assert Library(tmp_path).get(USUAL).digest != known


def test_the_outline_has_what_decides_whether_an_item_is_the_same() -> None:
    told = outline(Library(SETS).get("gbt19580-next"))
    (item,) = (item for item in told.items if item.id == "4.1.4")
    assert (item.category, item.points, item.kind, item.rubric) == ("4.1", 40, "process", "process")
    assert "B.2.2.b" in {heading.id for heading in told.headings}


FAULTS = [
    ("id: mine", "id: other", ":2: 错误 编号是“other”，文件名却是“mine.yml”；两者应一致"),
    ("name: 社区", "nam: 社区", ":3: 错误 不认识的键“nam”；是不是 name"),
    ("step: 10", "step: 十", ":9: 错误 得分率的级差：“十”不是整数"),
    ("step: 10", "step: 7", "级差“7”除不尽 100"),
    ("{id: sprout, low: 20", "{id: sprout, low: 30", "档位没有由低到高、不重不漏地盖住 0 到 100"),
    (
        "      leaf: {plan: 写下来了。, act: 常做。}\n",
        "",
        "评分要点 doing 的各档与档位不一致：leaf",
    ),
    (
        "{plan: 写下来了。, act: 常做。}",
        "{plan: 写下来了。}",
        "评分要点 doing 的 leaf 档与要素不一致：act",
    ),
    ("rubric: doing", "rubric: deed", "用了没有的评分要点“deed”；可写 doing、outcome"),
    ("          plan: [", "          plot: [", "条款 A.1 的指引写到没有的要素“plot”"),
    ("id: A.2", "id: A.1", "条款编号“A.1”用了两次"),
    ("{id: S.2,", "{id: S.1,", "组织概述标题编号“S.1”用了两次"),
    ("points:", "points: 10", "有的条款没有分值：A.2、B.1；要么都写，要么都不写"),
    ("kind: process", "kind: feeling", "类别不能是“feeling”；可写 process、result"),
    ("id: A.1", "id: 甲", "编号“甲”的写法不对；只用字母、数字"),
    ("  doing:\n", "  做:\n", "编号“做”的写法不对"),
    ("rubrics:\n", "rubrics: []\nunused:\n", "评分要点应是一组"),
]


@pytest.mark.parametrize(("old", "new", "said"), FAULTS, ids=[one[1][:12] for one in FAULTS])
def test_a_fault_is_told(told: Lay, old: str, new: str, said: str) -> None:
    problems = told(changed(old, new))
    assert any(said in problem for problem in problems), problems
    assert all(problem.startswith("sets/mine.yml:") for problem in problems)
    assert all("；" in problem for problem in problems)


def test_all_that_does_not_fit_together_is_told_at_once(told: Lay) -> None:
    text = changed("step: 10", "step: 7", changed("rubric: doing", "rubric: deed"))
    assert len(told(text)) == 2


def test_a_link_to_no_item_and_a_wrong_sum_are_told(told: Lay) -> None:
    text = SHIPPED.read_text(encoding="utf-8").replace(USUAL, "mine")
    assert any(
        "类目 4.1 的分值是“111”，它的条款合计却是 110" in problem
        for problem in told(changed("points: 110", "points: 111", text))
    )
    assert any(
        "条款 4.1.2 的相关条款“4.9.9”不存在" in problem
        for problem in told(changed("links: [", "links: [4.9.9, ", text))
    )
