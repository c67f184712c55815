"""The JSON Schemas that editors use are those of the models as they are."""

from __future__ import annotations

import json
from pathlib import Path

from generator.records import RECORD_KINDS, schemas

KEPT = Path(__file__).parents[2] / "generator" / "records" / "schemas"


def test_the_kept_schemas_are_current() -> None:
    kept = {
        file.name.removesuffix(".schema.json"): file.read_text(encoding="utf-8")
        for file in KEPT.glob("*.json")
    }
    assert kept == schemas(), "run: .venv/bin/award-site schema --out generator/records/schemas"


def test_every_field_has_a_chinese_title() -> None:
    for kind, text in schemas().items():
        schema = json.loads(text)
        for part in [schema, *schema.get("$defs", {}).values()]:
            for name, field in part.get("properties", {}).items():
                title = field.get("title", "")
                assert any("\u4e00" <= letter <= "\u9fff" for letter in title), (kind, name, title)


def test_there_is_a_schema_for_each_kind() -> None:
    assert schemas().keys() == {record_kind.kind for record_kind in RECORD_KINDS}
