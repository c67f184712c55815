"""Parts declared secret leave no trace in an export that leaves them out (article 30)."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from tests.self_assessment.exporting.desk import Desk
from tests.self_assessment.exporting.filings import Marked
from tests.self_assessment.exporting.reading import (
    everywhere,
    excel_text,
    pdf_text,
    word_text,
)
from tests.self_assessment.filings import CRITERIA

Filing = dict[str, Any]
ITEM, OTHER, _ = (item.id for item in [*CRITERIA.items][:3])
HEADING = next(iter(CRITERIA.headings)).id
MARK = "〔声明为秘密，本件未列入〕"
SECRET = (
    *(f"items/{ITEM}/{part}/" for part in ("elements", "strengths", "improvements", "evidence")),
    *(f"items/{ITEM}/tables/", f"items/{OTHER}/tables/0/", f"profile/{HEADING}/text"),
    *(f"assessments/{at}/items/{ITEM}/" for at in (0, 1)),
    *(f"consensus/{ITEM}/reasons", "retired/0/text", "history/0/where", "history/0/what"),
)


@pytest.fixture(scope="module")
def secretive(marked: Marked) -> Filing:
    """The marked filing with an item, a table, a heading and a former answer declared secret."""
    filing = copy.deepcopy(marked.whole)
    filing["items"][ITEM]["secret"] = True
    filing["items"][OTHER]["tables"][0]["secret"] = True
    filing["profile"][HEADING]["secret"] = True
    filing["retired"][0]["secret"] = True
    filing["history"][0]["where"] = f"{ITEM} 某条款 · 方法"
    return filing


@pytest.fixture(scope="module")
def hidden(marked: Marked) -> list[str]:
    """The marks of every text in a secret part."""
    texts = [text for place, text in marked.places.items() if place.startswith(SECRET)]
    marks = [f"记{text.partition('记')[2][:4]}" for text in texts if "记" in text]
    figures = [text for text in texts if text.startswith("7") and text.isdigit()]
    assert len(marks) > 40
    assert len(figures) > 20
    return [*marks, *figures]


def test_what_is_declared_is_listed(desk: Desk, secretive: Filing) -> None:
    parts = desk.ask("secretParts", secretive)
    assert [{key: value for key, value in part.items() if value} for part in parts] == [
        {"heading": HEADING},
        {"item": ITEM},
        {"item": OTHER, "table": "t1"},
        {"retired": "r1"},
    ]


@pytest.mark.parametrize("kind", ["json", "word", "excel"])
def test_no_byte_of_a_file_has_it(
    kind: str, desk: Desk, secretive: Filing, hidden: list[str]
) -> None:
    data = desk.made(kind, secretive, "leave_out")
    held = everywhere(data).decode(errors="replace")
    read = {"json": bytes.decode, "word": word_text, "excel": excel_text}[kind](data)
    assert [mark for mark in hidden if mark in read] == []
    assert [mark for mark in hidden if mark.startswith("记") and mark in held] == []
    assert "\\u8bb0" not in held
    if kind != "json":
        assert read.count(MARK) >= 4


def test_the_print_has_none_of_it(desk: Desk, secretive: Filing, hidden: list[str]) -> None:
    held = pdf_text(desk.printed(secretive, "leave_out"))
    page = desk.page.evaluate("document.getElementById('print').outerHTML")
    assert [mark for mark in hidden if mark in held or mark in page] == []
    assert held.count(MARK) >= 4


def test_all_the_rest_is_there(
    desk: Desk, secretive: Filing, hidden: list[str], marked: Marked
) -> None:
    texts = [text for text in marked.places.values() if "记" in text]
    marks = {f"记{text.partition('记')[2][:4]}" for text in texts} - {*hidden}
    held = desk.made("json", secretive, "leave_out").decode()
    gone = [mark for mark in marks if mark not in held]
    assert gone == []


def test_the_file_says_what_was_left_out_and_its_scores_stand(
    desk: Desk, secretive: Filing
) -> None:
    kept = json.loads(desk.made("json", secretive))
    out = json.loads(desk.made("json", secretive, "leave_out"))
    assert kept["left_out"] == []
    assert len(out["left_out"]) == 4
    assert out["totals"] == kept["totals"]
    assert out["items"][ITEM]["percent"] == kept["items"][ITEM]["percent"]
    assert desk.ask("valid", out) is None


def test_opinions_on_a_former_secret_item_go_with_it(desk: Desk, marked: Marked) -> None:
    """The item is gone from the criteria; what assessors wrote of it is not."""
    filing = copy.deepcopy(marked.whole)
    filing["items"].pop(ITEM)
    filing["retired"][0] |= {"id": ITEM, "secret": True}
    held = desk.made("json", filing, "leave_out").decode()
    places = [p for p in marked.places if p.startswith(f"assessments/0/items/{ITEM}/")]
    assert len(places) == 3
    assert [p for p in places if marked.places[p].partition("记")[2][:4] in held] == []


def test_leaving_out_twice_says_it_once(desk: Desk, secretive: Filing) -> None:
    once = json.loads(desk.made("json", secretive, "leave_out"))
    twice = json.loads(desk.made("json", once, "leave_out"))
    assert twice == once
    assert word_text(desk.made("word", once)).count(MARK) >= 4


def test_a_word_file_that_keeps_secrets_marks_them(desk: Desk, secretive: Filing) -> None:
    held = word_text(desk.made("word", secretive))
    assert held.count("〔声明为秘密〕") == 4
    assert MARK not in held
