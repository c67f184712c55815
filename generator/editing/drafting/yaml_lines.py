"""Values as lines of YAML as the records have them: plain where that is safe, else quoted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias, Union

from generator.reading import Unreadable, read_tree

Value: TypeAlias = Union[str, "Sequence[Value]", "Mapping[str, Value]"]
"""What a record is made of before it is typed: text, lists, and keys with values."""


def block(key: str, value: Value, indent: int = 0) -> list[str]:
    """The lines of one key with its value, `indent` spaces in."""
    space = " " * indent
    if isinstance(value, str):
        return _text(f"{space}{key}:", value, indent)
    if not value:
        return [f"{space}{key}: []"]
    if isinstance(value, Mapping):
        below = [line for k, v in value.items() for line in block(k, v, indent + 2)]
        return [f"{space}{key}:", *below]
    return [f"{space}{key}:", *(line for item in value for line in _item(item, indent + 2))]


def _item(item: Value, indent: int) -> list[str]:
    """One item of a list: its first line begins with the dash, the rest stands below it."""
    if isinstance(item, str):
        return [f"{' ' * indent}- {_scalar(item)}"]
    assert isinstance(item, Mapping)  # records have no lists of lists
    lines = [line for key, value in item.items() for line in block(key, value, indent + 2)]
    return [f"{' ' * indent}- {lines[0][indent + 2 :]}", *lines[1:]]


def _text(head: str, text: str, indent: int) -> list[str]:
    if "\n" not in text:
        return [f"{head} {_scalar(text)}"]
    space = " " * (indent + 2)
    lines = [f"{space}{line.rstrip()}".rstrip() for line in text.strip("\n").split("\n")]
    if (
        text.startswith((" ", "\t", "\n")) or "\t" in text
    ):  # a literal block would lose or misread it
        return [f"{head} {json.dumps(text, ensure_ascii=False)}"]
    return [f"{head} |", *lines]


def _scalar(text: str) -> str:
    """One line of text as YAML: plain where it reads back as itself, else in double quotes."""
    if text and _reads_back(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def _reads_back(text: str) -> bool:
    try:
        tree = read_tree(f"a: {text}\nb:\n  - {text}\n".encode())
    except (Unreadable, UnicodeEncodeError):
        return False
    return tree == {"a": text, "b": [text]}
