"""All checks together stay fast at ten thousand holders, and their time grows with the number."""

from __future__ import annotations

import dataclasses
import datetime as dt
import time
from pathlib import Path

from generator.reading import Lines
from generator.records import Awardee, Internal, Notice, Round
from generator.records.awardee import AwardeeConfidential
from generator.register import Place, Register, Withheld
from generator.regulation import Calendar, Case, examine, hear
from tests.regulation.overlay import BASE

HOLDERS = 10_000
YEARS = range(2019, 2029)
KINDS = ("推荐公示", "受理名单", "拟奖公示", "表彰通报")


def _notices(year: int, holders: list[str]) -> list[Notice]:
    """A call and the four lists of one round, each naming every holder of it."""
    call = {"id": f"call-{year}", "kind": "申报通知", "published": f"{year}-02-20 09:00"}
    call |= {"body": "不收费"}
    lists = [{"tier": "award", "kind": "organisation", "rows": [{"awardee": h} for h in holders]}]
    period = {"first": f"{year}-05-01", "last": f"{year}-06-15", "contact": {}}
    trees = [call] + [
        {
            "id": f"{n}-{year}",
            "kind": kind,
            "published": f"{year}-0{n + 3}-28 09:00",
            "lists": lists,
            "publicity": period,
        }
        for n, kind in enumerate(KINDS)
    ]
    more = {"title": "公告", "round": str(year), "issuer": "office", "media": [{"name": "日报"}]}
    return [Notice.model_validate(more | tree) for tree in trees]


def _holder(number: int) -> Awardee:
    """A holder of one honour, every other one of a second, re-certified one two years later."""
    year = YEARS[number % (len(YEARS) - 2)]
    honours = [{"round": str(y), "tier": "award", "notice": f"3-{y}"} for y in (year, year + 2)]
    honours[1]["recertified"] = "是"
    return Awardee.model_validate(
        {
            "id": f"h{number:05}",
            "kind": "organisation",
            "name": f"示例{number}公司",
            "registered": "2001-01-01",
            "honours": honours[: 1 + number % 2],
        }
    )


def large(holders: int) -> Case:
    """The base content's edition over a register of that many holders in ten rounds."""
    found = examine(BASE)
    awardees = {a.id: a for a in map(_holder, range(holders))}
    of_year: dict[int, list[str]] = {year: [] for year in YEARS}
    for awardee in awardees.values():
        for honour in awardee.honours:
            of_year[int(honour.round)].append(awardee.id)
    notices = [n for year, those in of_year.items() for n in _notices(year, those)]
    rounds = [Round.model_validate({"id": str(y), "title": str(y), "term": "1"}) for y in YEARS]
    edition = found.register.edition.model_copy(update={"quotas": (), "publicity": ()})
    places = dict(found.register.places)
    places |= {("awardee", id_): Place(f"awardees/{id_}.yml") for id_ in awardees}
    places |= {("notice", n.id): Place(f"notices/{n.id}.yml") for n in notices}
    places |= {("round", r.id): Place(f"rounds/{r.id}.yml") for r in rounds}
    register: Register = dataclasses.replace(
        found.register,
        editions={"base": edition},
        awardees=awardees,
        notices={n.id: n for n in sorted(notices, key=lambda n: n.published)},
        rounds={r.id: r for r in rounds},
        places=places,
    )
    reports = AwardeeConfidential.model_validate(
        {"reports": [{"year": str(y), "received": f"{y}-06-01"} for y in (2024, 2025)]}
    )
    scores = [
        {"awardee": id_, "kind": "organisation", "score": "640"} for id_ in of_year[YEARS[0]]
    ]
    bars = [{"name": f"旁人{n}", "decided": "2020-01-01"} for n in range(100)]
    internal = Internal.model_validate(
        {"round": str(YEARS[0]), "scores": scores, "bars": bars}
    )
    withheld = Withheld(
        internal=(("confidential/a.yml", internal),),
        awardees={id_: reports for id_ in list(awardees)[::2]},
        notices={},
    )
    return Case(register, withheld, Calendar({}), dt.date(2028, 12, 31), Lines(Path("x")), "x")


def _seconds(holders: int) -> tuple[float, int]:
    times = []
    for _ in range(3):
        case = large(holders)
        start = time.perf_counter()
        found = len(list(hear(case)))
        times.append(time.perf_counter() - start)
    return min(times), found


def test_ten_thousand_holders_are_heard_in_under_a_second() -> None:
    """Measured: see docs/adr/004. The limit leaves room for a busy machine."""
    seconds, found = _seconds(HOLDERS)
    assert found > 0
    assert seconds < 1.0
