"""The guides say what the program does, with pictures of real screens that can be taken again."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.main import get_command

from generator.cli.app import app as award_site
from generator.pages.pictures import size_of
from generator.reading import read_tree
from generator.records import Site
from self_assessment.cli.app import app as self_assessment

TOP = Path(__file__).parents[2]
PAGES = TOP / "content/pages"
GUIDES = sorted(PAGES.glob("guide-*.md"))
IMAGE = re.compile(r"!\[([^\]]*)\]\(/(files/[^)]+)\)(?:\{([^}]*)\})?")


def _images() -> list[tuple[Path, str, str, str]]:
    return [
        (guide, *found.groups(""))  # type: ignore[misc]
        for guide in GUIDES
        for found in IMAGE.finditer(guide.read_text(encoding="utf-8"))
    ]


@pytest.fixture(scope="module")
def screens() -> ModuleType:
    spec = importlib.util.spec_from_file_location("screens", TOP / "docs/screens.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_is_a_guide_for_each_kind_of_user() -> None:
    names = [guide.stem.removeprefix("guide-") for guide in GUIDES]
    assert names == ["district", "holder", "office", "public"]
    start = (PAGES / "guide.md").read_text(encoding="utf-8")
    for name in names:
        assert f"](/guide-{name}/)" in start


def test_the_office_finds_every_command_with_its_own_help() -> None:
    text = (PAGES / "guide-office.md").read_text(encoding="utf-8")
    for program, app in (("award-site", award_site), ("self-assessment", self_assessment)):
        commands: Any = get_command(app)
        for name, command in commands.commands.items():
            says = (command.help or "").strip().splitlines()[0]
            assert f"`{program} {name}`\n:   {says}\n" in text, f"guide-office.md: {program} {name}"
        named = set(re.findall(rf"{program} ([a-z]+)", text))
        assert named <= commands.commands.keys(), "the guide names a command that there is not"


@pytest.mark.parametrize(("guide", "alt", "file", "attributes"), _images(), ids=str)
def test_every_picture_says_what_it_shows_and_keeps_its_place(
    guide: Path, alt: str, file: str, attributes: str
) -> None:
    picture = TOP / "content" / file
    size = size_of(picture.read_bytes())
    assert size is not None
    assert len(alt) > 12, f"{guide.name}: {file}"
    told = re.search(r"width=(\d+) height=(\d+) loading=lazy", attributes)
    assert told is not None, f"{guide.name}: {file} has no size"
    assert int(told[1]) * size.height == pytest.approx(int(told[2]) * size.width, rel=0.01)
    assert picture.stat().st_size < 120_000


def test_every_picture_is_one_that_the_script_takes(screens: ModuleType) -> None:
    taken = {f"files/guide/{screen.name}.png" for screen in screens.SCREENS}
    assert taken == {file for _, _, file, _ in _images()}
    there = {f"files/guide/{file.name}" for file in (TOP / "content/files/guide").iterdir()}
    assert there == taken


@pytest.mark.parametrize("guide", [PAGES / "guide.md", *GUIDES], ids=lambda path: path.name)
def test_words_are_plain(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert not re.search(r"(?<!\])[!！](?!\[)|温馨提示|请您务必", text)


def test_the_office_and_its_readers_are_told_how_long_persons_are_named() -> None:
    site = read_tree((TOP / "content/site.yml").read_bytes())
    months = Site.model_validate(site).retention.months
    for name in ("privacy", "guide-office"):
        text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
        assert f"{months} 个月" in text, name
