"""``award-site check``: the records held against the regulation."""

from __future__ import annotations

from generator.cli.progress import ProgressBars
from generator.terminal.options import (
    CACHE,
    CONTENT,
    Cache,
    Content,
    Format,
    Jobs,
    Shown,
    Strict,
    Today,
)
from generator.terminal.outcome import show


def check(
    content: Content = CONTENT,
    today: Today = None,
    strict: Strict = False,
    shown: Shown = Format.TEXT,
    jobs: Jobs = None,
    cache: Cache = CACHE,
) -> None:
    """逐条对照办法检查全部记录，列出所有问题，不生成网站。"""
    from generator.privacy import examine_and_scan
    from generator.reading import worker_count
    from generator.register import RecordCache

    with RecordCache(cache, content) as record_cache, ProgressBars() as bars:
        reading, scanning = bars.of("读取记录"), bars.of("检查个人信息")
        found = examine_and_scan(
            content, record_cache, today, worker_count(jobs), reading, scanning
        )
    register = found.register
    show(
        found.problems,
        shown,
        strict=strict,
        done=f"检查通过：{len(register.awardees)} 个获奖者、{len(register.notices)} 份公告、"
        f"{len(register.rounds)} 次评定。",
    )
