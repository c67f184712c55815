"""What open data is made from: the public register and the working days, and what both call."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.records import Notice
from generator.register import Register
from generator.regulation import Calendar, Period, period_of

CITY_TIME = dt.timezone(dt.timedelta(hours=8))
"""The offset of every moment in the records: the mainland has one time and no summer time."""

INVENTED = "演示数据：组织、个人、名单和数字都是虚构的，不代表任何真实的评定结果。"
"""What the data of a demonstration say about themselves."""

_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


@dataclass(frozen=True)
class Source:
    """The register and the calendar of working days, with names and addresses looked up."""

    register: Register
    calendar: Calendar

    def body_name(self, id_: str | None) -> str | None:
        """The full name of a body."""
        return self.register.bodies[id_].name if id_ else None

    def district_name(self, id_: str | None) -> str | None:
        """The short name of a district."""
        return self.register.bodies[id_].short if id_ else None

    def sector_name(self, id_: str | None) -> str | None:
        """The name of a trade."""
        return self.register.sectors[id_].name if id_ else None

    def tier_name(self, id_: str | None) -> str | None:
        """The name of a tier."""
        return self.register.tiers[id_].name if id_ else None

    def kind_name(self, id_: str | None) -> str | None:
        """The name of a kind of holder."""
        return self.register.holder_kinds[id_].name if id_ else None

    def is_person(self, kind: str | None) -> bool:
        """Whether holders of this kind are natural persons, of whom only little is published."""
        return bool(kind and self.register.holder_kinds[kind].person)

    def at(self, path: str) -> str:
        """The address of ``/notices/<id>/`` and its like: in full where the host is configured."""
        site = self.register.site
        return (site.url or "").rstrip("/") + site.mount + path.lstrip("/")

    @property
    def authority(self) -> str:
        """The domain in whose name ids are given; one that cannot exist where none is known."""
        site = self.register.site
        for known in (urlsplit(site.url or "").hostname, site.host.domain):
            if known and _DOMAIN.fullmatch(known.lower()):
                return known.lower()
        return "award-site.invalid"

    def lasting(self, path: str) -> str:
        """An id for what stands at `path`: its full address, else a ``tag:`` URI (RFC 4151)."""
        if self.register.site.url:
            return self.at(path)
        return f"tag:{self.authority},2026:{self.at(path)}"

    def period(self, notice: Notice) -> Period | None:
        """The period of a notice, counted as the check counts it."""
        return period_of(self.register, self.calendar, notice)


def moment(notice: Notice) -> dt.datetime:
    """When a notice was published, with the city's offset; 00:00 where only the day is known."""
    there = notice.published
    return dt.datetime(
        there.year, there.month, there.day, there.hour, there.minute, 0, 0, CITY_TIME
    )
