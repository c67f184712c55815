"""``/calendar.ics``, read by icalendar: whole days, ids for good, no day of the build."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import icalendar

from tests.opendata.cities import DEMO, City, copied, edited

ONE_DAY = dt.timedelta(days=1)


def events(city: City) -> dict[str, icalendar.Event]:
    """The events by the part of their id that is their own."""
    calendar = icalendar.Calendar.from_ical(city.files["calendar.ics"])
    found = [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]
    by_id = {str(event["uid"]).partition("@")[0]: event for event in found}
    assert len(by_id) == len(found)
    return by_id


def days(event: icalendar.Event) -> tuple[dt.date, dt.date]:
    """The first and the last day."""
    return event["dtstart"].dt, event["dtend"].dt - ONE_DAY


def test_every_period_and_every_window(city: City) -> None:
    wanted = {
        f"publicity-{notice.id}": (notice.publicity.first, notice.publicity.last)
        for notice in city.register.notices.values()
        if notice.publicity
    }
    for round_ in city.register.rounds.values():
        for line in round_.lines:
            first = line.stages[0]
            if first.first and first.last:
                id_ = f"application-{round_.id}-{'-'.join(line.kinds)}"
                wanted[id_] = (first.first, first.last)
    found = events(city)
    assert {id_: days(e) for id_, e in found.items() if not id_.startswith("report")} == wanted
    assert all(type(event["dtstart"].dt) is dt.date for event in found.values())


def test_titles_links_and_stamps(small: City, demo: City) -> None:
    event = events(small)["publicity-2026-gs-01"]
    assert event["summary"] == "公示：2026年度示例市质量奖拟奖名单公示"
    assert event["url"] == "https://zl.example.gov.cn/zl/notices/2026-gs-01/"
    assert event["uid"] == "publicity-2026-gs-01@zl.example.gov.cn"
    assert event["dtstamp"].dt == dt.datetime(2026, 10, 9, 1, 0, tzinfo=dt.UTC)
    there = events(demo)["publicity-2026-gs-01"]
    assert "url" not in there
    assert str(there["description"]).endswith("/notices/2026-gs-01/")
    window = events(demo)["application-2026-organisation"]
    assert window["summary"] == "2026年度评定自愿申报（组织）"


def test_reports_are_due_every_year_from_the_first(small: City) -> None:
    due = {id_: days(e)[0] for id_, e in events(small).items() if id_.startswith("report")}
    assert due == {
        "report-2025": dt.date(2025, 6, 30),
        "report-2026": dt.date(2026, 6, 30),
        "report-2027": dt.date(2027, 6, 30),
    }
    assert str(events(small)["report-2025"]["url"]).endswith("/regulation/#art-33")


def test_no_report_is_due_once_nobody_is_left_to_owe_one(content: Path) -> None:
    gone = "former_name: 示例一号机械厂}\n  - {on: 2026-03-01, event: 注销}"
    edited(content, "awardees/yihao.yml", "former_name: 示例一号机械厂}", gone)
    assert [id_ for id_ in events(City(content)) if id_.startswith("report")] == ["report-2025"]


def test_no_report_is_due_where_the_regulation_asks_for_none(content: Path) -> None:
    edited(content, "regulation/2023.yml", "reports:\n  {", "certificates:\n  {article: 35}\n# {")
    assert not [id_ for id_ in events(City(content)) if id_.startswith("report")]


def test_an_empty_city_has_an_empty_calendar(empty: City) -> None:
    assert events(empty) == {}


def test_ids_stay_when_days_move(tmp_path: Path) -> None:
    content = copied(DEMO, tmp_path)
    before = events(City(content))
    file = content / "rounds/2026.yml"
    text = file.read_text(encoding="utf-8").replace("last: 2026-04-10", "last: 2026-04-13")
    file.write_text(text.replace("first: 2026-04-13", "first: 2026-04-14"), encoding="utf-8")
    after = events(City(content))
    assert before.keys() == after.keys()
    assert days(after["application-2026-organisation"])[1] == dt.date(2026, 4, 13)
