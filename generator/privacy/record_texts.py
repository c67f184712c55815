"""The texts of a record and of a hand-written page, each with its line and what it is called."""

from __future__ import annotations

import functools
import html
from collections.abc import Container, Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

import yaml
from pydantic import BaseModel

from generator.reading import KeyPath, Tree, decoded, read_tree
from generator.reading.tree import compose
from generator.records import Contact, RecordKind
from generator.records.parts import part_model
from generator.records.secrecy import without_confidential

ALLOWED = "privacy_allowed"
_FILES = "/files/"
_LONGEST_NAME = 500


class Passage(NamedTuple):
    """One text: the way to it, what its field is called, and whether an office is reached by it."""

    where: KeyPath
    text: str
    called: str
    contact: bool


def passages(tree: Tree, record_kind: RecordKind) -> Iterator[Passage]:
    """Every text of a record that may be published."""
    yield from _below(without_confidential(tree), record_kind.model, (), "", False)


def _below(
    value: Any, model: type[BaseModel] | None, where: KeyPath, called: str, contact: bool
) -> Iterator[Passage]:
    if isinstance(value, dict):
        contact = contact or model is Contact
        for key, below in value.items():
            if where == () and key == ALLOWED:
                continue
            part, title = _part(model, key) if model else (None, "")
            yield from _below(below, part, (*where, key), title or called, contact)
    elif isinstance(value, list):
        for place, below in enumerate(value):
            yield from _below(below, model, (*where, place), called, contact)
    elif isinstance(value, str):
        yield Passage(where, value, called, contact)


@functools.cache
def _part(model: type[BaseModel], key: str) -> tuple[type[BaseModel] | None, str]:
    """The model below a key of a model, and what the key is called."""
    field = model.model_fields.get(key)
    return (part_model(field.annotation), field.title or "") if field else (None, "")


class Keys:
    """The lines of a record's text: of its keys, and of what stands in their values."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._nodes: dict[KeyPath, tuple[int, int]] = {}
        self._walk(compose(text), ())

    def _walk(self, node: yaml.Node, here: KeyPath) -> None:
        self._nodes[here] = (node.start_mark.line, node.end_mark.line)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self._walk(value, (*here, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for place, item in enumerate(node.value):
                self._walk(item, (*here, place))

    def line(self, where: KeyPath, snippet: str) -> int:
        """The line, from 1, of `snippet` in the value at `where`; else that of the value."""
        first, lines = self.lines(where)
        begins = snippet.split("\n", 1)[0].strip()
        return first + next((n for n, line in enumerate(lines) if begins in line), 0)

    def lines(self, where: KeyPath) -> tuple[int, list[str]]:
        """The lines of the value at `where`, after the number of the first, from 1."""
        first, last = self._nodes.get(where, (0, 0))
        return first + 1, self._lines[first : last + 1]


def record_tree(data: bytes) -> tuple[Tree, Keys]:
    """A record's tree and the lines of its keys. Raises Unreadable."""
    return read_tree(data), Keys(decoded(data))


def mentioned_files(markdown: str, files: Container[str]) -> set[str]:
    """Those of the `files` of a content folder that a page may offer: more rather than fewer."""
    text = unquote(html.unescape(markdown.replace("\\", "")))
    found: set[str] = set()
    at = text.find(_FILES)
    while at >= 0:
        rest = text[at + 1 : at + _LONGEST_NAME].split("\n", 1)[0]
        found.update(rest[:end] for end in range(len(_FILES), len(rest) + 1) if rest[:end] in files)
        at = text.find(_FILES, at + 1)
    return found
