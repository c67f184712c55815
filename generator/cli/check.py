"""``award-site check``: the records held against the regulation, and whether a site can be made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from generator.cli.progress import ProgressBars
from generator.terminal.options import (
    CACHE,
    CONTENT,
    SITE,
    Cache,
    Content,
    Form,
    Format,
    Jobs,
    Out,
    Shown,
    Strict,
    Today,
)
from generator.terminal.outcome import show

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.register import RecordCache
    from generator.regulation import Examination


def check(
    content: Content = CONTENT,
    out: Out = SITE,
    today: Today = None,
    strict: Strict = False,
    shown: Shown = Format.TEXT,
    jobs: Jobs = None,
    cache: Cache = CACHE,
    form: Form = None,
) -> None:
    """逐条对照办法检查全部记录，列出生成网站时会遇到的所有问题，不生成网站。"""
    from generator.privacy import examine_and_scan
    from generator.problems import ordered
    from generator.reading import worker_count
    from generator.register import RecordCache

    with RecordCache(cache, content) as record_cache, ProgressBars() as bars:
        reading, scanning = bars.of("读取记录"), bars.of("检查个人信息")
        found = examine_and_scan(
            content, record_cache, today, worker_count(jobs), reading, scanning
        )
        more = _unpublishable(content, out, cache, found, record_cache, form)
    register = found.register
    show(
        ordered([*found.problems, *more]),
        shown,
        strict=strict,
        done=f"检查通过：{len(register.awardees)} 个获奖者、{len(register.notices)} 份公告、"
        f"{len(register.rounds)} 次评定。",
    )


def _unpublishable(
    content: Path,
    out: Path,
    cache: Path,
    found: Examination,
    record_cache: RecordCache,
    form: Path | None,
) -> tuple[Problem, ...]:
    """What a build would tell beside what was found; kept, since an unchanged site tells the same.

    Then nothing that makes pages is even loaded.
    """
    from generator.incremental import digest_of

    beside = [_stamps(folder) for folder in (out / "data", form) if folder]
    key = digest_of(found.gathered.digest, repr((content, found.today, form, beside)))
    kept = cast("tuple[Problem, ...] | None", record_cache.get("unpublishable", key))
    if kept is None:
        from generator.publishing.preparation import unpublishable

        kept = unpublishable(content, out, cache, found, record_cache, form)
        record_cache.keep("unpublishable", key, kept)
    return kept


def _stamps(folder: Path) -> list[tuple[str, int, int]]:
    """By which the files of a folder are known to be unchanged; none where there is no folder."""
    if not folder.is_dir():
        return []
    files = ((file.name, file.stat()) for file in sorted(folder.iterdir()))
    return [(name, stat.st_size, stat.st_mtime_ns) for name, stat in files]
