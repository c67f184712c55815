"""Notices on paper: one PDF beside each page of a notice, and what no typeface can print."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.documents import (
    Paper,
    Typefaces,
    Untypable,
    composed,
    printed,
    typefaces,
)
from generator.output.output_file import OutputFile
from generator.pages import Renderer, paper_of
from generator.problems import Level, Problem, Stop
from generator.reading import Lines
from generator.records import Notice
from generator.register import Register
from generator.regulation import period_of


def paper_files(content: Path, renderer: Renderer) -> list[OutputFile]:
    """``/notices/<id>/<id>.pdf`` of every notice, unless the site makes none.

    Raises Stop where a typeface is missing, or a character that no typeface has.
    """
    register = renderer.unobserved
    if not register.site.documents.made:
        return []
    try:
        faces = typefaces(register.site, content)
    except Untypable as missing:
        raise Stop([_no_typeface(content, register, f"{missing}")]) from None
    known = register.recall(
        f"characters {faces.digest.hex()}", lambda: [*_lacking(register, renderer, faces)]
    )
    if known:
        raise Stop([_told(content, register, *one) for one in known])
    return [
        OutputFile(
            paper_of(id_),
            faces.digest,
            partial(_printed, renderer, faces, id_),
            observed=True,
            main_process=True,  # typst works in threads, which a forked process does not have
        )
        for id_ in register.notices
    ]


def paper_addresses(register: Register) -> set[str]:
    """The address of the paper of every notice, unless the site makes none."""
    made = register.notices if register.site.documents.made else ()
    return {f"/{paper_of(id_)}" for id_ in made}


def _lacking(register: Register, renderer: Renderer, faces: Typefaces) -> Iterator[tuple[str, str]]:
    """Each notice with each character of its paper that no typeface has."""
    for id_, notice in register.notices.items():
        for sign in faces.lacking(_paper(renderer, notice).texts()):
            yield id_, sign


def _printed(renderer: Renderer, faces: Typefaces, id_: str) -> bytes:
    return printed(_paper(renderer, renderer.register.notices[id_]), faces)


def _paper(renderer: Renderer, notice: Notice) -> Paper:
    period = period_of(renderer.register, renderer.calendar, notice)
    return composed(renderer.register, notice, period.length if period else "")


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
