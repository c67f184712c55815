"""One record, page or file looked through: what was found_here in it, and what it allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.privacy.detection import found_in
from generator.privacy.finding import Finding, finding
from generator.privacy.markup import without_geometry, without_markup
from generator.privacy.record_texts import ALLOWED, passages, record_tree
from generator.privacy.sieve import may_hold
from generator.problems import Level, refusal
from generator.reading import SourceFile, Unreadable, read_again
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
    data = read_again(root / entry.path, entry.digest)
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


def beginning(file: Path) -> bytes:
    """The bytes of an attachment: all of them, or one more than may be looked through."""
    from generator.privacy.attachments import LARGEST

    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)


def scan_file(path: str, data: bytes) -> FileScan:
    """An attachment or picture looked through. `path` is the one in the content folder."""
    # Only here: its readers take 30 ms to load, and most runs have no new file to read.
    from generator.privacy.attachments import findings_in

    return FileScan(tuple(findings_in(path, data)))


def unreadable(error: OSError) -> FileScan:
    """A file that cannot be looked through because the system refuses it."""
    message = f"文件打不开（{refusal(error)}）"
    return FileScan(
        (Finding("file-unreadable", Level.ERROR, 1, "", message, "", "请检查权限和磁盘"),)
    )
