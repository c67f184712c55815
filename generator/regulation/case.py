"""What a check is given: the register, what is withheld, the calendar, the day, and its voice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from generator.problems import Level, Problem
from generator.reading import Lines
from generator.records import Awardee, Edition, Notice, Round, Ruled, is_confidential, masked
from generator.records.regulation import cited
from generator.register import Key, Place, Register, Withheld
from generator.regulation.appearances import Appearance, appearances, holders_in
from generator.regulation.force import Judged, called_on, edition_on, judged_by
from generator.regulation.titles import Revocation, revocations
from generator.regulation.working_days import Calendar

Subject = Awardee | Edition | Notice | Round | Appearance | Key | Place
"""What a finding is about: a record, or its key; a row or honour; a place in a file."""

FEW = 3
"""Names that a sentence about many shows."""


@dataclass(frozen=True)
class Case:
    """A register laid before the checks on one day.

    `root` is the content folder as the user calls it. A check reads, and says what it found:
    ``case.about(notice, "publicity", "last", rule=rule).error(code, message, remedy)``.
    """

    register: Register
    withheld: Withheld
    calendar: Calendar
    today: dt.date
    lines: Lines
    root: str

    @cached_property
    def judged(self) -> dict[str, Judged]:
        """For each round, the edition it is judged by."""
        return {id_: judged_by(self.register, r) for id_, r in self.register.rounds.items()}

    def rounds(self) -> Iterator[tuple[Round, Edition]]:
        """Every round that some edition can be told for, with that edition."""
        for id_, round_ in self.register.rounds.items():
            if edition := self.judged[id_].edition:
                yield round_, edition

    def notices(self, *kinds: str) -> Iterator[tuple[Notice, Edition]]:
        """Every notice of these kinds that belongs to a round, with the edition it is held to."""
        for round_, edition in self.rounds():
            for notice in self.register.of_round[round_.id]:
                if notice.kind in kinds:
                    yield notice, edition

    @cached_property
    def editions(self) -> tuple[tuple[Edition, tuple[Round, ...]], ...]:
        """Every edition that some round is judged by, with those rounds."""
        found: dict[str, list[Round]] = {}
        for round_, edition in self.rounds():
            found.setdefault(edition.id, []).append(round_)
        return tuple((self.register.editions[id_], tuple(r)) for id_, r in found.items())

    def edition_on(self, day: dt.date) -> Edition | None:
        """The edition that an act outside any round, such as a revocation, falls under."""
        return edition_on(self.register, day)

    @cached_property
    def called(self) -> Mapping[str, dt.date | None]:
        """For each round the day of its 申报通知, None where there is none."""
        return {id_: called_on(self.register, r) for id_, r in self.register.rounds.items()}

    @cached_property
    def appearances(self) -> Mapping[str, tuple[Appearance, ...]]:
        """For each round, every row of its candidates' lists and every honour given in it."""
        return appearances(self.register)

    @cached_property
    def rows(self) -> Mapping[str, tuple[Appearance, ...]]:
        """For each notice that lists candidates, its rows, with those that corrections add."""
        found: dict[str, list[Appearance]] = {id_: [] for id_ in self.register.notices}
        for appearing in self.appearances.values():
            for seen in appearing:
                if seen.notice:
                    found[seen.notice.id].append(seen)
        return {id_: tuple(rows) for id_, rows in found.items()}

    @cached_property
    def holders(self) -> Mapping[str, tuple[Awardee, ...]]:
        """For each round, the holders that its lists name by id or its honours were given to."""
        return {round_: holders_in(seen) for round_, seen in self.appearances.items()}

    @cached_property
    def revocations(self) -> tuple[Revocation, ...]:
        """Every title taken back, as its holder's record and the 撤销公告 tell it."""
        return tuple(revocations(self.register))

    def about(
        self,
        subject: Subject,
        *where: str | int,
        rule: Ruled | None = None,
        edition: Edition | None = None,
    ) -> Voice:
        """The voice for what is wrong in `subject`, at the value to which `where` leads in it.

        `rule` is what the finding rests on, `edition` the one that the rule is of.
        """
        places = self.register.places
        match subject:
            case Place():
                place = subject
            case Appearance():
                place, where = places[subject.at], (*subject.where, *where)
            case Awardee() | Edition() | Notice() | Round():
                place = places[type(subject).__name__.lower(), subject.id]
            case _:
                place = places[subject]
        return Voice(self, Place(place.path, (*place.where, *where)), rule, edition)

    def by(self, rule: Ruled | None, edition: Edition | None) -> Callable[..., Voice]:
        """`about`, bound to a rule and its edition, for a check that says more than one thing."""
        return partial(self.about, rule=rule, edition=edition)

    def lacks(self, edition: Edition, code: str, what: str, key: str) -> Problem:
        """What cannot be checked because `edition` leaves its value `key` out.

        The same words at the same place whichever record asks: told once an edition.
        """
        return self.about(edition, edition=edition).cannot_tell(
            code,
            f"{edition.short}没有录入{what}",
            f"查明后补入 regulation/{edition.id}.yml 的 {key}",
        )


class Voice(NamedTuple):
    """How a check says what it found at one place.

    Each call takes a stable code, what is wrong with the value shown in “…”, the remedy, and that
    value. What stands in a confidential place is masked.
    """

    case: Case
    place: Place
    rule: Ruled | None
    edition: Edition | None

    def error(self, code: str, message: str, remedy: str, value: str = "") -> Problem:
        """What the regulation does not allow."""
        return self._say(Level.ERROR, code, message, remedy, value)

    def warning(self, code: str, message: str, remedy: str, value: str = "") -> Problem:
        """What departs from a rule that itself allows exceptions (原则上, 一般)."""
        return self._say(Level.WARNING, code, message, remedy, value)

    def note(self, code: str, message: str, remedy: str, value: str = "") -> Problem:
        """What the office should know."""
        return self._say(Level.NOTE, code, message, remedy, value)

    def cannot_tell(self, code: str, message: str, remedy: str) -> Problem:
        """What cannot be checked, because a value or a date is not known: never "passed"."""
        return self._say(Level.NOTE, code, f"无法判断：{message}", remedy)

    def _say(self, level: Level, code: str, message: str, remedy: str, value: str = "") -> Problem:
        case, (path, where), rule, edition = self
        hidden = is_confidential(path, where)
        return Problem(
            f"{case.root}/{path}",
            case.lines.of(path, where),
            level,
            code,
            masked(message) if hidden else message,
            remedy,
            "" if hidden else value,
            cited(rule),
            edition.id if edition else "",
        )


def named(names: Sequence[str]) -> str:
    """The first few of many names, each in “…”: “甲”、“乙”、“丙”等."""
    return "、".join(f"“{name}”" for name in names[:FEW]) + ("等" if len(names) > FEW else "")
