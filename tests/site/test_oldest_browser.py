"""Chromium 78, the floor of the form: who fetches it finds a site that can be read there too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.plain_chromium import PlainPage, plain_page
from tests.site.kinds import KINDS, SEARCH
from tests.site.test_layout import LOOK

APART = """[...document.querySelectorAll(".sections a, .tools a")].map(
    (link, place, links) => place && link.getBoundingClientRect().left
        - links[place - 1].getBoundingClientRect().right).slice(1)"""


@pytest.fixture(scope="module")
def old() -> Iterator[PlainPage]:
    with plain_page(78) as page:
        yield page


@pytest.mark.parametrize("width", [360, 1280])
def test_every_kind_of_page_is_read(old: PlainPage, whole_host: str, width: int) -> None:
    for address in (KINDS | SEARCH).values():
        old.opens(whole_host + address, width)
        assert old.evaluates("document.querySelector('h1').innerText")
        assert old.evaluates(LOOK) == [], address
    assert old.wrong == []


def test_words_beside_each_other_do_not_run_together(old: PlainPage, whole_host: str) -> None:
    old.opens(f"{whole_host}/")
    assert min(old.evaluates(APART)) > 10


def test_titles_answer(old: PlainPage, whole_host: str) -> None:
    old.opens(f"{whole_host}/search/")
    old.types("#search-words", "第十七条")
    old.waits("document.querySelector('#search-found h2')")
    assert old.evaluates("document.querySelector('#search-found h2').innerText")[:4] == "第十七条"
    old.clicks("#search-found h2 a")
    old.waits("location.pathname + location.hash === '/regulation/#art-17'")
    assert old.wrong == []
