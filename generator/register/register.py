"""The register: every public record, each known by its id, and how they belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.incremental import Stamp
from generator.reading import KeyPath
from generator.records import (
    Awardee,
    Body,
    Edition,
    Entry,
    HolderKind,
    Holidays,
    Honour,
    Internal,
    List,
    Notice,
    Pool,
    Record,
    Round,
    Row,
    Sector,
    Showcase,
    Site,
    Step,
    Tier,
)
from generator.records.awardee import AwardeeConfidential
from generator.records.notice import NoticeConfidential
from generator.register.recall import Recall

Key = tuple[str, str]
"""The kind and the id of a record: ("notice", "2026-gs-01")."""


class Place(NamedTuple):
    """Where a record stands: its file below the content folder, and the way to it in that file."""

    path: str
    where: KeyPath = ()


class Given(NamedTuple):
    """One honour with its holder, and its place in the holder's list of honours."""

    awardee: Awardee
    honour: Honour
    place: int


class Identity(NamedTuple):
    """Who a holder is: what a list or a pool shows of it. A new certificate is no part of it."""

    name: str
    kind: str
    district: str | None
    recommended_by: str | None
    sector: str | None
    employer: str | None
    post: str | None


class Listed(NamedTuple):
    """One row of a notice's lists, with its list and its way in the notice's record."""

    notice: Notice
    list: List
    row: Row
    where: KeyPath


