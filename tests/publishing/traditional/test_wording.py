"""Texts in traditional characters: word by word, with names as their bearers write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publishing.traditional import Wording

NAMES = ["示例发展有限公司", "示例发展", "干后里", "武汉市质量强市办"]
WORDING = Wording(NAMES)


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("获奖组织每年自评", "獲獎組織每年自評"),
        ("皇后在后台，干部晒干了面条", "皇后在後臺，幹部曬乾了麪條"),
        ("经复评再次获奖", "經復評再次獲獎"),
        ("示例发展有限公司获奖", "示例发展有限公司獲獎"),
        ("示例发展获奖", "示例发展獲獎"),
        ("名单：干后里。", "名單：干后里。"),
        ("2026-10-09 09:00", "2026-10-09 09:00"),
        ("", ""),
    ],
)
def test_words_are_converted_and_names_are_not(text: str, converted: str) -> None:
    assert WORDING.converted(text) == converted


@settings(deadline=None)
@given(st.lists(st.sampled_from([*NAMES, "获奖", "的", "发展", "A", "，"])))
def test_no_name_is_ever_changed(parts: list[str]) -> None:
    text = "|".join(parts)
    converted = WORDING.converted(text).split("|")
    assert len(converted) == len(parts) or not parts
    for part, now in zip(parts, converted, strict=False):
        if part in NAMES:
            assert now == part
