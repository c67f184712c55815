"""The JSON Schema of a filing, generated from its model.

The form's validator and its TypeScript types are made of it (``self_assessment/building``), so
that a rule stands in one place. Two things that pydantic leaves out are put in: maps take no key
that their pattern refuses, and every field that may be left out tells what it then is.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from self_assessment.filing.filing import Filing

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


def filing_schema() -> Schema:
    """The schema of a whole filing, for a reader that fills in what was left out."""
    schema = Filing.model_json_schema()
    _with_defaults(schema, Filing)
    for name, part in schema["$defs"].items():
        _with_defaults(part, _parts()[name])
    _close(schema)
    return {"$schema": DIALECT, **schema}


def _parts() -> dict[str, type[BaseModel]]:
    """Every part of a filing by the name of its model."""
    found: dict[str, type[BaseModel]] = {}

    def walk(annotation: Any) -> None:
        is_part = isinstance(annotation, type) and issubclass(annotation, BaseModel)
        if is_part and annotation.__name__ not in found:
            found[annotation.__name__] = annotation
            for field in annotation.model_fields.values():
                walk(field.annotation)
        for inner in getattr(annotation, "__args__", ()):
            walk(inner)

    walk(Filing)
    return found


def _with_defaults(schema: Schema, model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        if not field.is_required():
            schema["properties"][name].setdefault("default", _default(field))


def _default(field: FieldInfo) -> Any:
    value = field.get_default(call_default_factory=True, validated_data={})
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value


def _close(node: Any) -> None:
    """Lets no map take a key that its pattern refuses."""
    if isinstance(node, dict):
        if "patternProperties" in node:
            node["additionalProperties"] = False
        for inner in node.values():
            _close(inner)
    elif isinstance(node, list):
        for inner in node:
            _close(inner)
