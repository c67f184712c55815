"""The typefaces of papers: those of the package, or those that an office has a licence for.

A character that none of them has would be printed as a box: it is told instead, and nothing is
built.
"""

from __future__ import annotations

import hashlib
import importlib.resources
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.records import Site

SERIF, SANS = "Noto Serif SC", "Noto Sans SC"
_ENDINGS = frozenset({".otf", ".ttf", ".ttc", ".otc"})


class Untypable(Exception):
    """A typeface that is named in ``site.yml`` and is not there."""


@dataclass(frozen=True)
class Typefaces:
    """Which family stands for which part of a paper, and where the files are.

    `characters` are those that every family or the package's own, which stand in, can print.
    """

    folders: tuple[str, ...]
    body: tuple[str, ...]
    title: tuple[str, ...]
    heading: tuple[str, ...]
    second: tuple[str, ...]
    digest: bytes
    characters: frozenset[int]

    def lacking(self, texts: Iterable[str]) -> list[str]:
        """The characters of `texts` that no typeface has, in the order in which they come."""
        seen = dict.fromkeys(character for text in texts for character in text)
        return [c for c in seen if c not in "\n\u3000 " and ord(c) not in self.characters]


def typefaces(site: Site, content: Path) -> Typefaces:
    """The typefaces of a site's papers. Raises Untypable where a named one is missing."""
    chosen = site.documents
    package = str(importlib.resources.files("pylopdf_fonts_zh_cn"))
    folders = [package]
    if chosen.folder:
        folders.insert(0, str(content / chosen.folder))
    files = [file for folder in folders for file in _files(folder)]
    found = {name for file in files for name in _face(file)[0]}
    for family in (chosen.body, chosen.title, chosen.heading, chosen.second):
        if family and family not in found:
            raise Untypable(family)
    named = {SERIF, SANS, chosen.body, chosen.title, chosen.heading, chosen.second}
    characters: set[int] = set()
    digest = hashlib.blake2b(digest_size=16)
    for file in files:
        families, has, of = _face(file)
        digest.update(of)
        if named & set(families):
            characters |= has
    return Typefaces(
        tuple(folders),
        _first(chosen.body, SERIF),
        _first(chosen.title, SERIF),
        _first(chosen.heading, SANS),
        _first(chosen.second, SERIF),
        digest.digest(),
        frozenset(characters),
    )


def _first(chosen: str | None, own: str) -> tuple[str, ...]:
    return (chosen, own, SERIF) if chosen else (own, SERIF) if own != SERIF else (SERIF,)


def _files(folder: str) -> list[str]:
    return sorted(str(file) for file in Path(folder).glob("*") if file.suffix.lower() in _ENDINGS)


@cache
def _face(file: str) -> tuple[tuple[str, ...], frozenset[int], bytes]:
    """The names, the characters and the digest of a file of typefaces."""
    from fontTools.ttLib import TTCollection, TTFont

    data = Path(file).read_bytes()
    collection = data[:4] == b"ttcf"
    held = io.BytesIO(data)
    fonts = TTCollection(held, lazy=True).fonts if collection else [TTFont(held, lazy=True)]
    names: dict[str, None] = {}
    characters: set[int] = set()
    for font in fonts:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                names[record.toUnicode()] = None
        characters |= font.getBestCmap().keys()
    return tuple(names), frozenset(characters), hashlib.blake2b(data, digest_size=16).digest()
