"""What a chart shows and says, as the form and the Word report have it."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.self_assessment.typescript import TypeScript

_ENTRY = """
import { trend } from "./self_assessment/form/src/charts/trend";
import { multiples } from "./self_assessment/form/src/charts/multiples";
import { radar } from "./self_assessment/form/src/charts/radar";
import { bars } from "./self_assessment/form/src/charts/bars";
import { png } from "./self_assessment/form/src/charts/png";
import { standalone } from "./self_assessment/form/src/charts/standalone";
const kinds = { trend, multiples, radar, bars };
function answer([kind, ...given]) {
  if (kind === "png") return [...png(Uint8ClampedArray.from(given[0]), given[1], given[2])];
  const made = kinds[kind](...given);
  return made && made.shapes ? { ...made, svg: standalone(made, 2) } : made;
}
"""


def _row(**changes: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"name": "顾客满意度", "unit": "分", "good": "up"}
    row |= {"values": ["80", "82.5", "85"], "target": "90"}
    row |= {"benchmark": {"value": "84", "source": "行业均值"}}
    return row | changes


YEARS = [2023, 2024, 2025]


def _texts(drawing: dict[str, Any]) -> list[str]:
    return [shape["text"] for shape in drawing["shapes"] if shape["shape"] == "text"]


def _paints(drawing: dict[str, Any], kind: str = "line") -> list[str]:
    return [shape["paint"] for shape in drawing["shapes"] if shape["shape"] == kind]


def test_a_trend_has_its_values_goal_and_benchmark_where_they_are(typescript: TypeScript) -> None:
    made = typescript.answer(_ENTRY, ["trend", _row(), YEARS])
    texts = _texts(made)
    assert {"80", "82.5", "85", "目标 90", "对比 84", "2023", "2025"} <= {*texts}
    assert {"goal", "rival"} <= {*_paints(made)}
    assert made["title"] == "顾客满意度（分）：2023 年 80，2025 年 85，越高越好，向好"
    assert made["says"] == "2023 年 80；2024 年 82.5；2025 年 85；目标 90；对比值 84（行业均值）"


@pytest.mark.parametrize(
    ("good", "target", "values", "said"),
    [
        ("up", "", ["1", "2"], "越高越好，向好"),
        ("up", "", ["2", "1"], "越高越好，变差"),
        ("down", "", ["2", "1"], "越低越好，向好"),
        ("down", "", ["1", "1"], "越低越好，持平"),
        ("target", "5", ["1", "4"], "越接近目标越好，向好"),
        ("target", "5", ["5", "9"], "越接近目标越好，变差"),
        ("target", "", ["5", "9"], "越接近目标越好"),
        ("up", "", ["", "9"], "越高越好"),
    ],
)
def test_the_direction_of_good_is_said_in_words(
    good: str, target: str, values: list[str], said: str, typescript: TypeScript
) -> None:
    row = _row(good=good, target=target, values=values)
    made = typescript.answer(_ENTRY, ["trend", row, [2024, 2025]])
    assert made["title"].split("，", made["title"].count("，"))[-1] in said
    assert said in _texts(made)


def test_a_year_without_a_figure_parts_the_line(typescript: TypeScript) -> None:
    row = _row(values=["80", "", "85"])
    made = typescript.answer(_ENTRY, ["trend", row, YEARS])
    (path,) = (shape["d"] for shape in made["shapes"] if shape["shape"] == "path")
    assert path.count("M") == 2
    assert "2024 年 无数据" in made["says"]


@pytest.mark.parametrize(
    ("values", "target"),
    [
        (["5", "5", "5"], "5"),
        (["0", "0", "0"], "0"),
        (["-3", "7", "-0.5"], ""),
        (["999999999999999", "0.00000001", ""], "123456789012345.12345678"),
        (["", "", "7"], ""),
    ],
)
def test_any_figures_make_a_drawing_within_its_ground(
    values: list[str], target: str, typescript: TypeScript
) -> None:
    row = _row(values=values, target=target, benchmark={"value": "", "source": ""})
    for size in ("wide", "small"):
        made = typescript.answer(_ENTRY, ["trend", row, YEARS, size])
        numbers = [
            shape[key]
            for shape in made["shapes"]
            for key in ("x", "y", "x1", "y1", "x2", "y2")
            if key in shape
        ]
        assert all(0 <= number <= max(made["width"], made["height"]) for number in numbers)
        assert "NaN" not in made["svg"]


def test_without_a_figure_there_is_no_trend(typescript: TypeScript) -> None:
    assert typescript.answer(_ENTRY, ["trend", _row(values=["", "", ""]), YEARS]) is None


def test_the_multiples_of_a_table_are_those_that_have_a_trend(typescript: TypeScript) -> None:
    rows = [_row(), _row(values=["", "", "1"]), *[_row() for _ in range(14)]]
    made = typescript.answer(_ENTRY, ["multiples", {"years": YEARS, "rows": rows}])
    assert len(made["drawings"]) == 12
    assert made["more"] == 3
    assert len({(one["width"], one["height"]) for one in made["drawings"]}) == 1


def test_a_radar_says_the_highest_and_the_lowest(typescript: TypeScript) -> None:
    spokes = [
        {"name": "领导", "percent": 62.5, "former": 50},
        {"name": "战略", "percent": 40, "former": 45},
        {"name": "测量、分析与改进", "percent": None, "former": 45},
    ]
    made = typescript.answer(_ENTRY, ["radar", spokes, 2026, 2025])
    assert made["title"] == "各类目得分率：领导最高，为 62.5%；战略最低，为 40%"
    assert made["says"].endswith("测量、分析与改进 未评完（上年 45%）")
    assert {"62.5%", "40%", "未评完", "测量、分析与改进"} <= {*_texts(made)}
    assert {"area", "former", "grid"} <= {*_paints(made, "path")}
    assert typescript.answer(_ENTRY, ["radar", spokes[:2]]) is None


def test_bars_show_last_year_and_the_way_to_the_next_band(typescript: TypeScript) -> None:
    items = [
        {"id": "4.1.2", "name": "高层领导的作用", "percent": 45, "former": 40, "next": 50}
        | {"gain": "2.5", "score": "22.5 / 50"},
        {"id": "4.1.3", "name": "组织治理", "percent": None, "former": None, "next": None},
    ]
    made = typescript.answer(_ENTRY, ["bars", items, 2026, 2025])
    assert made["title"] == "各条款得分率：在 45% 到 45% 之间，还有 1 个条款没有评分"
    assert "上年 40%，进到下一档可增加 2.5 分" in made["says"]
    assert _paints(made, "rect") == ["bar", "rest"]
    assert "mark" in _paints(made)
    assert "未评" in _texts(made)


def test_the_file_of_a_drawing_is_svg_whatever_it_is_called(typescript: TypeScript) -> None:
    row = _row(name='<b>&"\x00\x0b]]>𠮷', unit="<")
    made = typescript.answer(_ENTRY, ["trend", row, YEARS])
    root = ElementTree.fromstring(made["svg"])
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("width") == str(2 * made["width"])
    assert not re.search(r"\sstyle=|\sclass=|href", made["svg"])


@pytest.mark.parametrize("colours", [2, 200, 3000])
def test_a_png_of_few_or_many_colours_is_a_png(colours: int, typescript: TypeScript) -> None:
    import io

    from PIL import Image

    width, height = 60, 50
    rgba = [
        value
        for place in range(width * height)
        for value in ((place % colours) % 256, (place % colours) // 256 * 20, 7, 255)
    ]
    made = bytes(typescript.answer(_ENTRY, ["png", rgba, width, height]))
    picture = Image.open(io.BytesIO(made))
    picture.verify()
    shown = Image.open(io.BytesIO(made)).convert("RGB")
    assert shown.size == (width, height)
    allowed = 8 if colours < 256 else 40
    for place in (0, 61, 777, 2999):
        r, g, b = shown.getpixel((place % width, place // width))
        wanted = rgba[place * 4 : place * 4 + 3]
        assert all(abs(a - w) <= allowed for a, w in zip((r, g, b), wanted, strict=True))
