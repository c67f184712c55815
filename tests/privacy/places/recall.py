"""How many of the places that numbers are left in are found, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.privacy.places import commas, drawings, excel, libreoffice, pictures, texts, word
from tests.privacy.places.sample import Sample

MODULES = (texts, word, excel, commas, pictures, drawings, libreoffice)


class Recall(NamedTuple):
    """Of one kind of file: how many places there are, and those in which nothing was found."""

    kind: str
    places: int
    missed: tuple[str, ...]


def samples() -> Iterator[Sample]:
    """Every file with what is left in it."""
    for module in MODULES:
        yield from module.samples()


def recalls() -> list[Recall]:
    """What is found in all of them, by kind of file."""
    places: dict[str, int] = {}
    missed: dict[str, list[str]] = {}
    for sample in samples():
        places[sample.kind] = places.get(sample.kind, 0) + len(sample.left)
        missed.setdefault(sample.kind, []).extend(sample.missed())
    return [Recall(kind, count, tuple(missed[kind])) for kind, count in places.items()]
