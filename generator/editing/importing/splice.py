"""The lists of a notice put into its file: every other line, and every comment, stays as it was."""

from __future__ import annotations

import yaml

from generator.editing.drafting import Value, block
from generator.reading.tree import compose
from generator.records import Notice

KEY = "lists"


def spliced(text: str, lists: list[Value]) -> str:
    """The text of a notice's file with `lists` in the place of those it had, or where they belong.

    Raises Unreadable where the text is no record.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    root = compose(text)
    assert isinstance(root, yaml.MappingNode)  # it has been read as a record before
    starts = {key.value: key.start_mark.line for key, _ in root.value}
    order = [*Notice.model_fields]
    if KEY in starts:
        first = starts[KEY]
        later = [line for line in starts.values() if line > first]
    else:
        after = order[order.index(KEY) + 1 :]
        later = [line for key, line in starts.items() if key in after]
        first = _end(lines, min(later, default=len(lines)))
    end = _end(lines, min(later, default=len(lines)))
    new = [*lines[:first], *block(KEY, lists), *lines[max(first, end) :]]
    return newline.join(new if new[-1] == "" else [*new, ""])


def _end(lines: list[str], next_key: int) -> int:
    """Where the block before a key ends: comments and blank lines above a key are that key's."""
    end = next_key
    while end > 0 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end
