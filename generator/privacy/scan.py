"""The privacy scan of a whole content folder: every text that may be published, every file offered.

What is found is an error or a warning with its place and its masked form; what a record allows
with a reason is a note on every run, and an allowance that fits nothing is a warning.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path
from typing import cast

from generator.privacy.file_scan import (
    INTERNAL,
    FileScan,
    beginning,
    scan_file,
    scan_page,
    scan_records,
    scan_slot,
    unreadable,
)
from generator.privacy.finding import UNREAD, Finding
from generator.privacy.record_texts import mentioned_files
from generator.privacy.scan_cache import ScanCache
from generator.privacy.scanned import Scanned
from generator.privacy.unread import Attached, attached, weighed
from generator.problems import FileProblem, Level, Problem
from generator.reading import SourceFile, digest, in_parallel
from generator.records.regulation import cited
from generator.register import Gathered, Progress, RecordCache, Register, quiet


def scan(
    content: Path,
    gathered: Gathered,
    register: Register,
    record_cache: RecordCache | None = None,
    jobs: int = 1,
    progress: Progress = quiet,
) -> tuple[list[Problem], Scanned]:
    """What must not be published of the folder `content`, from which `gathered` was read, and
    the files that may be, as they were scanned.

    Records that were looked through where they were read (`scan_published`) are not again.

    Raises Stop where a record has changed since it was read.
    """
    memory = ScanCache.of(record_cache)
    there = _records(content, gathered, memory, jobs, progress)
    pages, offered = _pages(content, gathered.folder.prose, register, memory)
    slots = _slots(content, register, memory)
    files = register.published_files | offered
    _files(content, sorted(files), register, gathered.folder.taken, memory)
    memory.keep(there | pages | slots | files)
    known = {path: memory.marks.get(path, b"") for path in pages | slots | files}
    scanned = Scanned(content, known)
    copies = scanned.copies_of(gathered.folder.withheld, cited(register.edition.secrecy))
    return [*_told(content.as_posix(), memory.scans, files, attached(register)), *copies], scanned


def _records(
    content: Path, gathered: Gathered, memory: ScanCache, jobs: int, progress: Progress
) -> set[str]:
    public = {path: e for path, e in gathered.entries.items() if e.kind != INTERNAL}
    for some in cast(tuple[list[tuple[str, FileScan]], ...], gathered.beside):
        for path, file_scan in some:
            memory.put(path, public[path].digest, file_scan)
    marks = memory.marks
    new = [entry for path, entry in public.items() if marks.get(path) != entry.digest]
    done = 0
    for portion in in_parallel(lambda some: scan_records(content, some), new, jobs):
        for path, file_scan in portion:
            memory.put(path, public[path].digest, file_scan)
        done += len(portion)
        progress(done, len(new))
    return set(public)


def _pages(
    content: Path, prose: list[SourceFile], register: Register, memory: ScanCache
) -> tuple[set[str], set[str]]:
    """The pages there are, and the files that they offer."""
    offered: set[str] = set()
    for source in prose:
        try:
            data = (content / source.path).read_bytes()
        except OSError:  # told by whoever makes a page of it
            continue
        offered.update(mentioned_files(data.decode(errors="replace"), register.files))
        if memory.marks.get(source.path) != (mark := digest(data)):
            memory.put(source.path, mark, scan_page(source, data))
    return {source.path for source in prose}, offered


def _slots(content: Path, register: Register, memory: ScanCache) -> set[str]:
    """Header and footer of the host, where there are any."""
    host = register.site.host
    found: set[str] = set()
    for path in filter(None, (host.header, host.footer)):
        try:
            data = (content / path).read_bytes()
        except OSError:  # told by whoever puts it on the pages
            continue
        found.add(path)
        if memory.marks.get(path) != (mark := digest(data)):
            memory.put(path, mark, scan_slot(data))
    return found


def _files(
    content: Path, files: list[str], register: Register, taken: int, memory: ScanCache
) -> None:
    for path in files:
        stamp = register.files[path]
        if memory.stamps.get(path) == stamp:
            continue
        try:
            data = beginning(content / path)
        except OSError as error:
            memory.put(path, b"", unreadable(error))
            continue
        if memory.marks.get(path) != (mark := digest(data)):
            memory.put(path, mark, scan_file(path, data))
        if stamp.settled(taken):
            memory.trust(path, stamp)


def _told(
    root: str, scans: dict[str, FileScan], files: Container[str], attached: Attached
) -> Iterator[Problem]:
    """Every finding as a problem, but those that an allowance names; `files` have no lines."""
    allowed = {
        (one.file or path, one.value): (path, one)
        for path, file_scan in scans.items()
        for one in file_scan.allowed
    }
    used: dict[tuple[str, str], Finding] = {}
    for path, file_scan in scans.items():
        for found_here in file_scan.findings:
            key = (path, found_here.shown)
            if found_here.shown and key in allowed:
                used[key] = found_here
            elif found_here.code != UNREAD:
                yield _problem(f"{root}/{path}", found_here, path in files)
            elif told := weighed(found_here, path, attached):
                yield _problem(f"{root}/{path}", told, path in files)
    for key, (path, one) in allowed.items():
        where = f"（在 {one.file} 里）" if one.file else ""
        if key in used:
            message = f"经说明允许公开“{one.value}”{where}，理由：{one.reason}"
            yield _note(
                f"{root}/{path}", one.line, Level.NOTE, "privacy-allowed", message, one.value
            )
        else:
            message = f"privacy_allowed 里的“{one.value}”{where}没有对应的内容"
            yield _note(
                *(f"{root}/{path}", one.line, Level.WARNING, "privacy-allowance-unused", message),
                *(one.value, "请删去这一项，或照检查结果引号里的写法填写"),
            )


def _problem(file: str, one: Finding, lineless: bool) -> Problem:
    kind = FileProblem if lineless else Problem
    message = one.message
    if one.place:
        message = f"{one.place}{message}" if lineless else f"{one.place}里{message}"
    return kind(file, one.line, one.level, one.code, message, one.remedy, one.shown)


def _note(
    file: str, line: int, level: Level, code: str, message: str, value: str, remedy: str = ""
) -> Problem:
    return Problem(file, line, level, code, message, remedy, value)
