"""Every mention of a record held against what there is."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from generator.problems import MOST, Level, Problem, untold
from generator.reading import Lines
from generator.records import WORDS, Entry, is_confidential, masked, mentions_in, secrets_of


def unresolved(
    entries: Iterable[Entry],
    known: Mapping[str, Collection[str]],
    unread: Collection[tuple[str, str]],
    lines: Lines,
    root: Path,
) -> Iterator[Problem]:
    """A problem for each mention of a record or file that does not exist.

    `known` gives the ids there are, by kind; `unread` kind and id (``*`` for any) of what may be
    in files that could not be read. `root` is the content folder as the user calls it.
    """
    there_are = frozenset((kind, id_) for kind, ids in known.items() for id_ in ids)
    for entry in entries:
        internal = is_confidential(entry.path)
        if (secrets_of(root, entry) if internal else entry).mentions <= there_are:
            continue
        file = f"{root.as_posix()}/{entry.path}"
        missing = [
            one
            for one in mentions_in(root, entry)
            if (one.kind, one.id) not in there_are
            and not {(one.kind, one.id), (one.kind, "*")} & set(unread)
        ]
        for mention in missing[:MOST]:
            line = lines.of(entry.path, mention.where)
            hidden = is_confidential(entry.path, mention.where)
            message, remedy = _sentence(mention.kind, mention.id, known[mention.kind], hidden)
            yield Problem(
                file,
                line,
                Level.ERROR,
                f"{mention.kind}-missing",
                masked(message) if hidden else message,
                remedy,
                "" if hidden else mention.id,
            )
        if (more := len(missing) - MOST) > 0:
            yield Problem(file, 1, Level.ERROR, "mentions-more", *untold(more))


def _sentence(kind: str, id_: str, known: Collection[str], hidden: bool) -> tuple[str, str]:
    word, lies_in = WORDS[kind]
    if kind == "file":
        message, remedy = f"找不到文件“{id_}”", "请把文件放到这个位置，或改正路径"
    else:
        message, remedy = f"{word}“{id_}”不存在", f"请先在 {lies_in} 中建立，或改正编号"
    near = difflib.get_close_matches(id_, known, n=1, cutoff=0.6)
    if near and not hidden:
        remedy += f"；是不是 {near[0]}"
    return message, remedy
