"""Where else a person is named whose details are taken out: texts, pages, attachments."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.privacy.attachments import words_of
from generator.privacy.record_texts import mentioned_files, passages, record_tree
from generator.problems import FileProblem, Level, Problem, refusal
from generator.reading import KeyPath
from generator.records import RecordKind, is_confidential
from generator.register import Gathered, Register

LOOK = "其中不是本人的，看过之后加 --other-people"
_COMMENT = re.compile(r"(?:^|\s)#")


class Sought(NamedTuple):
    """Who is looked for: the names, and by its path each notice file that they are taken out of.

    Of such a file: the rows that lose their details, and the lines that it will have. `others` says
    that whoever else bears such a name there has been looked at, and is another.
    """

    names: Sequence[str]
    own: Mapping[str, tuple[Collection[KeyPath], Collection[str]]]
    others: bool


def mentions(
    content: Path, gathered: Gathered, register: Register, sought: Sought
) -> Iterator[Problem]:
    """Where the names still stand: an error in the notices themselves and what they offer.

    Elsewhere it is a warning: a page of its own may name somebody rightly, or somebody else. What
    cannot be read is told too.
    """
    own = {
        item.file
        for notice in register.notices.values()
        if register.places["notice", notice.id].path in sought.own
        for item in notice.attachments
    }
    offered = set(register.published_files)
    for path, entry in gathered.entries.items():
        if not is_confidential(path):
            yield from _in_record(content, path, entry.record_kind, sought)
    for source in gathered.folder.prose:
        text = (content / source.path).read_text(encoding="utf-8", errors="replace")
        offered |= mentioned_files(text, register.files)
        for number, line in enumerate(text.splitlines(), 1):
            for name in _named(line, sought.names):
                yield _told(content, source.path, number, name, "", sought)
    for path in sorted(offered | own):
        yield from _in_file(content, path, path in own, sought)


def _in_record(
    content: Path, path: str, record_kind: RecordKind, sought: Sought
) -> Iterator[Problem]:
    text = (content / path).read_text(encoding="utf-8")
    if not _named(text, sought.names):
        return
    rows, lines = sought.own.get(path, ((), ()))
    tree, keys = record_tree(text.encode())
    for passage in passages(tree, record_kind):
        if passage.where[:4] not in rows:
            for name in _named(passage.text, sought.names):
                line = keys.line(passage.where, name)
                yield _told(content, path, line, name, passage.called, sought)
    for number, said in enumerate(text.splitlines(), 1):
        if said in lines and (remark := _COMMENT.search(said)):
            for name in _named(said[remark.end() :], sought.names):
                yield _told(content, path, number, name, "注释", sought)


def _in_file(content: Path, path: str, own: bool, sought: Sought) -> Iterator[Problem]:
    place = (content / path).as_posix()
    try:
        words = words_of(path, (content / path).read_bytes())
    except OSError as error:
        message = f"附件打不开（{refusal(error)}）"
        yield FileProblem(place, 1, Level.ERROR, "redact-unread", message, "请检查权限和磁盘")
        return
    for name in _named(path + "\n" + words.text, sought.names):
        level = Level.ERROR if own and not sought.others else Level.WARNING
        yield FileProblem(
            *(place, 1, level, "redact-named-in-file", f"附件里还写着“{name}”"),
            f"请先换成不写这个人的文件；{LOOK}" if own else "请看是不是本人；是的请换一份",
            name,
        )
    if own and not words.whole:
        yield FileProblem(
            *(place, 1, Level.WARNING, "redact-unread", "附件里有程序读不了的内容，如图片、扫描件"),
            "请人工看有没有写到要删除的人；写到的请换一份",
        )


def _told(content: Path, path: str, line: int, name: str, called: str, sought: Sought) -> Problem:
    own = path in sought.own
    where = f"{called}里" if called else ""
    return Problem(
        (content / path).as_posix(),
        line,
        Level.ERROR if own and not sought.others else Level.WARNING,
        "redact-named",
        f"{where}还写着“{name}”",
        f"请先改掉，再删除；{LOOK}" if own else "请看是不是本人；是的请一并处理",
        name,
    )


def _named(text: str, names: Sequence[str]) -> list[str]:
    """Those of the names that a text holds, however it is spaced, broken or shaped."""
    plain = _plain(text)
    return [name for name in names if _plain(name) in plain]


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
