"""Every personal number in a text, and the text with each of them masked."""

from __future__ import annotations

from generator.privacy.folding import folded
from generator.privacy.match import REACHED_BY, Match
from generator.privacy.sieve import may_hold


def found_in(text: str, called: str = "", *, contact: bool = False) -> list[Match]:
    """The personal numbers in a text, in their order, with their places in it.

    `called` is what its field or column is called; a `contact` field may hold what an office is
    reached by.
    """
    if not may_hold(f"{called} {text}" if called else text):
        return []
    # Only here: their patterns take 10 ms to make, and most runs have nothing to look at closely.
    from generator.privacy.addresses import addresses
    from generator.privacy.numbers import numbers

    plain = folded(text)
    found = [
        one._replace(start=plain.starts[one.start], end=plain.ends[one.end - 1])
        for one in (*numbers(plain.text, called), *addresses(plain.text, called))
        if not (contact and one.kind in REACHED_BY)
    ]
    return sorted(set(found), key=lambda one: (one.start, one.end))


def apart(found: list[Match]) -> list[Match]:
    """The findings that do not overlap, in their order: of those that do, the longest."""
    chosen: list[Match] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or one.start >= other.end for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.start)


def all_masked(text: str, called: str = "") -> str:
    """The text with every personal number in its masked form."""
    parts: list[str] = []
    done = 0
    for one in apart(found_in(text, called)):
        parts += [text[done : one.start], one.masked]
        done = one.end
    return "".join([*parts, text[done:]])
