"""The contest of the benchmark can be held: every contender builds its city, and they are alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import synthetic
from benchmarks.contenders import HUGO, City, found
from benchmarks.likeness import compare


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    """A city of 31 holders, one round with two of them, built by award-site."""
    return found(tmp_path_factory.mktemp("contest") / "city", 31)


def test_every_contender_writes_a_site(city: City) -> None:
    for way in city.contenders.values():
        way.cold(city.folder)
        assert any(way.out.rglob("*.html")), way.name


def test_hugo_says_the_same_as_award_site(city: City) -> None:
    city.contenders[HUGO].cold(city.folder)
    likeness = compare(city.award_site.out, city.contenders[HUGO].out)
    assert likeness.compared > 100
    assert not likeness.different
    assert not likeness.missing


@pytest.mark.parametrize("edit", [synthetic.edit_showcase, synthetic.edit_facts])
def test_an_edited_holder_shows_the_edit(tmp_path: Path, edit: Callable[[Path, int], str]) -> None:
    village = found(tmp_path / "village", 1, with_mkdocs=False)
    words = edit(village.content, 1)
    village.award_site.again(village.folder)
    page = village.award_site.out / "awardees" / synthetic.EDITED / "index.html"
    assert words in page.read_text(encoding="utf-8")
