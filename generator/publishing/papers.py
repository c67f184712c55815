"""Notices on paper: one PDF beside each page of a notice, and what no typeface can print."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.documents import (
    Paper,
    Typefaces,
    Untypable,
    composed,
    edition_of_documents,
    printed,
    typefaces,
)
from generator.output.output_file import OutputFile
from generator.pages import Renderer, paper_of, period_length
from generator.problems import Level, Problem, Stop
from generator.reading import Lines
from generator.records import Notice
from generator.register import Register


def paper_files(content: Path, renderer: Renderer) -> list[OutputFile]:
    """``/notices/<id>/<id>.pdf`` of every notice, unless the site makes none.

    A paper is made again when what it says has changed: a holder's new certificate is on none.
    Raises Stop where a typeface is missing, or a character that no typeface has.
    """
    register = renderer.register
    if not register.site.documents.made:
        return []
    try:
        faces = typefaces(register.site, content)
    except Untypable as missing:
        raise Stop([_no_typeface(content, register, f"{missing}")]) from None
    version = edition_of_documents() + faces.digest
    known = register.memory.recall("papers", version, lambda: [*_known(renderer, faces, version)])
    if lacking := [(one.notice, sign) for one in known for sign in one.lacking]:
        raise Stop([_told(content, register, *one) for one in lacking])
    return [
        OutputFile(
            paper_of(one.notice),
            one.made_of,
            partial(_printed, renderer, faces, one.notice),
            main_process=True,  # typst works in threads, which a forked process does not have
        )
        for one in known
    ]


class _Known(NamedTuple):
    """What is known of a notice's paper before it is made: a digest of all that it says."""

    notice: str
    made_of: bytes
    lacking: tuple[str, ...]


def _known(renderer: Renderer, faces: Typefaces, version: bytes) -> Iterator[_Known]:
    for id_, notice in renderer.register.notices.items():
        paper = _paper(renderer, notice)
        made_of = hashlib.blake2b(version + repr(paper).encode(), digest_size=16).digest()
        yield _Known(id_, made_of, tuple(faces.lacking(paper.texts())))


def _printed(renderer: Renderer, faces: Typefaces, id_: str) -> bytes:
    return printed(_paper(renderer, renderer.register.notices[id_]), faces)


def _paper(renderer: Renderer, notice: Notice) -> Paper:
    return composed(renderer.register, notice, period_length(renderer, notice))


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
