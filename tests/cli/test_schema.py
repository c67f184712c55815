"""``award-site schema``: JSON Schemas for editors."""

from __future__ import annotations

import json
from pathlib import Path

from generator.records import RECORD_KINDS
from tests.program import AwardSite


def test_schemas_are_written_one_a_kind(award_site: AwardSite, workplace: Path) -> None:
    run = award_site("schema", "--out", "a/b")
    assert run.code == 0
    assert {file.name for file in (workplace / "a/b").iterdir()} == {
        f"{record_kind.kind}.schema.json" for record_kind in RECORD_KINDS
    }


def test_schemas_are_printed_where_no_folder_is_named(award_site: AwardSite) -> None:
    run = award_site("schema")
    assert run.code == 0
    decoder = json.JSONDecoder()
    rest, titles = run.out.strip(), []
    while rest:
        schema, end = decoder.raw_decode(rest)
        titles.append(schema["title"])
        rest = rest[end:].strip()
    assert titles == [record_kind.word for record_kind in RECORD_KINDS]


def test_a_folder_that_is_a_file_is_told(award_site: AwardSite, workplace: Path) -> None:
    (workplace / "out").write_text("")
    run = award_site("schema", "--out", "out")
    assert run.code in {1, 2}
    assert "out" in run.err
    assert "Traceback" not in run.err
