"""The filled example: whole, exact, and the same figure wherever it stands."""

from __future__ import annotations

from importlib.resources import files

from self_assessment.criteria import Library
from self_assessment.filing.filing import Filing
from self_assessment.scoring import band_of, totals

EXAMPLE = Filing.model_validate_json(
    (files("self_assessment") / "example" / "example-filing.json").read_bytes()
)
CRITERIA = Library().get(EXAMPLE.criteria.id)


def test_it_says_that_it_is_invented() -> None:
    assert "虚构" in EXAMPLE.organisation.name
    assert "虚构" in EXAMPLE.made_with
    sources = {
        row.benchmark.source
        for answer in EXAMPLE.items.values()
        for table in answer.tables
        for row in table.rows
        if row.benchmark.value
    }
    assert sources
    assert all("虚构" in source for source in sources)


def test_it_answers_every_item_and_heading() -> None:
    assert [*EXAMPLE.items] == [item.id for item in CRITERIA.items]
    assert [*EXAMPLE.profile] == [heading.id for heading in CRITERIA.headings]
    for item in CRITERIA.items:
        answer = EXAMPLE.items[item.id]
        elements = [element.id for element in CRITERIA.rubrics[item.rubric].elements]
        assert [*answer.elements] == elements
        assert all(element.text and element.band for element in answer.elements.values())
        assert answer.strengths
        assert answer.improvements
        assert answer.evidence
        assert bool(answer.tables) == (item.kind == "result")
    assert sum(len(answer.text) for answer in EXAMPLE.profile.values()) < 3000


def test_its_scores_are_exact() -> None:
    assert EXAMPLE.criteria.digest == CRITERIA.digest
    percents = {id_: answer.percent for id_, answer in EXAMPLE.items.items()}
    assert EXAMPLE.totals.model_dump() == totals(CRITERIA, percents)._asdict()
    assert EXAMPLE.totals.total == "664.25"
    assert EXAMPLE.last_year
    former = totals(CRITERIA, EXAMPLE.last_year.percents)
    assert EXAMPLE.last_year.totals.model_dump() == former._asdict()
    for answer in EXAMPLE.items.values():
        assert answer.percent is not None
        band = band_of(CRITERIA, answer.percent)
        assert band
        assert answer.band == band.id


def test_its_consensus_repeats_what_the_assessors_said() -> None:
    assert EXAMPLE.consensus
    for item, consensus in EXAMPLE.consensus.items():
        said = {each.id: each.items[item].percent for each in EXAMPLE.assessments}
        assert consensus.inputs == said
        assert consensus.spread == max(consensus.inputs.values()) - min(consensus.inputs.values())
        assert consensus.percent == EXAMPLE.items[item].percent


def test_an_indicator_has_one_value_a_year_wherever_it_stands() -> None:
    seen: dict[tuple[str, str, int], set[str]] = {}
    for answer in EXAMPLE.items.values():
        for table in answer.tables:
            if table.title.endswith(("（按产品线）", "（按顾客群）")) or table.secret:
                continue  # parts of a whole: named after the part, not the indicator
            for row in table.rows:
                for year, value in zip(table.years, row.values, strict=True):
                    seen.setdefault((row.name, row.unit, year), set()).add(value)
    assert {place: values for place, values in seen.items() if len(values) > 1} == {}


def test_it_shows_each_part_of_a_filing() -> None:
    assert len(EXAMPLE.plan) >= 8
    assert all(step.owner and step.due and step.items for step in EXAMPLE.plan)
    assert EXAMPLE.promotion
    assert EXAMPLE.incidents.none
    assert EXAMPLE.commitment.accepted
    assert EXAMPLE.history
    tables = [table for answer in EXAMPLE.items.values() for table in answer.tables]
    assert [table.id for table in tables if table.secret] == ["t-4.7.4-3"]
    assert len({table.id for table in tables}) == len(tables)
