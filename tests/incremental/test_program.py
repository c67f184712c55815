"""Another program makes another site: each file it makes is the one of a clean build.

The program is copied and edited as one would edit it; the site is brought up to date by what was
kept of the program before.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publishing.works import SMALL, Files, tree

ROOT = Path(__file__).parents[2]


class Copy:
    """A copy of the program and of the small content, built by a process of its own."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.content = place / "content"
        self.installed = place / "installed"
        self.installed.mkdir(parents=True)
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "generator", place / "generator", ignore=ignored)
        shutil.copy(ROOT / "mkdocs.yml", place)
        shutil.copytree(SMALL, self.content)

    def edit(self, paths: str, old: str, new: str) -> None:
        """Replaces `old`, which must be there, in files of the program."""
        files = [*self.place.glob(paths)]
        edited = 0
        for file in files:
            text = file.read_text(encoding="utf-8")
            edited += old in text
            file.write_text(text.replace(old, new), encoding="utf-8")
        assert edited, (paths, old)

    def built(self, name: str, cache: str) -> Files:
        """The site in the folder `name`, made with this cache."""
        options = ["--content", "content", "--out", name, "--cache", cache, "--no-search"]
        paths = os.pathsep.join([str(self.place), str(self.installed)])
        ran = subprocess.run(
            [sys.executable, "-c", "from generator.cli import main; main()", "build", *options],
            cwd=self.place,
            env=os.environ | {"PYTHONPATH": paths},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return tree(self.place / name)


def _edit(paths: str, old: str, new: str) -> Callable[[Copy], None]:
    return lambda copy: copy.edit(paths, old, new)


PROGRAMS: dict[str, tuple[Callable[[Copy], None], str]] = {
    "a word of the program": (_edit("generator/**/*.py", "个工作日", "个办公日"), ".pdf"),
    "a template": (_edit("generator/pages/templates/notice.html", "序号", "次序"), ".html"),
    "the template of papers": (_edit("generator/documents/*.typ", "37mm", "38mm"), ".pdf"),
    "a style": (_edit("generator/layouts/overrides/assets/tokens.css", ".875em", ".885em"), ".css"),
    "the theme's settings": (_edit("mkdocs.yml", "language: zh", "language: ja"), ""),
    "a title of the data": (
        _edit("generator/opendata/tables/*.yml", "title: 公告", "title: 通告"),
        ".xlsx",
    ),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    copy = Copy(tmp_path_factory.mktemp("program"))
    copy.built("site", "cache")
    return copy


def test_a_changed_program_leaves_nothing_of_the_one_before(copy: Copy) -> None:
    before = tree(copy.place / "site")
    for change, _ in PROGRAMS.values():
        change(copy)
    after = copy.built("site", "cache")
    assert after == copy.built("clean", "another-cache")
    changed = {path for path in after if after[path] != before.get(path)} - {".award-site"}
    for name, (_, ending) in PROGRAMS.items():
        assert [path for path in changed if path.endswith(ending)], name


def test_another_version_of_a_package_is_another_program(copy: Copy) -> None:
    """Its name and version are in the fingerprint, wherever it is installed."""
    told = []
    for package in ("typst-98.0.0.dist-info", "typst-99.0.0.dist-info"):
        shutil.rmtree(copy.installed)
        (copy.installed / package).mkdir(parents=True)
        ran = subprocess.run(
            [sys.executable, "-c", "from generator.incremental import program; print(program())"],
            cwd=copy.place,
            env=os.environ | {"PYTHONPATH": str(copy.installed)},
            capture_output=True,
            text=True,
            check=True,
        )
        told.append(ran.stdout)
    assert told[0] != told[1]
