"""The form made: from the criteria, a content folder and the TypeScript, one HTML file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from filelock import FileLock

from self_assessment.building.node import ROOT, asked
from self_assessment.building.page import page
from self_assessment.building.settings import settings_of
from self_assessment.building.source import made_source, write_source
from self_assessment.criteria import CriteriaSet, Library
from self_assessment.filing.filing import VERSION

FORM = Path(__file__).resolve().parents[1] / "form"
SOURCE = Path("build/form-source")
TARGET = ["chrome78", "firefox115", "es2019"]
TITLE = "自评报告"


@dataclass(frozen=True, slots=True)
class Made:
    """A form that was made: the folder, and what ``form.json`` says of it."""

    out: Path
    size: int
    sha256: str
    criteria: CriteriaSet
    edition: str
    again: bool


def make_form(content: Path, out: Path, library: Library, criteria_id: str, source: Path) -> Made:
    """Makes the form for the award of `content` in the folder `out`.

    Raises Stop where the criteria or the content are broken, or where node is missing; OSError
    where `out` or `source` cannot be written. What was in `out` is then as it was.
    """
    criteria = library.get(criteria_id)
    settings = settings_of(content, version("mayor-quality-award"))
    source.mkdir(parents=True, exist_ok=True)
    with FileLock(source / ".lock"):
        write_source(source, made_source(criteria, library, settings))
        bundled = asked(
            "bundle",
            {
                "entry": str(FORM / "src" / "main.tsx"),
                "root": str(ROOT),
                "made": str(source.resolve()),
                "polyfills": [str(FORM / "src" / "polyfills.ts")],
                "target": TARGET,
                "platform": "browser",
                "minify": True,
            },
        )
    html = page(f"{settings.award}{TITLE}", bundled["script"], bundled["style"], "").encode()
    sha256 = hashlib.sha256(html).hexdigest()
    facts = {
        "sha256": sha256,
        "size": len(html),
        "criteria": criteria.id,
        "verified": criteria.verified.model_dump(mode="json") if criteria.verified else None,
        "edition": settings.edition,
        "schema_version": VERSION,
    }
    out.mkdir(parents=True, exist_ok=True)
    _put(out / "form.html", html)
    _put(out / "form.json", (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode())
    return Made(out, len(html), sha256, criteria, settings.edition, True)


def _put(file: Path, data: bytes) -> None:
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_bytes(data)
    fresh.replace(file)
