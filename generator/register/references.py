"""Every mention of a record held against what there is."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.problems import Level, Problem
from generator.reading import Lines
from generator.records import WORDS, Entry, is_confidential, masked


def unresolved(
    entries: Iterable[Entry], known: Mapping[str, Collection[str]], lines: Lines, root: str
) -> Iterator[Problem]:
    """A problem for each mention of a record or file that does not exist.

    `known` gives the ids there are, by kind. `root` is the content folder as the user calls it.
    """
    for entry in entries:
        for kind, id_, where in entry.points_to:
            if id_ in known[kind]:
                continue
            word, lies_in = WORDS[kind]
            near = difflib.get_close_matches(id_, known[kind], n=1, cutoff=0.6)
            message = f"{word}“{id_}”不存在"
            hidden = is_confidential(entry.path, where)
            remedy = f"请先在 {lies_in} 中建立，或改正编号"
            if kind == "file":
                message, remedy = f"找不到文件“{id_}”", "请把文件放到这个位置，或改正路径"
            if near and not hidden:
                remedy += f"；是不是 {near[0]}"
            yield Problem(
                f"{root}/{entry.path}",
                lines.of(entry.path, where),
                Level.ERROR,
                f"{kind}-missing",
                masked(message) if hidden else message,
                remedy,
                "" if hidden else id_,
            )
