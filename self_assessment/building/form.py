"""The form made: from the criteria, a content folder and the TypeScript, one HTML file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from filelock import FileLock

from generator.problems import Level, Problem, Stop
from self_assessment.building.inputs import FORM, PACKAGE, inputs_digest
from self_assessment.building.licences import notices
from self_assessment.building.node import ROOT, asked
from self_assessment.building.page import page
from self_assessment.building.sample import sample_page
from self_assessment.building.settings import Settings, settings_of
from self_assessment.building.source import NAMES, data_of, made_source, write_source
from self_assessment.criteria import CriteriaSet, Library
from self_assessment.filing.filing import VERSION
from self_assessment.usual import SOURCE

EXAMPLE = PACKAGE / "example" / "example-filing.json"
"""The filled example that is published beside the form."""
TARGET = ["chrome78", "firefox115", "es2019"]
LARGEST = 1024 * 1024
"""Bytes the form may have: it travels by mail and on sticks, and must open at once."""


@dataclass(frozen=True, slots=True)
class Made:
    """A form that was made: what ``form.json`` says of it, and whether it had to be made again."""

    facts: dict[str, Any]
    again: bool

    @property
    def size(self) -> int:
        """Bytes of ``form.html``."""
        return int(self.facts["size"])


def make_form(
    content: Path, out: Path, library: Library, criteria_id: str, source: Path = SOURCE
) -> Made:
    """Makes the form for the award of `content` in the folder `out`, unless it is there already.

    Writes ``form.html``, the filled example as ``example.html`` and ``example.json``, and
    ``form.json``, which tells of them. Raises Stop where the criteria or the
    content are broken, or where node is missing; OSError where `out` or `source` cannot be
    written. What was in `out` is then as it was.
    """
    criteria = library.get(criteria_id)
    unnamed = settings_of(content, "")
    example = _example(criteria)
    digest = inputs_digest(data_of(criteria, library, unnamed), example)
    if facts := _current(out, digest, source):
        return Made(facts, again=False)
    settings = unnamed.model_copy(
        update={"edition": f"{version('mayor-quality-award')}-{digest[:8]}"}
    )
    source.mkdir(parents=True, exist_ok=True)
    with FileLock(source / ".lock"):
        write_source(source, made_source(criteria, library, settings))
        files = {"form.html": _html(settings, source)}
        if example:
            files["example.html"] = sample_page(f"样例：{settings.award}自评报告", example, source)
            files["example.json"] = example
    _hold_size(files["form.html"])
    facts = _facts(files, criteria, settings, digest)
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        _put(out / name, data)
    _put(out / "form.json", (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode())
    return Made(facts, again=True)


def _example(criteria: CriteriaSet) -> bytes:
    """The filled example, where it answers this set; it is of use to no other."""
    data = EXAMPLE.read_bytes()
    return data if json.loads(data)["criteria"]["id"] == criteria.id else b""


def bundled(source: Path) -> dict[str, Any]:
    """The form's `script` and `style`, and the `packages` of node_modules that went into them.

    `source` is the folder of the generated files. Raises Stop where it cannot be bundled.
    """
    made: dict[str, Any] = asked(
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
    return made


def _html(settings: Settings, source: Path) -> bytes:
    made = bundled(source)
    kept = notices(ROOT / folder for folder in made["packages"])
    return page(f"{settings.award}自评报告", made["script"], made["style"], kept).encode()


def _hold_size(html: bytes) -> None:
    if len(html) > LARGEST:
        message = f"表单有 {len(html) / 1024:.0f} KB，超过上限 {LARGEST // 1024} KB"
        remedy = "请减少打包进去的内容"
        raise Stop([Problem("form.html", 1, Level.ERROR, "form-too-large", message, remedy)])


def _facts(
    files: dict[str, bytes], criteria: CriteriaSet, settings: Settings, digest: str
) -> dict[str, Any]:
    """What ``form.json`` says: keys are stable, the site reads them."""
    told = {name: {"sha256": _sha256(data), "size": len(data)} for name, data in files.items()}
    return {
        **told["form.html"],
        "criteria": criteria.id,
        "criteria_name": criteria.name,
        "criteria_standard": criteria.standard,
        "criteria_items": len([*criteria.items]),
        "criteria_total": criteria.total,
        "verified": criteria.verified.model_dump(mode="json") if criteria.verified else None,
        "edition": settings.edition,
        "schema_version": VERSION,
        "recipient": settings.recipient,
        "files": told,
        "inputs": digest,
    }


def _current(out: Path, digest: str, source: Path) -> dict[str, Any] | None:
    """What ``form.json`` in `out` says, where all is there as these inputs make it."""
    try:
        facts: dict[str, Any] = json.loads((out / "form.json").read_bytes())
        same = facts["inputs"] == digest and all(
            told["sha256"] == _sha256((out / name).read_bytes())
            for name, told in facts["files"].items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return facts if same and all((source / name).is_file() for name in NAMES) else None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _put(file: Path, data: bytes) -> None:
    """The file whole or not at all: a reader never sees half of it."""
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_bytes(data)
    fresh.replace(file)
