"""Notices on paper: one PDF beside each page of a notice, and what no typeface can print."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.documents import (
    Paper,
    Typefaces,
    Untypable,
    composed,
    edition_of_documents,
    printed,
    typefaces,
)
from generator.pages import Plan, Press, paper_of, period_length
from generator.problems import Level, Problem, Stop
from generator.publishing.leaf import Leaf
from generator.reading import Lines
from generator.records import Notice
from generator.register import Register


def paper_leaves(content: Path, press: Press, planned: Iterable[Plan]) -> list[Leaf]:
    """``/notices/<id>/<id>.pdf`` of every notice, unless the site makes none.

    Raises Stop where a typeface is missing, or a character that no typeface has.
    """
    register = press.register
    if not register.site.documents.made:
        return []
    try:
        faces = typefaces(register.site, content)
    except Untypable as missing:
        raise Stop([_no_typeface(content, register, f"{missing}")]) from None
    version = edition_of_documents() + faces.digest
    lacking = register.memory.recall(
        "characters no typeface has", version, lambda: [*_lacking(press, faces)]
    )
    if lacking:
        raise Stop([_told(content, register, *one) for one in lacking])
    needs = {plan.address: plan.needs for plan in planned}
    return [
        Leaf(
            paper_of(id_),
            hashlib.blake2b(needs[f"/notices/{id_}/"] + version, digest_size=16).digest(),
            lambda notice=notice: printed(_paper(press, notice), faces),  # type: ignore[misc]
            at_home=True,  # typst works in threads, which a forked process does not have
        )
        for id_, notice in register.notices.items()
    ]


def _paper(press: Press, notice: Notice) -> Paper:
    return composed(press.register, notice, period_length(press, notice))


def _lacking(press: Press, faces: Typefaces) -> Iterator[tuple[str, str]]:
    for notice in press.register.notices.values():
        for character in faces.lacking(_paper(press, notice).texts()):
            yield notice.id, character


def _told(content: Path, register: Register, notice: str, character: str) -> Problem:
    """Where a character stands: in the notice, or in a holder that it names."""
    places = [register.places["notice", notice].path]
    for list_ in register.notices[notice].lists:
        named = (row.awardee for row in list_.rows if row.awardee)
        places += [register.places["awardee", id_].path for id_ in named]
    found = ((path, (content / path).read_text(encoding="utf-8")) for path in places)
    path, line = next(
        (
            (path, text.count("\n", 0, text.index(character)) + 1)
            for path, text in found
            if character in text
        ),
        (places[0], 1),
    )
    return Problem(
        (content / path).as_posix(),
        line,
        Level.ERROR,
        "paper-character",
        f"公文版 PDF 的字体里没有“{character}”（U+{ord(character):04X}）这个字",
        "请核对这个字；确有此字的，在 site.yml 的 documents 里指定有它的字体",
        character,
    )


def _no_typeface(content: Path, register: Register, family: str) -> Problem:
    place = register.places["site", "site"].path
    return Problem(
        (content / place).as_posix(),
        Lines(content).of(place, ("documents",)),
        Level.ERROR,
        "paper-typeface",
        f"字体“{family}”不在字体文件夹里",
        "请核对 documents 里的字体名和 folder，字体名以字体文件自带的名称为准",
        family,
    )