@dataclass(frozen=True)
class Register:
    """The public records by kind and id. Nothing confidential is in it (article 30).

    `digests` tells when a record has changed, `facts_digests` when it has outside its showcase;
    `places` where it stands; `files` which attachments
    and pictures there are, with their stamps, `published_files` those among them
    that a public record offers; `recall` keeps what follows from the facts alone.
    Mappings are in a fixed order: bodies by role and code, notices by time, all else by id,
    whatever the order of the files.
    """

    site: Site
    editions: Mapping[str, Edition]
    holidays: Mapping[int, Holidays]
    bodies: Mapping[str, Body]
    rounds: Mapping[str, Round]
    notices: Mapping[str, Notice]
    awardees: Mapping[str, Awardee]
    pools: Mapping[str, Pool]
    files: Mapping[str, Stamp]
    published_files: frozenset[str]
    places: Mapping[Key, Place]
    digests: Mapping[Key, bytes]
    facts_digests: Mapping[Key, bytes]
    recall: Recall
    showcase_of: Callable[[str], Showcase | None]

    def records(self) -> Iterator[tuple[Key, Record]]:
        """Every record with its key."""
        yield ("site", "site"), self.site
        for kind, records in (
            ("edition", self.editions),
            ("body", self.bodies),
            ("round", self.rounds),
            ("notice", self.notices),
            ("awardee", self.awardees),
            ("pool", self.pools),
        ):
            for id_, record in records.items():
                yield (kind, id_), record

    @cached_property
    def edition(self) -> Edition:
        """The edition that the site names as the one in use."""
        return self.editions[self.site.regulation]

    @cached_property
    def tiers(self) -> Mapping[str, Tier]:
        """Every tier by id; where editions differ, as the edition in use has it."""
        editions = [*self.editions.values(), self.edition]
        return {tier.id: tier for edition in editions for tier in edition.tiers}

    @cached_property
    def holder_kinds(self) -> Mapping[str, HolderKind]:
        """Every kind of holder by id; where editions differ, as the edition in use has it."""
        editions = [*self.editions.values(), self.edition]
        return {kind.id: kind for edition in editions for kind in edition.holder_kinds}

    @cached_property
    def sectors(self) -> Mapping[str, Sector]:
        return {sector.id: sector for sector in self.site.sectors}

    @cached_property
    def ladder(self) -> Mapping[str, Step]:
        return {step.id: step for step in self.site.ladder}

    @cached_property
    def identities(self) -> Mapping[str, Identity]:
        """Who each holder is, by id: all that lists of others show of it."""
        return {
            id_: Identity(
                one.name,
                one.kind,
                one.district,
                one.recommended_by,
                one.sector,
                one.employer,
                one.post,
            )
            for id_, one in self.awardees.items()
        }

    @cached_property
    def in_area(self) -> Mapping[str, tuple[Given, ...]]:
        """For each body, the honours of the holders in its area, or recommended by it."""
        found: dict[str, list[Given]] = {body: [] for body in self.bodies}
        for awardee in self.awardees.values():
            given = [Given(awardee, *pair[::-1]) for pair in enumerate(awardee.honours)]
            for body in {awardee.district, awardee.recommended_by} - {None}:
                found[body or ""] += given
        return {body: tuple(given) for body, given in found.items()}

    @cached_property
    def given(self) -> Mapping[str, tuple[Given, ...]]:
        """The honours of each round, by the holders' ids."""
        by_round: dict[str, list[Given]] = {round_: [] for round_ in self.rounds}
        for awardee in self.awardees.values():
            for place, honour in enumerate(awardee.honours):
                by_round[honour.round].append(Given(awardee, honour, place))
        return {round_: tuple(given) for round_, given in by_round.items()}

    @cached_property
    def of_round(self) -> Mapping[str, tuple[Notice, ...]]:
        """The notices of each round, by time."""
        by_round: dict[str, list[Notice]] = {round_: [] for round_ in self.rounds}
        for notice in self.notices.values():
            if notice.round:
                by_round[notice.round].append(notice)
        return {round_: tuple(notices) for round_, notices in by_round.items()}

    @cached_property
    def followers(self) -> Mapping[str, tuple[Notice, ...]]:
        """For each notice, those that follow it."""
        return self._backwards(lambda notice: notice.follows)

    @cached_property
    def corrections(self) -> Mapping[str, tuple[Notice, ...]]:
        """For each notice, those that correct it."""
        return self._backwards(lambda notice: (notice.corrects,) if notice.corrects else ())

    def _backwards(
        self, names: Callable[[Notice], tuple[str, ...]]
    ) -> dict[str, tuple[Notice, ...]]:
        found: dict[str, list[Notice]] = {}
        for notice in self.notices.values():
            for named in names(notice):
                found.setdefault(named, []).append(notice)
        return {id_: tuple(notices) for id_, notices in found.items()}

    @cached_property
    def listed(self) -> Mapping[str, tuple[Listed, ...]]:
        """For each holder, the rows that name it by id."""
        found: dict[str, list[Listed]] = {}
        for notice in self.notices.values():
            for listed in rows_of(notice):
                if listed.row.awardee:
                    found.setdefault(listed.row.awardee, []).append(listed)
        return {id_: tuple(rows) for id_, rows in found.items()}

    def award_year(self, honour: Honour) -> int | None:
        """The year of the 表彰 by which an honour was given (article 13), where it is known."""
        notice = self.notices.get(honour.notice or "")
        return notice.published.year if notice else None

    def name_of(self, row: Row) -> str:
        """The name that a row of a list shows, or that it was taken out."""
        if row.redacted:
            return "个人信息已删除"
        return self.identities[row.awardee].name if row.awardee else row.name or ""


def rows_of(notice: Notice) -> Iterator[Listed]:
    """Every row of a notice's lists, in order."""
    for l_place, list_ in enumerate(notice.lists):
        for r_place, row in enumerate(list_.rows):
            yield Listed(notice, list_, row, ("lists", l_place, "rows", r_place))


@dataclass(frozen=True)
class Withheld:
    """What the office holds and never publishes. Checks see it, pages never do (article 30).

    `opened` gives what is withheld of each record of a kind, when a check asks for it: it is
    locked till then.
    """

    opened: Callable[[str], Iterator[tuple[Entry, Any]]]

    @cached_property
    def internal(self) -> tuple[tuple[str, Internal], ...]:
        """Each file below ``confidential/`` with its record."""
        return tuple((entry.path, record) for entry, record in self.opened("internal"))

    @cached_property
    def awardees(self) -> Mapping[str, AwardeeConfidential]:
        """What is withheld of each holder, by id."""
        return {entry.id: record for entry, record in self.opened("awardee")}

    @cached_property
    def notices(self) -> Mapping[str, NoticeConfidential]:
        """What is withheld of each notice, by id."""
        return {entry.id: record for entry, record in self.opened("notice")}
