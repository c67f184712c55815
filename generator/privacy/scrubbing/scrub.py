"""A cleaned copy of an attachment: whole, looked through, and never written over a file."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import NamedTuple, NoReturn

from generator.privacy.attachments import LARGEST, findings_in
from generator.privacy.attachments.kinds import INSTEAD, KINDS, PICTURES
from generator.privacy.attachments.limits import DEEPEST, Unscannable
from generator.privacy.finding import UNREAD, Finding
from generator.privacy.scrubbing import flat
from generator.privacy.scrubbing.docx import docx
from generator.privacy.scrubbing.inner import Taken
from generator.privacy.scrubbing.xlsx import xlsx
from generator.problems import FileProblem, Level, Problem, Stop, refusal

ENDING = "-清理后"


class Scrubbed(NamedTuple):
    """A copy that was written: where, and what it does not hold any more, in words."""

    file: Path
    taken: tuple[str, ...]


def scrub(file: Path, out: Path | None = None) -> Scrubbed:
    """Writes a cleaned copy of `file` to `out`, or beside it.

    Raises Stop with what stands against it: a file that cannot be cleaned or read, one that is
    already there, or something left in the copy. Nothing is written then. Raises OSError where
    the copy cannot be written.
    """
    target = out or file.with_name(f"{file.stem}{ENDING}{file.suffix}")
    if target.suffix.lower() != file.suffix.lower():
        _refuse(target, "scrub-kind", "扩展名和原来的不一样", f"请以 {file.suffix} 结尾")
    if target.exists():
        _refuse(target, "scrub-exists", "文件已经存在", "不会覆盖；请删去它，或用 --out 另取名")
    try:
        if file.stat().st_size > LARGEST:
            _refuse(file, "attachment-large", f"文件超过 {LARGEST // 1048576} MB", "请先拆小")
        data = file.read_bytes()
    except OSError as error:
        _refuse(file, "file-unreadable", f"打不开（{refusal(error)}）", "请检查位置和权限")
    try:
        clean, taken = _cleaned(file.name, data)
    except Unscannable as reason:
        _refuse(file, reason.code, reason.message, reason.remedy)
    found = findings_in(target.name, clean)
    left = [one for one in found if one.level is not Level.NOTE and one.code != UNREAD]
    if left:
        raise Stop([_left(file, one) for one in left])
    _write(target, clean)
    told = [f"{count} {what}" for what, count in taken.items() if count]
    return Scrubbed(target, tuple(told))


def _cleaned(name: str, data: bytes, depth: int = 0) -> tuple[bytes, Taken]:
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""

    def inside(inner: str, packed: bytes) -> tuple[bytes, Taken]:
        if depth >= DEEPEST:
            raise Unscannable("attachment-nested", "文件里嵌套了太多层文件", "请把它们拿出来")
        return _cleaned(inner, packed, depth + 1)

    match ending:
        case "docx":
            return docx(data, inside)
        case "xlsx":
            return xlsx(data, inside)
        case "pdf":
            # Only here: what it stands on takes 0.2 s to load.
            from generator.privacy.scrubbing.pdf import pdf

            return pdf(data)
        case "csv":
            return flat.table(data)
        case "txt":
            return flat.text(data)
        case "svg":
            return flat.svg(data)
        case _ if ending in PICTURES:
            return flat.picture(data, ending)
    remedy = INSTEAD.get(ending, f"可以清理的有 {KINDS}")
    raise Unscannable("attachment-kind", f"“.{ending}”文件无法清理", remedy)


def _refuse(file: Path, code: str, message: str, remedy: str) -> NoReturn:
    raise Stop([FileProblem(file.as_posix(), 1, Level.ERROR, code, message, remedy)])


def _left(file: Path, one: Finding) -> Problem:
    message = f"清理之后仍然不能公开：{one.place}{one.message}"
    remedy = "请在原来的软件里改好，再清理一次"
    return FileProblem(file.as_posix(), 1, Level.ERROR, one.code, message, remedy, one.shown)


def _write(target: Path, data: bytes) -> None:
    """The whole file or none, and never over one that has come there meanwhile."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".scrub-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(name, 0o644)
        try:
            os.link(name, target)
        except FileExistsError:
            _refuse(target, "scrub-exists", "文件已经存在", "不会覆盖；请用 --out 另取名")
        except OSError:  # a disk without links, a memory stick
            os.replace(name, target)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)
