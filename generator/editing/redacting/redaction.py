"""A redaction: who is meant, what is to be written, what is to be known first, the writing."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.editing.redacting.mentions import Sought, mentions
from generator.editing.redacting.rows import Unwritable, redacted
from generator.editing.writing import no_worse, replaced
from generator.problems import FileProblem, Level, Problem, Stop, failing, ordered
from generator.reading import KeyPath, Lines
from generator.records import Redacted
from generator.register import RecordCache, Register
from generator.regulation import examine
from generator.regulation.appearances import Appearance, appearances
from generator.regulation.retention import PASSING, Kept, due, kept

BASIS = "《中华人民共和国个人信息保护法》第四十七条（处理目的已实现，保存期限已届满）"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user wants taken out: of which notices (all, where none is named), of whom.

    Without `candidates` it is whoever is due. `basis` is needed for one who is not due yet.
    """

    notices: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    basis: str | None = None
    other_people: bool = False


class Change(NamedTuple):
    """One record: its file, the rows that are meant, its text as it was read, as it is to be."""

    file: Path
    rows: frozenset[KeyPath]
    before: str
    after: str

    @property
    def shown(self) -> str:
        """The lines that go and come."""
        lines = difflib.unified_diff(self.before.splitlines(), self.after.splitlines(), n=0)
        told = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
        return "\n".join([self.file.as_posix(), *told]) + "\n"


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is to be written, where nothing stands against it; warnings; and how much it is."""

    changes: tuple[Change, ...]
    rows: int
    persons: int
    problems: tuple[Problem, ...]
    known: tuple[Problem, ...] = ()

    def write(self, content: Path, cache: Path, today: dt.date | None) -> None:
        """Writes all of it, or nothing.

        Raises Stop where a record has changed since, or would break the regulation.
        """
        with ExitStack() as stack:
            for change in self.changes:
                if change.file.read_bytes().decode() != change.before:
                    message = "文件在这期间改动了"
                    raise Stop([_problem(change.file, "file-moved", message, "请再运行一次")])
                stack.enter_context(replaced(change.file, change.after))
            no_worse(content, cache, today, self.known)


def begin_redaction(
    wanted: Wanted, content: Path, cache: Path, today: dt.date | None = None
) -> Redaction:
    """What it would be. Raises Stop with every reason against it; nothing is written."""
    with RecordCache(cache, content) as record_cache:
        examined = examine(content, record_cache, today)
    register = examined.register
    meant, absent = _meant(wanted, register, content, examined.today)
    told = {"on": examined.today.isoformat(), "basis": (wanted.basis or BASIS).rstrip("。")}
    changes = [*_changes(meant, register, content, Redacted.model_validate(told))]
    names = tuple(dict.fromkeys(one.seen.name for one in meant))
    own = {
        change.file.relative_to(content).as_posix(): (change.rows, {*change.after.splitlines()})
        for change in changes
    }
    sought = Sought(names, own, wanted.other_people)
    found = mentions(content, examined.gathered, register, sought) if names else ()
    problems = tuple(ordered([*absent, *found]))
    if failing(problems, strict=False):
        raise Stop(problems)
    return Redaction(tuple(changes), len(meant), len(names), problems, examined.problems)


def _meant(
    wanted: Wanted, register: Register, content: Path, today: dt.date
) -> tuple[list[Kept], list[Problem]]:
    """The rows that are meant, and who was not found. Raises Stop where some must stay."""
    if unfit := [*_unfit(wanted.notices, register)]:
        raise Stop(unfit)
    seen = appearances(register)
    there = [(r, one) for r, one in kept(register, seen) if _among(wanted.notices, one.seen)]
    if not wanted.candidates:
        return [*due(register, there, today)], []
    meant = [one for _, one in there if one.seen.name in wanted.candidates]
    rows = [one for appearing in seen.values() for one in appearing if _among(wanted.notices, one)]
    named = {one.seen.name for one in meant}
    absent = [_absent(name, rows, register) for name in wanted.candidates if name not in named]
    early = [_too_early(one, register, content, today, wanted) for one in meant]
    against = [*absent, *filter(None, early)]
    if failing(against, strict=False):
        raise Stop(against)
    return meant, absent


def _among(notices: tuple[str, ...], seen: Appearance) -> bool:
    return seen.what in PASSING and (not notices or seen.at[1] in notices)


def _unfit(notices: tuple[str, ...], register: Register) -> Iterator[Problem]:
    for id_ in notices:
        notice = register.notices.get(id_)
        if notice is None:
            near = difflib.get_close_matches(id_, register.notices, n=1)
            remedy = f"是不是 {near[0]}" if near else "编号就是公告的文件名"
            yield _of_command("redact-notice", f"公告“{id_}”不存在", remedy)
            continue
        listing = register.notices[notice.corrects] if notice.corrects else notice
        if listing.kind not in PASSING:
            yield _of_command(
                "redact-kind",
                f"“{id_}”是{notice.kind}，不从里面删除个人信息",
                f"只有{'、'.join(PASSING)}可以删除；决定和获奖者保留",
            )


def _absent(name: str, rows: list[Appearance], register: Register) -> Problem:
    """Why nothing is taken out about `name`: only a warning where it may have been before."""
    for seen in rows:
        if seen.name == name and seen.holders:
            holder = seen.holders[0].id
            who = f"是获奖者“{holder}”" if seen.by_id else f"与获奖者“{holder}”同名"
            remedy = "" if seen.by_id else "不是同一人的，请先在这一行写明工作单位（employer）"
            return _of_command("redact-holder", f"“{name}”{who}，获奖者保留，不删除", remedy)
    if any(seen.name == name for seen in rows):
        message = f"“{name}”不是未获奖的个人，不删除"
        return _of_command("redact-not-meant", message, "组织的信息和决定保留")
    names = [seen.name for seen in rows if seen.name]
    near = difflib.get_close_matches(name, names, n=1)
    remedy = f"是不是“{near[0]}”" if near else "请照名单里的写法写"
    if before := sum(not seen.name for seen in rows):
        message = f"名单里没有“{name}”，可能已经删除（有 {before} 行删除过）"
        return _of_command("redact-missing", message, remedy, Level.WARNING)
    return _of_command("redact-missing", f"名单里没有“{name}”", remedy)


def _too_early(
    one: Kept, register: Register, content: Path, today: dt.date, wanted: Wanted
) -> Problem | None:
    path = register.places[one.seen.at].path
    file, line = content / path, Lines(content).of(path, one.seen.where)
    if one.until is None:
        message = f"这次评定还没有表彰通报，“{one.seen.name}”是否获奖还不知道"
        return _problem(file, "redact-undecided", message, "表彰之前名单须保持完整", line)
    if one.until >= today and not wanted.basis:
        message = f"“{one.seen.name}”的信息保存到“{one.until}”，还没有到期"
        remedy = "确需提前删除的，用 --basis 写明依据，如 --basis 本人申请"
        return _problem(file, "redact-early", message, remedy, line)
    return None


def _changes(
    meant: list[Kept], register: Register, content: Path, how: Redacted
) -> Iterator[Change]:
    for key in dict.fromkeys(one.seen.at for one in meant):
        file = content / register.places[key].path
        before = file.read_bytes().decode()
        rows = frozenset(one.seen.where for one in meant if one.seen.at == key)
        try:
            yield Change(file, rows, before, redacted(before, rows, how))
        except Unwritable:
            message = "这份记录的写法特别，程序不敢改"
            remedy = "请把名单改成每项一行的写法后再运行"
            raise Stop([_problem(file, "redact-unwritable", message, remedy)]) from None


def _of_command(code: str, message: str, remedy: str, level: Level = Level.ERROR) -> Problem:
    return FileProblem("award-site redact", 1, level, code, message, remedy)


def _problem(file: Path, code: str, message: str, remedy: str, line: int = 1) -> Problem:
    return Problem(file.as_posix(), line, Level.ERROR, code, message, remedy)
