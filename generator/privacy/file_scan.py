"""One record, page or file looked through: what was found_here in it, and what it allows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.privacy.detection import found_in
from generator.privacy.finding import Finding, finding
from generator.privacy.markup import without_geometry, without_markup
from generator.privacy.record_texts import ALLOWED, passages, record_tree
from generator.privacy.sieve import may_hold
from generator.problems import Level, Problem, Stop, refusal
from generator.reading import SourceFile, Unreadable
from generator.records import Entry, read_prose

_ESCAPES = ("\\x", "\\u", "\\U")
"""What may stand for a digit in a YAML text of double quotes."""


class Allowed(NamedTuple):
    """One allowance of a record: its line, what it names, in which file, and the reason."""

    line: int
    value: str
    file: str
    reason: str


class FileScan(NamedTuple):
    """What one file of the content folder came to."""

    findings: tuple[Finding, ...] = ()
    allowed: tuple[Allowed, ...] = ()


CLEAN = FileScan()


INTERNAL = "internal"
"""The kind of record that is never published."""


def scan_published(root: Path, entries: Sequence[Entry]) -> list[tuple[str, FileScan]]:
    """Those records that may be published, looked through where they were read a moment ago."""
    return scan_records(root, [e for e in entries if e.fit and e.kind != INTERNAL])


def scan_records(root: Path, entries: Sequence[Entry]) -> list[tuple[str, FileScan]]:
    """Every record that was read, looked through.

    Raises Stop where a file has changed since: what was read is what will be published.
    """
    return [(entry.path, _record(root, entry)) for entry in entries]


def _record(root: Path, entry: Entry) -> FileScan:
    file = root / entry.path
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Stop([_moved(file, f"文件打不开（{refusal(error)}）")]) from None
    if digest(data) != entry.digest:
        raise Stop([_moved(file, "文件在检查过程中改动了")])
    text = data.decode()  # it was read as a record before
    if not may_hold(text) and ALLOWED not in text and not any(e in text for e in _ESCAPES):
        return CLEAN
    tree, keys = record_tree(data)
    found: list[Finding] = []
    for passage in passages(tree, entry.record_kind):
        for one in found_in(passage.text, passage.called, contact=passage.contact):
            line = keys.line(passage.where, passage.text[one.start : one.end])
            found.append(finding(one, line, passage.called))
    return FileScan(tuple(found), tuple(_allowed(tree, keys)))


def _allowed(tree: Any, keys: Any) -> Iterator[Allowed]:
    for place, item in enumerate(tree.get(ALLOWED) or ()):
        line = keys.line((ALLOWED, place), "")
        yield Allowed(line, item["value"].strip(), item.get("file", "").strip(), item["reason"])


def _moved(file: Path, message: str) -> Problem:
    return Problem(file.as_posix(), 1, Level.ERROR, "file-moved", message, "请再运行一次")


def scan_page(source: SourceFile, data: bytes) -> FileScan:
    """A hand-written page looked through, as written and without its markup."""
    try:
        head = read_prose(source, data).head
    except Unreadable:  # told by whoever makes pages of it; nothing is published of it
        return CLEAN
    text = data.decode()
    allowed = []
    for allowance in head.privacy_allowed:
        stands = text.find(ALLOWED)
        line = text.count("\n", 0, max(text.find(allowance.value, stands), stands)) + 1
        allowed.append(Allowed(line, allowance.value, allowance.file or "", allowance.reason))
    return FileScan(_in_markup(text), tuple(allowed))


def scan_slot(data: bytes) -> FileScan:
    """Header or footer of the host, which stands on every page, looked through."""
    return FileScan(_in_markup(data.decode(errors="replace")))


def _in_markup(text: str) -> tuple[Finding, ...]:
    """What is in a text with tags, as written and without them."""
    found: dict[tuple[int, str], Finding] = {}
    for reading in (without_geometry(text), without_markup(text)):
        for one in found_in(reading):
            line = reading.count("\n", 0, one.start) + 1
            found.setdefault((line, one.masked), finding(one, line, ""))
    return tuple(found.values())


def scan_file(file: Path, path: str) -> FileScan:
    """An attachment or picture looked through. `path` is the one in the content folder."""
    # Only here: its readers take 30 ms to load, and most runs have no new file to read.
    from generator.privacy.attachments import LARGEST, findings_in

    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= LARGEST else b" " * (LARGEST + 1)
    except OSError as error:
        message = f"文件打不开（{refusal(error)}）"
        one = Finding("file-unreadable", Level.ERROR, 1, "", message, "", "请检查权限和磁盘")
        return FileScan((one,))
    return FileScan(tuple(findings_in(path, data)))


def digest(data: bytes) -> bytes:
    """The digest by which a file is known that has been looked through."""
    return hashlib.blake2b(data, digest_size=16).digest()
