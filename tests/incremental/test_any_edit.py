"""A file that would not be made again is the same: whatever in the records was edited.

Every kind of page, paper and data file is made of the small content, noting what it asks. Then a
value anywhere in the records is changed, and every file made again: one whose questions still have
their answers must have kept its bytes.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from generator.incremental import Observer
from generator.opendata import files as data_files
from generator.output import OutputFile
from generator.pages import Renderer, plans
from generator.problems import Stop
from generator.publishing.papers import paper_files
from generator.regulation import examine
from tests.publishing.works import SMALL, TODAY

VALUE = re.compile(
    r"^(?P<before>(?:[ ]*(?:- )?[a-z_]+: ))(?P<value>[^\s\[{|>&#\"'].*)$", re.MULTILINE
)
FILES = sorted(
    path.relative_to(SMALL).as_posix()
    for path in SMALL.rglob("*.yml")
    if "confidential" not in path.parts
)


class Made:
    """All that is made of a content folder: bytes by path, and what they are made of."""

    def __init__(self, content: Path) -> None:
        found = examine(content, today=TODAY)
        renderer = Renderer(
            found.register, found.calendar, read=lambda path: (content / path).read_bytes()
        )
        self.observer: Observer = renderer.observer
        files = [
            OutputFile(plan.address, plan.given, _page(plan.make), observed=True)
            for plan in plans(renderer)
        ]
        data = data_files(renderer.register, found.calendar, renderer.observer)
        files += [OutputFile(*file, observed=True) for file in data]
        files += paper_files(content, renderer)
        self.given = {file.path: file.given for file in files}
        self.bytes: dict[str, bytes] = {}
        self.asked: dict[str, list[str]] = {}
        for file in files:
            with self.observer.watching() as asked:
                self.bytes[file.path] = file.make()
            self.asked[file.path] = sorted(asked)

    def fresh_for(self, before: Made) -> set[str]:
        """The files that were made `before`, and would not be made again here."""
        return {
            path
            for path, asked in before.asked.items()
            if path in self.given
            and self.observer.made_of(self.given[path], asked)
            == before.observer.made_of(before.given[path], asked)
        }


def _page(make: Callable[[], object]) -> Callable[[], bytes]:
    return lambda: repr(make()).encode()


@pytest.fixture(scope="module")
def before() -> Made:
    return Made(SMALL)


@settings(
    max_examples=12 if not os.environ.get("CI") else 60,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(data=st.data())
def test_a_fresh_file_has_kept_its_bytes(
    data: st.DataObject, before: Made, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = data.draw(st.sampled_from(FILES))
    text = (SMALL / path).read_text(encoding="utf-8")
    places = [*VALUE.finditer(text)]
    assume(places)
    place = data.draw(st.sampled_from(places))
    content = tmp_path_factory.mktemp("edited") / "content"
    shutil.copytree(SMALL, content)
    value = _another(place["value"])
    edited = text[: place.start("value")] + value + text[place.end("value") :]
    (content / path).write_text(edited, encoding="utf-8")
    try:
        after = Made(content)
    except Stop:
        assume(False)
    for name in after.fresh_for(before):
        assert after.bytes[name] == before.bytes[name], (path, place[0], name)


def _another(value: str) -> str:
    """A value of the same kind: another day, another number, other words."""
    if re.search(r"\d$", value):
        return value[:-1] + str((int(value[-1]) + 1) % 10)
    return f"{value}改"


def test_what_is_noted_is_narrow(before: Made) -> None:
    """A page of one record asks for that, and not for all of a kind; a list asks who, not what."""
    asked = before.asked
    assert "awardee/yihao" in asked["/awardees/yihao/"]
    assert not [one for one in asked["/awardees/yihao/"] if one.endswith("/*")]
    assert not [one for one in asked["/notices/2024-gs-01/"] if one.startswith("awardee/")]
    assert "showcase/yihao" in asked["/"]
    of_holders = {path for path in asked if re.fullmatch("/awardees/[a-z]+/", path)}
    show = {path for path, some in asked.items() if any(q.startswith("showcase/") for q in some)}
    assert show == of_holders | {"/"}
