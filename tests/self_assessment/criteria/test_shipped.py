"""The shipped set of GB/T 19580-2012: complete, and help at every item."""

from __future__ import annotations

from pathlib import Path

import pytest

from self_assessment.criteria import CriteriaSet, Item, Library

SETS = Path(__file__).parent / "sets"
SHIPPED = Library().get("gbt19580-2012")


def test_its_table_is_that_of_2012() -> None:
    points = {category.id: category.points for category in SHIPPED.categories}
    assert points == {
        "4.1": 110, "4.2": 90, "4.3": 90, "4.4": 130, "4.5": 100, "4.6": 80, "4.7": 400,
    }  # fmt: skip
    assert len([*SHIPPED.items]) == 23
    assert sum(item.points or 0 for item in SHIPPED.items if item.kind == "process") == 600


def test_nobody_has_held_it_against_the_printed_standard_yet() -> None:
    assert SHIPPED.verified is None


@pytest.mark.parametrize("item", [*SHIPPED.items], ids=lambda item: item.id)
def test_every_item_has_help_from_every_element(item: Item) -> None:
    elements = {element.id for element in SHIPPED.rubrics[item.rubric].elements}
    assert item.about
    assert item.looks_for.keys() == elements
    assert item.weaknesses.keys() == elements
    assert all(len(lines) >= 2 for lines in item.looks_for.values())
    assert all(item.weaknesses.values())
    assert 4 <= len(item.evidence) <= 7
    assert 4 <= len(item.questions) <= 7


def test_no_two_items_say_the_same() -> None:
    said = [
        line
        for item in SHIPPED.items
        for lines in (*item.looks_for.values(), *item.weaknesses.values(), item.questions)
        for line in (item.about, *lines)
    ]
    lines = [line for line in said if line not in {item.about for item in SHIPPED.items}]
    assert len(lines) == len({*lines})


def test_items_that_must_agree_name_each_other() -> None:
    links = {item.id: {*item.links} for item in SHIPPED.items}
    assert [(a, b) for a in links for b in links[a] if a not in links[b]] == []


def test_every_process_leads_to_a_result() -> None:
    results = {item.id for item in SHIPPED.items if item.kind == "result"}
    without = [i.id for i in SHIPPED.items if i.kind == "process" and not {*i.links} & results]
    assert without == []


def test_every_heading_says_what_to_write() -> None:
    assert [heading.id for heading in SHIPPED.headings if not heading.asks] == []


@pytest.mark.parametrize("criteria", Library(SETS).all(), ids=lambda criteria: criteria.id)
def test_invented_sets_say_that_they_are(criteria: CriteriaSet) -> None:
    assert criteria.id == "gbt19580-2012" or "虚构" in criteria.name
