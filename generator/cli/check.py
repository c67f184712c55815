"""``award-site check``: the records held against the regulation, and whether a site can be made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from generator.cli.progress import ProgressBars
from generator.terminal import clock
from generator.terminal.options import (
    CACHE,
    CONTENT,
    SITE,
    Cache,
    Content,
    Form,
    Format,
    Jobs,
    Published,
    Shown,
    Strict,
    Today,
)
from generator.terminal.outcome import show

if TYPE_CHECKING:
    import datetime as dt

    from generator.problems import Problem


class _Told(NamedTuple):
    """What a check came to: every problem, and how much was checked."""

    problems: tuple[Problem, ...]
    done: str


def check(
    content: Content = CONTENT,
    out: Published = None,
    today: Today = None,
    strict: Strict = False,
    shown: Shown = Format.TEXT,
    jobs: Jobs = None,
    cache: Cache = CACHE,
    form: Form = None,
) -> None:
    """逐条对照办法检查全部记录，列出生成网站时会遇到的所有问题，不生成网站。"""
    from generator.incremental import Store

    if out is None and content == CONTENT:  # the site of another folder is elsewhere, if anywhere
        out = SITE

    # What was checked and is as it was is told again, before anything that checks is even loaded.
    key = _asked(content, out, form, today)
    with Store(cache, "checked") as store:
        told = cast("_Told | None", store.get(f"{content.resolve()}", key)) if key else None
        if told is None:
            told = _checked(content, out, form, today, jobs, cache)
            if key:
                store.keep(f"{content.resolve()}", key, told)
    show(told.problems, shown, strict=strict, done=told.done)


def _asked(content: Path, out: Path | None, form: Path | None, today: dt.date | None) -> bytes:
    """A digest of all that is checked: every file by its stamp, the day, what was published.

    Empty where a file was changed just now, or one cannot be taken: then nothing is kept.
    """
    from generator.incremental import digest_of
    from generator.reading.folder import Folder
    from generator.reading.text import Unreadable

    try:
        folder = Folder.scan(content)
    except Unreadable:
        return b""
    sources = [*folder.yaml, *folder.prose, *folder.files, *folder.withheld]
    if folder.refused or not all(source.stamp.settled(folder.taken) for source in sources):
        return b""
    beside = [_stamps(place) for place in (out and out / "data", form) if place]
    stamps = [(source.path, source.stamp) for source in sources]
    return digest_of(repr((content, out, form, today or clock.today(), stamps, beside)))


def _stamps(folder: Path) -> list[tuple[str, int, int]]:
    """By which the files of a folder are known to be unchanged; none where there is no folder."""
    if not folder.is_dir():
        return []
    files = ((file.name, file.stat()) for file in sorted(folder.iterdir()))
    return [(name, stat.st_size, stat.st_mtime_ns) for name, stat in files]


def _checked(
    content: Path,
    out: Path | None,
    form: Path | None,
    today: dt.date | None,
    jobs: int | None,
    cache: Path,
) -> _Told:
    from generator.privacy import examine_and_scan
    from generator.problems import ordered
    from generator.publishing.preparation import unpublishable
    from generator.reading import worker_count
    from generator.register import RecordCache

    with RecordCache(cache, content) as record_cache, ProgressBars() as bars:
        reading, scanning = bars.of("读取记录"), bars.of("检查个人信息")
        found = examine_and_scan(
            content, record_cache, today, worker_count(jobs), reading, scanning
        )
        more = unpublishable(content, out, cache, found, record_cache, form)
    register = found.register
    return _Told(
        tuple(ordered([*found.problems, *more])),
        f"检查通过：{len(register.awardees)} 个获奖者、{len(register.notices)} 份公告、"
        f"{len(register.rounds)} 次评定。",
    )
