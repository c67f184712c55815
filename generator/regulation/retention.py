"""How long the details of persons who were not chosen stay on a round's lists.

They were published so that anyone could object before the commendation. Afterwards they stay for
the months that the site sets, and are then due to be taken out (个人信息保护法, article 47).
Decisions and holders stay.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.records import Row
from generator.records.notice import PERSONAL
from generator.register import Register
from generator.regulation.appearances import Appearance
from generator.regulation.working_days import months_after

PASSING = ("推荐公示", "受理名单", "拟奖公示")
"""The kinds of notice that name who may be chosen. What was decided stands in others."""
COMMENDATION = "表彰通报"


class Kept(NamedTuple):
    """One row with the details of a person who was not chosen, and the last day they stay.

    `until` is None where the round has no commendation: it is not known yet who was not chosen.
    """

    seen: Appearance
    row: Row
    until: dt.date | None


def kept(
    register: Register, appearances: Mapping[str, tuple[Appearance, ...]]
) -> Iterator[tuple[str, Kept]]:
    """Each row that still has such details, with its round. A holder's, of any round, is none."""
    for round_, appearing in appearances.items():
        until = _until(register, round_)
        chosen = {s.name for s in appearing if s.what == COMMENDATION and not s.holders}
        for seen in appearing:
            if seen.what in PASSING and not seen.holders and seen.name and seen.name not in chosen:
                _, lists, _, rows = seen.where
                list_ = register.notices[seen.at[1]].lists[int(lists)]
                row = list_.rows[int(rows)]
                if is_person(register, row.kind or list_.kind):
                    yield round_, Kept(seen, row, until)


def due(register: Register, of: Iterable[tuple[str, Kept]], today: dt.date) -> Iterator[Kept]:
    """Those whose time is over on `today`."""
    return (one for _, one in of if one.until and one.until < today)


def is_person(register: Register, kind: str | None) -> bool:
    """Whether holders of this kind are natural persons."""
    return bool(kind and register.holder_kinds[kind].person)


def commended_on(register: Register, round_: str) -> dt.date | None:
    """The day of a round's last commendation, from which the time runs; None where it has none."""
    days = [n.published.date() for n in register.of_round[round_] if n.kind == COMMENDATION]
    return max(days, default=None)


def details(rows: Iterable[Row]) -> str:
    """What rows tell of persons, in words: 姓名、工作单位."""
    rows = [*rows]
    told = [key for key in PERSONAL if any(getattr(row, key) for row in rows)]
    words = {key: field.title or "" for key, field in Row.model_fields.items()} | {"name": "姓名"}
    return "、".join(words[key] for key in told)


def _until(register: Register, round_: str) -> dt.date | None:
    day = commended_on(register, round_)
    return months_after(day, register.site.retention.months) if day else None
