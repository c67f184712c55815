"""The modules of the form import one another without a circle, types included."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from pathlib import Path

from self_assessment.building.inputs import FORM

_IMPORTED = re.compile(r'(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]*)"')


def _module(way: Path) -> Path:
    """The module that an import names by `way`."""
    names = [
        way,
        way.with_name(f"{way.name}.ts"),
        way.with_name(f"{way.name}.tsx"),
        way / "index.ts",
    ]
    return next(file.resolve() for file in names if file.is_file())


def test_imports_of_the_form_run_in_no_circle() -> None:
    modules = {
        file.resolve(): {
            _module(file.parent / name) for name in _IMPORTED.findall(file.read_text("utf-8"))
        }
        for file in (FORM / "src").rglob("*.ts*")
    }
    assert sum(map(len, modules.values())) > 300
    TopologicalSorter(modules).prepare()  # raises with the circle that it finds
