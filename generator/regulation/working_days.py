"""Days, months and years counted: working days go by the State Council's calendar.

Only its yearly notice knows 调休: weekends that are worked, weekdays that are off. The package
``chinesecalendar`` carries those notices and raises for other years; such years come from
``content/holidays/<year>.yml``. A year in neither is never guessed.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.records import Holidays

ONE_DAY = dt.timedelta(days=1)


class UnknownYear(Exception):
    """The calendar of a year is neither in the package nor among the records."""

    def __init__(self, year: int) -> None:
        super().__init__(str(year))
        self.year = year

    @property
    def told(self) -> tuple[str, str]:
        """What is wrong with a period in that year, and the remedy."""
        return (
            f"公示期涉及 {self.year} 年，没有这一年的放假安排，算不出工作日",
            f"请按国务院办公厅通知新建 holidays/{self.year}.yml，写放假日和调休上班日",
        )


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked, by records of holidays where the package has none."""

    holidays: Mapping[int, Holidays]

    def is_working_day(self, day: dt.date) -> bool:
        """Whether `day` is worked. Raises UnknownYear."""
        if known := self.holidays.get(day.year):
            return day in known.workdays or (day.weekday() < 5 and day not in known.days_off)
        import chinese_calendar  # 20 ms, and only needed where a period is counted

        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError:
            raise UnknownYear(day.year) from None

    def working_days(self, first: dt.date, last: dt.date) -> list[dt.date]:
        """The working days from `first` to `last`, both included. Raises UnknownYear."""
        return [day for day in days(first, last) if self.is_working_day(day)]

    def worked_weekends(self, first: dt.date, last: dt.date) -> list[dt.date]:
        """The weekend days of a period that are worked (调休). Raises UnknownYear."""
        return [day for day in self.working_days(first, last) if day.weekday() >= 5]

    def last_of(self, first: dt.date, count: int, *, working: bool) -> dt.date:
        """The day on which `count` days are full, counted from `first`. Raises UnknownYear."""
        if not working:
            return first + (count - 1) * ONE_DAY
        day = first
        while True:
            count -= self.is_working_day(day)
            if count <= 0:
                return day
            day += ONE_DAY


def days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every day from `first` to `last`, both included; none where `last` comes earlier."""
    while first <= last:
        yield first
        first += ONE_DAY


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day `months` later; the last day of a month without one (民法典, article 202)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, dt.MAXYEAR)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def anniversary(day: dt.date, years: int) -> dt.date:
    """The same day `years` later; 1 March for 29 February in a year without one."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)
