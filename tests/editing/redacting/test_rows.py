"""Rows are cut out of a record's text; every other line and comment stays as it was."""

from __future__ import annotations

import pytest

from generator.editing.redacting.rows import Unwritable, redacted
from generator.reading import KeyPath
from generator.records import Redacted

HOW = Redacted.model_validate({"on": "2028-11-20", "basis": "示例依据：甲, 乙"})
FIRST: KeyPath = ("lists", 0, "rows", 0)
SECOND: KeyPath = ("lists", 0, "rows", 1)
AFTER = "      - awardee: zhang  # 注\n# 尾\nbody: 正文\n"

WRITTEN = {
    "block": (
        "lists:\n  - rows:\n      # 上\n      - name: 庚示例  # 旁\n        kind: individual\n"
        "        post: 班长\n" + AFTER,
        "lists:\n  - rows:\n      # 上\n      - redacted:\n          on: 2028-11-20\n"
        "          basis: 示例依据：甲, 乙\n        kind: individual\n" + AFTER,
    ),
    "texts of several lines": (
        "lists:\n  - rows:\n      - kind: individual\n        basics: |\n          一\n\n"
        "          二\n\n        # 中\n        name: '庚\n          示例'\n        deeds: >-\n"
        "          三\n          四\n        # 下\n\n" + AFTER,
        "lists:\n  - rows:\n      - kind: individual\n        redacted:\n"
        "          on: 2028-11-20\n          basis: 示例依据：甲, 乙\n\n        # 中\n"
        "        # 下\n\n" + AFTER,
    ),
    "braces": (
        "lists:\n  - rows:\n      - {kind: individual, name: 庚示例,\n         post: 班长}  # 旁\n"
        + AFTER,
        'lists:\n  - rows:\n      - {redacted: {"on": "2028-11-20", '
        '"basis": "示例依据：甲, 乙"}, kind: individual}  # 旁\n' + AFTER,
    ),
    "brackets": (
        "lists: [{rows: [{name: 庚示例}, {awardee: zhang}]}]\nbody: 正文\n",
        'lists: [{rows: [{redacted: {"on": "2028-11-20", "basis": "示例依据：甲, 乙"}}, '
        "{awardee: zhang}]}]\nbody: 正文\n",
    ),
    "below the dash": (
        "lists:\n  -\n    rows:\n      -\n        name: 庚示例\n" + AFTER,
        "lists:\n  -\n    rows:\n      -\n        redacted:\n          on: 2028-11-20\n"
        "          basis: 示例依据：甲, 乙\n" + AFTER,
    ),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("way", WRITTEN)
def test_only_the_details_go(way: str, ending: str) -> None:
    before, after = (text.replace("\n", ending) for text in WRITTEN[way])
    assert redacted(before, [FIRST], HOW) == after


def test_several_rows_and_a_last_line_without_an_end() -> None:
    text = "lists:\n  - rows:\n      - name: 庚示例\n        post: 班长\n      - name: 辛示例"
    said = "redacted:\n          on: 2028-11-20\n          basis: 示例依据：甲, 乙\n"
    wanted = f"lists:\n  - rows:\n      - {said}      - {said}"
    assert redacted(text, [FIRST, SECOND], HOW) == wanted


def test_what_would_read_otherwise_is_not_written() -> None:
    with pytest.raises(Unwritable):
        redacted("lists:\n  - rows:\n      - ? name\n        : 庚示例\n", [FIRST], HOW)
