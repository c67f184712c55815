"""The documents say what the program does."""

from __future__ import annotations

import importlib.util
import re
import shutil
import tomllib
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest

from generator.reading import SourceFile
from generator.records import RECORD_KINDS, read_entry, record_kind_of
from generator.regulation import all_checks
from tests.program import AwardSite

TOP = Path(__file__).parents[2]


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TOP / f"docs/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _reference() -> list[tuple[Path, str]]:
    return [*_module("reference").pages(), *_module("servers").samples()]


@pytest.mark.parametrize(("path", "text"), _reference(), ids=lambda x: getattr(x, "name", ""))
def test_reference_pages_are_what_make_docs_writes(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "run `make docs`"


def test_every_field_is_in_the_reference() -> None:
    text = (TOP / "docs/records.md").read_text(encoding="utf-8")
    for record_kind in RECORD_KINDS:
        for key in record_kind.model.model_fields:
            assert f"| `{key}` |" in text, f"{record_kind.kind}.{key}"


def test_every_check_says_its_obligation() -> None:
    text = (TOP / "docs/checks.md").read_text(encoding="utf-8")
    for check in all_checks():
        assert f"`{check.__name__}`" in text
        assert re.search(r"[\u4e00-\u9fff].*。$", (check.__doc__ or "").strip()), check.__name__


def test_the_specimen_in_contributing_is_a_fit_record(tmp_path: Path) -> None:
    text = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    specimen = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert specimen is not None
    path = "notices/2026/2026-qt-99.yml"
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(specimen.group(1), encoding="utf-8")
    record_kind = record_kind_of(path)
    assert record_kind is not None
    entry = read_entry(tmp_path, SourceFile(path), record_kind)
    assert entry.faults == ()
    assert ("body", "qiangshiban") in entry.mentions


def test_the_specimen_in_contributing_can_be_published(
    award_site: AwardSite, workplace: Path
) -> None:
    text = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    specimen = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert specimen is not None
    shutil.copytree(TOP / "content", workplace / "content")
    file = workplace / "content/notices/2026/2026-qt-99.yml"
    file.write_text(specimen.group(1), encoding="utf-8")
    run = award_site("check")
    assert run.code == 0, run.out
    assert not [line for line in run.lines if "2026-qt-99" in line]


def test_files_named_in_the_documents_exist() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (TOP / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (TOP / target).exists(), f"{name} links to {target}"


def test_every_dependency_has_its_reason() -> None:
    told = (TOP / "docs/adr/003-dependencies.md").read_text(encoding="utf-8")
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    for name in (re.split(r"[\[<>=~! ]", one)[0] for one in wanted):
        named = rf"(?<![\w.-]){re.escape(name)}(?![\w-])"
        assert re.search(named, told, re.IGNORECASE), f"{name} is not in docs/adr/003"


def test_every_room_is_in_contributing() -> None:
    text = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    output = (TOP / ".gitignore").read_text(encoding="utf-8").split()
    for folder in (path for path in TOP.iterdir() if path.is_dir() and path.name != ".git"):
        if not any(fnmatch(f"{folder.name}/", pattern) for pattern in output):
            assert f"`{folder.name}/" in text, folder
    for program in ("generator", "self_assessment"):
        for start in (TOP / program).glob("*/__init__.py"):
            assert f"`{start.parent.name}`" in text, start.parent


def test_every_module_of_a_package_is_in_its_pipeline() -> None:
    """Each package opens with its files as a list: one knows at once which room is whose."""
    for package in sorted((TOP / "generator").iterdir()) + sorted(
        (TOP / "self_assessment").iterdir()
    ):
        start = package / "__init__.py"
        if not start.exists():
            continue
        listed = start.read_text(encoding="utf-8")
        for module in package.glob("*.py"):
            if module.name != "__init__.py":
                assert module.name in listed, f"{module} is not named in {start}"


def test_the_refusal_shown_in_the_documents_is_what_the_program_prints(
    award_site: AwardSite, workplace: Path
) -> None:
    """A four-day publicity period: README and the office's guide quote the very line."""
    content = Path(shutil.copytree(TOP / "content", workplace / "content"))
    file = content / "notices/2026/2026-gs-01.yml"
    text = file.read_text(encoding="utf-8")
    for right, wrong in (("last: 2026-10-15", "last: 2026-10-14"), ("5个工作日\n", "4个工作日\n")):
        assert right in text
        text = text.replace(right, wrong, 1)
    file.write_text(text, encoding="utf-8")
    run = award_site("check")
    (refusal,) = (line for line in run.lines if " 错误 " in line)
    for name in ("README.md", "content/pages/guide-office.md"):
        document = (TOP / name).read_text(encoding="utf-8")
        blocks = re.findall(r"```text\n(.*?)```", document, re.DOTALL)
        (quoted,) = (block for block in blocks if " 错误 " in block)
        assert quoted.replace("\n", "").startswith(refusal), name
    assert run.err in (TOP / "README.md").read_text(encoding="utf-8")
