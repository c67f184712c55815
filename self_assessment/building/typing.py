"""JSON Schemas as json-schema-to-typescript takes them: one TypeScript type a model.

Titles of fields are Chinese labels; left in, each would become a type of its own.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from self_assessment.filing.schema import filing_schema

Schema = dict[str, Any]


def filing_types() -> Schema:
    """The schema of a filing with every key present, as the form holds it."""
    return _typed(filing_schema())


def types_of(*models: type[BaseModel]) -> Schema:
    """One schema for several models, each under its own name."""
    definitions: Schema = {}
    for model in models:
        schema = model.model_json_schema(mode="serialization")
        definitions.update(schema.pop("$defs", {}))
        definitions[model.__name__] = schema
    return _typed({"$defs": definitions, "title": "Made", "type": "object"})


def without_words(schema: Schema) -> Schema:
    """The schema without titles and descriptions: what a validator need not carry along."""
    cut: Schema = _cut(schema)
    return cut


def _cut(node: Any, names: bool = False) -> Any:
    """`names` tells that the keys here are names of fields, not words of JSON Schema."""
    if isinstance(node, list):
        return [_cut(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    return {
        key: value if key == "default" and not names else _cut(value, key in _NAMING and not names)
        for key, value in node.items()
        if names or key not in {"title", "description"}
    }


_NAMING = {"properties", "patternProperties", "$defs"}


def _typed(schema: Schema) -> Schema:
    for part in (schema, *schema["$defs"].values()):
        if "properties" in part:
            part["required"] = [*part["properties"]]
            part["properties"] = {key: _plain(value) for key, value in part["properties"].items()}
            part["additionalProperties"] = False
    return schema


def _plain(node: Any) -> Any:
    if isinstance(node, list):
        return [_plain(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    if "const" in node:
        return {"const": node["const"]}
    kept = {
        key: _plain(value)
        for key, value in node.items()
        if key not in {"title", "default", "maxItems", "minItems"}
    }
    for values in kept.pop("patternProperties", {}).values():
        kept["additionalProperties"] = values
    return kept
