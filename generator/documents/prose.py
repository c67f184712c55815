"""The CommonMark of a notice as blocks of a paper: headings numbered, links told by their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.documents.numbering import mark, numbered
from generator.documents.paper import Block, Heading, Paragraph, Run, Table
from generator.reading.commonmark import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

DEEPEST = 4
SHORT = 5
"""Characters of a column that is as wide as its words."""


class Numbers:
    """Counts headings over a whole paper: what comes later goes on where the text left off."""

    def __init__(self) -> None:
        self._counts = [0] * (DEEPEST + 1)

    def heading(self, words: str, level: int) -> Heading:
        """A heading with its number, unless its writer gave it one."""
        self._counts[level] += 1
        self._counts[level + 1 :] = [0] * (DEEPEST - level)
        if numbered(words):
            return Heading(words, level)
        return Heading(mark(level, self._counts[level]) + words, level)


def blocks_of(text: str, numbers: Numbers, first_level: int = 1) -> Iterator[Block]:
    """The blocks of a text. Its highest heading becomes one of `first_level`."""
    tokens = parser().parse(text)
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    shift = first_level - min(levels, default=first_level)
    lists: list[int | None] = []
    item = ""
    place = 0
    while place < len(tokens):
        token = tokens[place]
        match token.type:
            case "heading_open":
                level = min(DEEPEST, int(token.tag[1]) + shift)
                yield numbers.heading(_words(tokens[place + 1].children or []), level)
                place += 2
            case "ordered_list_open":
                lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_close" | "bullet_list_close":
                lists.pop()
            case "list_item_open":
                number = lists[-1]
                item = "—— " if number is None else mark(len(lists) + 2, number)
                if number is not None:
                    lists[-1] = number + 1
            case "list_item_close":
                item = ""
            case "table_open":
                end = next(n for n in range(place, len(tokens)) if tokens[n].type == "table_close")
                yield _table(tokens[place:end])
                place = end
            case "inline":
                yield Paragraph((*((Run(item),) if item else ()), *_runs(token.children or [])))
                item = ""
            case "fence" | "code_block":
                for line in token.content.rstrip("\n").split("\n"):
                    yield Paragraph((Run(item + line),))
                    item = ""
        place += 1


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[list[str]] = []
    for place, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_words(tokens[place + 1].children or []))
    return table(rows[0], rows[1:])


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table whose columns share the width by their longest words; short ones stay on one line."""
    longest = [max(len(cell) for cell in column) for column in zip(heads, *rows, strict=True)]
    weights = [0 if long <= SHORT else min(24, long) + 2 for long in longest]
    return Table(tuple(heads), tuple(tuple(row) for row in rows), tuple(weights))


def _runs(children: Sequence[Token]) -> Iterator[Run]:
    strong = 0
    for place, child in enumerate(children):
        if child.type in ("strong_open", "strong_close"):
            strong += 1 if child.type == "strong_open" else -1
        elif child.type in ("softbreak", "hardbreak"):
            yield Run("\n" if child.type == "hardbreak" else _between(children, place))
        elif child.content:
            yield Run(child.content, strong > 0)


def _between(children: Sequence[Token], place: int) -> str:
    """What stands for a break that is none: a space between two words of Latin, else nothing."""
    ends = (children[place - 1].content[-1:], children[place + 1].content[:1])
    return " " if all(sign.isascii() and sign.isalnum() for sign in ends) and all(ends) else ""


def _words(children: Sequence[Token]) -> str:
    return "".join(run.text for run in _runs(children))
