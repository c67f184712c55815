"""A text in traditional characters: word by word, with names and terms of the field kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from opencc import OpenCC

SCHEME = "s2t"
"""Simplified to traditional, in the standard forms of OpenCC: no words of one region."""

TERMS = {"复评": "復評", "复核": "復核", "台账": "臺賬", "获准": "獲准", "批准": "批准"}
"""Terms of the field that the dictionary would convert character by character, and wrongly."""

LEAST = 2
"""Characters that a name must have: one of a single character would stand in other words."""


class Wording:
    """Converts texts; `names` stay as they are. One serves all pages of a site."""

    def __init__(self, names: Iterable[str]) -> None:
        self._convert = OpenCC(SCHEME).convert
        kept = {name: name for name in names if len(name) >= LEAST}
        self._kept: dict[str, list[tuple[str, str]]] = {}
        for word, instead in {**TERMS, **kept}.items():
            self._kept.setdefault(word[:LEAST], []).append((word, instead))
        for words in self._kept.values():  # the longest that fits is the one that is meant
            words.sort(key=lambda pair: -len(pair[0]))

    def converted(self, text: str) -> str:
        """The text in traditional characters."""
        return "".join(self._parts(text)) if not text.isascii() else text

    def _parts(self, text: str) -> Iterator[str]:
        done = place = 0
        while place < len(text) - 1:
            for word, instead in self._kept.get(text[place : place + LEAST], ()):
                if text.startswith(word, place):
                    yield self._convert(text[done:place])
                    yield instead
                    done = place = place + len(word)
                    break
            else:
                place += 1
        yield self._convert(text[done:])
