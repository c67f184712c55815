"""Rows whose personal details are taken out of a record's text: all else stays as it was."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from itertools import accumulate

import yaml

from generator.editing.drafting import block
from generator.reading import KeyPath, Tree, Unreadable, read_tree
from generator.reading.tree import compose
from generator.records import Redacted
from generator.records.notice import PERSONAL

KEY = "redacted"


class Unwritable(Exception):
    """A record is written in a way in which its rows cannot be found again."""


def redacted(text: str, rows: Collection[KeyPath], how: Redacted) -> str:
    """The text of a notice's file without the details in `rows`, and `how` in their place.

    Raises Unwritable where the new text would not read as just that.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    told = {"on": how.on.isoformat(), "basis": how.basis}
    starts = [0, *accumulate(len(line) + 1 for line in plain.split("\n"))]
    root = compose(plain)
    cuts = [cut for where in rows for cut in _cuts(plain, starts, _at(root, where), told)]
    new = plain
    for first, last, instead in sorted(cuts, reverse=True):
        new = new[:first] + instead + new[last:]
    wanted = read_tree(plain.encode())
    for where in rows:
        _put(wanted, where, told)
    try:
        as_wanted = read_tree(new.encode()) == wanted
    except Unreadable:
        as_wanted = False
    if not as_wanted:
        raise Unwritable
    return new.replace("\n", newline)


def _at(node: yaml.Node, where: KeyPath) -> yaml.MappingNode:
    for step in where:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == step)
        else:
            node = node.value[step]
    assert isinstance(node, yaml.MappingNode)  # it has been read as a row before
    return node


def _cuts(
    text: str, starts: list[int], row: yaml.MappingNode, told: dict[str, str]
) -> Iterator[tuple[int, int, str]]:
    """What is cut from a row's text: from which sign to which, and what stands there instead."""

    def at(mark: yaml.Mark) -> int:
        return starts[mark.line] + mark.column

    if row.flow_style:
        left = [text[at(k.start_mark) : at(v.end_mark)] for k, v in row.value if _stays(k)]
        says = json.dumps(told, ensure_ascii=False)
        yield at(row.start_mark), at(row.end_mark), f"{{{', '.join([f'{KEY}: {says}', *left])}}}"
        return
    instead = "\n".join(block(KEY, told, row.start_mark.column)).lstrip() + "\n"
    for key, value in row.value:
        if _stays(key):
            continue
        end = value.end_mark
        last = end.line + (end.column > 0)  # a literal block ends at the start of what follows it
        while not text[starts[last - 1] : starts[last]].strip():
            last -= 1
        # The first of them may stand behind the dash: it gives its place to what is said instead.
        first = at(key.start_mark) if instead else starts[key.start_mark.line]
        yield first, starts[last], instead
        instead = ""


def _stays(key: yaml.Node) -> bool:
    return key.value not in PERSONAL


def _put(tree: Tree, where: KeyPath, told: dict[str, str]) -> None:
    *way, last = where
    there = tree
    for step in way:
        there = there[step]  # type: ignore[index]
    row = there[last]  # type: ignore[index]
    there[last] = {k: v for k, v in row.items() if k not in PERSONAL} | {KEY: told}  # type: ignore[index]
