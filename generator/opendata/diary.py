"""``/calendar.ics`` (RFC 5545): days one may have to keep, for calendar programs.

Publicity periods, consultations, the windows for applications, and the last days for the yearly
reports (article 33). What is in it follows from the records, never from the day of the build: each
event has an id of its own for good, and is stamped with when its notice was published.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.source import CITY_TIME, INVENTED, Source, moment
from generator.records.regulation import ReportRule
from generator.regulation.force import called_on
from generator.regulation.reports import due_day, years_due

ONE_DAY = dt.timedelta(days=1)


class Event(NamedTuple):
    """Whole days from `first` to `last`, both included, and the page that tells more."""

    id: str
    title: str
    says: str
    first: dt.date
    last: dt.date
    path: str
    stamp: dt.datetime


def events(source: Source) -> Iterator[Event]:
    """Every event, by its kind and then in the order of the records."""
    yield from _publicity(source)
    yield from _applications(source)
    if rule := source.register.edition.reports:
        yield from _reports(source, rule)


def diary(source: Source) -> bytes:
    """The bytes of the calendar."""
    import icalendar  # 70 ms, and only needed where a day has changed

    site = source.register.site
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//award-site//zh-CN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", site.name)
    calendar.add("x-wr-caldesc", INVENTED if site.demo else site.description)
    for each in events(source):
        event = icalendar.Event()
        event.add("uid", f"{each.id}@{source.authority}")
        event.add("dtstamp", each.stamp.astimezone(dt.UTC))
        event.add("dtstart", each.first)
        event.add("dtend", each.last + ONE_DAY)
        event.add("summary", each.title)
        event.add("description", f"{each.says}\n{source.at(each.path)}")
        if site.url:
            event.add("url", source.at(each.path))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _publicity(source: Source) -> Iterator[Event]:
    for notice in source.register.notices.values():
        held, words = source.period(notice), notice.period_words
        if held and held.first <= held.last:
            yield Event(
                f"publicity-{notice.id}",
                f"{words.short}：{notice.title}",
                f"{notice.kind}，{words.time} {held.first} 至 {held.last}，两端都计入，"
                f"共 {held.length}。",
                held.first,
                held.last,
                f"notices/{notice.id}/",
                moment(notice),
            )


def _applications(source: Source) -> Iterator[Event]:
    """The first stage of each line of a round, 自愿申报, where its days are known."""
    register = source.register
    for round_ in register.rounds.values():
        for line in round_.lines:
            stage = line.stages[0] if line.stages else None
            if stage and stage.first and stage.last and stage.first <= stage.last:
                kinds = "、".join(register.holder_kinds[kind].name for kind in line.kinds)
                yield Event(
                    f"application-{round_.id}-{'-'.join(line.kinds)}",
                    f"{round_.title}{stage.name}（{kinds}）",
                    f"{round_.title}的{stage.name}从 {stage.first} 到 {stage.last}。",
                    stage.first,
                    stage.last,
                    f"rounds/{round_.id}/",
                    _midnight(called_on(register, round_) or stage.first),
                )


def _reports(source: Source, rule: ReportRule) -> Iterator[Event]:
    """The last day of each year in which anyone owes a report, to the year after the last round."""
    register = source.register
    last = max((round_.year for round_ in register.rounds.values()), default=0) + 1
    holders = register.awardees.values()
    years = {year for holder in holders for year in years_due(register, holder, last)}
    if not years:
        return
    first_given = min(
        register.notices[honour.notice].published
        for holder in holders
        if holder.kind in rule.kinds
        for honour in holder.honours
        if honour.notice and honour.tier in rule.tiers
    )
    for year in sorted(years):
        on = due_day(rule, year)
        yield Event(
            f"report-{year}",
            f"{year}年《自评报告》报送截止",
            f"获奖组织对照{rule.standard}自评，在这一天以前（含当日）报送。",
            on,
            on,
            f"regulation/#art-{rule.article}" if rule.article else "regulation/",
            _midnight(first_given.date()),
        )


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), CITY_TIME)
