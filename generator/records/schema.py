"""JSON Schemas of the records, for editors: generated from the models, never kept by hand."""

from __future__ import annotations

import json

from generator.records.record_kinds import RECORD_KINDS


def schemas() -> dict[str, str]:
    """The schema of each kind of record, by the kind's name, as the text of a JSON file."""
    return {
        record_kind.kind: _text(record_kind.model.model_json_schema(), record_kind.word)
        for record_kind in RECORD_KINDS
    }


def _text(schema: dict[str, object], word: str) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": word}
    return json.dumps(head, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
