"""What the form's TypeScript is given: types, validator, criteria, settings, as files.

They are written to a folder that git ignores; TypeScript knows it as `@made`, and
``form/src/made.ts`` is the one module that imports from it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from self_assessment.building.node import asked
from self_assessment.building.settings import Settings
from self_assessment.building.typing import filing_types, types_of, without_words
from self_assessment.criteria import CriteriaSet, Library, Outline, outline
from self_assessment.filing.schema import filing_schema

NAMES = (
    "filing.ts",
    "criteria.ts",
    "settings.ts",
    "validate.js",
    "criteria.json",
    "outlines.json",
    "settings.json",
    "filing.schema.json",
)


def wanted() -> dict[str, Any]:
    """What node is asked to generate: TypeScript types, and the validator."""
    return {
        "types": {
            "filing.ts": filing_types(),
            "criteria.ts": types_of(CriteriaSet, Outline),
            "settings.ts": types_of(Settings),
        },
        "validator": without_words(filing_schema()),
    }


def data_of(criteria: CriteriaSet, library: Library, settings: Settings) -> dict[str, str]:
    """The generated files that are data: the criteria, the outlines of all sets, the settings."""
    outlines = [outline(each).model_dump(mode="json") for each in library.all()]
    return {
        "criteria.json": _json(criteria.model_dump(mode="json")),
        "outlines.json": _json(outlines),
        "settings.json": _json(settings.model_dump(mode="json")),
        "filing.schema.json": _json(filing_schema()),
    }


def made_source(criteria: CriteriaSet, library: Library, settings: Settings) -> dict[str, str]:
    """The text of each generated file by its name."""
    code: dict[str, str] = asked("generate", wanted())
    return {**code, **data_of(criteria, library, settings)}


def write_source(folder: Path, texts: Mapping[str, str]) -> None:
    """Writes the files that are not there already as they should be, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        file = folder / name
        if not file.is_file() or file.read_bytes() != text.encode():
            fresh = folder / f".{name}.new"
            fresh.write_bytes(text.encode())
            fresh.replace(file)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
