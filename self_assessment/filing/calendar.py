"""Days, moments and years of a filing: there are such days, and they follow one another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from self_assessment.filing.filing import Filing
from self_assessment.filing.finding import Finding, error, warning

AGAIN = "请在表单中改正后重新导出"


def calendar_faults(filing: Filing, now: dt.datetime) -> Iterator[Finding]:
    """Every day that never was, and every order that time does not allow.

    `now` is this moment by the clock of this machine.
    """
    for where, day in _days(filing):
        if day and not _is_day(day):
            yield error("day-unreal", where, f"没有“{day}”这一天", "请核对年月日", day)
    moments = [*_moments(filing)]
    for where, moment in moments:
        if moment and _moment(moment) is None:
            yield error("moment-unreal", where, f"没有“{moment}”这个时刻", AGAIN, moment)
    created, changed = _moment(filing.created), _moment(filing.changed)
    if created and changed and changed < created:
        yield warning(
            "moment-order",
            "最后修改时间",
            f"“{filing.changed}”早于建立时间“{filing.created}”",
            "请检查电脑的时钟",
            filing.changed,
        )
    yield from _ahead(filing, now)
    if filing.last_year and filing.last_year.year >= filing.year:
        yield error(
            "last-year-order",
            "上年 › 年度",
            f"“{filing.last_year.year}”不早于本报告的年度 {filing.year}",
            AGAIN,
            str(filing.last_year.year),
        )
    yield from _table_years(filing)


def _ahead(filing: Filing, now: dt.datetime) -> Iterator[Finding]:
    """What was written later than now: a clock was wrong, and is told of once."""
    latest = now.astimezone() + dt.timedelta(days=1)  # clocks and zones differ by less
    for where, text in (("导出时间", filing.exported or ""), ("最后修改时间", filing.changed)):
        moment = _moment(text)
        if moment and moment > latest:
            yield warning(
                "moment-future",
                where,
                f"“{text}”晚于现在（{now:%Y-%m-%d}）",
                "请检查写报告那台电脑的时钟，改正后重新导出",
                text,
            )
            return


def _table_years(filing: Filing) -> Iterator[Finding]:
    for item, answer in filing.items.items():
        for table in answer.tables:
            if table.years != sorted(set(table.years)):
                years = "、".join(map(str, table.years))
                yield error(
                    "years-order",
                    f"各条款 › {item} › 结果表 › {table.title or table.id} › 年份",
                    f"“{years}”没有由早到晚，或有重复",
                    AGAIN,
                    years,
                )


def _days(filing: Filing) -> Iterator[tuple[str, str]]:
    yield "承诺 › 承诺日期", filing.commitment.on
    for place, step in enumerate(filing.plan, 1):
        yield f"改进计划 › 第 {place} 项 › 完成日期", step.due
    for place, act in enumerate(filing.promotion, 1):
        yield f"推广情况 › 第 {place} 项 › 日期", act.on
    for place, incident in enumerate(filing.incidents.entries, 1):
        yield f"事故情况 › 第 {place} 项 › 日期", incident.on


def _moments(filing: Filing) -> Iterator[tuple[str, str]]:
    yield "建立时间", filing.created
    yield "最后修改时间", filing.changed
    yield "导出时间", filing.exported or ""
    for assessment in filing.assessments:
        yield f"评分人意见 › {assessment.assessor} › 时间", assessment.at
    for id_, agreed in filing.consensus.items():
        yield f"合议 › {id_} › 时间", agreed.at
    if filing.assignment:
        yield "分工 › 导出时间", filing.assignment.taken_at
    for place, change in enumerate(filing.history, 1):
        yield f"修改记录 › 第 {place} 项 › 时间", change.at


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None
