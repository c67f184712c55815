"""Entries made into a register: flaws told, ids unique, mentions resolved, the confidential cut."""

from __future__ import annotations

import datetime as dt
import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, get_args

from generator.problems import Level, Problem, Stop, failing
from generator.reading import KeyPath, Lines, Tree
from generator.records import (
    Awardee,
    Bodies,
    Body,
    Edition,
    Entry,
    Holidays,
    Internal,
    Notice,
    Pool,
    Record,
    Round,
    Showcase,
    Site,
    without_confidential,
)
from generator.records.awardee import AwardeeConfidential
from generator.records.notice import NoticeConfidential
from generator.records.regulation import BodyRole
from generator.register.gather import Gathered
from generator.register.references import unresolved
from generator.register.register import Key, Place, Register, Withheld

R = TypeVar("R", bound=Record)
Packed = Callable[[str], bytes]
"""Gives the packed showcase of the entry at a path."""


@dataclass(frozen=True)
class Assembled:
    """A register, what is withheld from it, and what was found on the way (never an error)."""

    register: Register
    withheld: Withheld


def assemble(gathered: Gathered, packed: Packed, lines: Lines, root: str) -> Assembled:
    """The register of a content folder. `root` is the folder as the user calls it.

    Raises Stop with every problem of reading, of form, of ids and of mentions: only a register
    without any of these can be held against the regulation.
    """
    problems = [*_unfit(gathered, lines, root)]
    by_kind: dict[str, list[Entry]] = {}
    for entry in gathered.entries.values():
        by_kind.setdefault(entry.room.kind, []).append(entry)
    if "site" not in by_kind:
        problems.append(
            _problem(root, "site.yml", 1, "site-missing", "缺少 site.yml", "请按样例建立站点记录")
        )
    ids = _Ids(lines, root)
    fit = {kind: [entry for entry in entries if entry.facts] for kind, entries in by_kind.items()}
    sites = [Site.model_validate(entry.facts) for entry in fit.get("site", [])]
    editions = ids.unique("edition", fit, Edition)
    bodies = ids.unique_bodies(fit.get("body", []))
    rounds = ids.unique("round", fit, Round)
    notices = ids.unique("notice", fit, Notice)
    awardees = ids.unique("awardee", fit, Awardee)
    pools = ids.unique("pool", fit, Pool, "body")
    problems += ids.problems
    files = {source.path: source.stamp for source in gathered.folder.files}
    if sites:
        known = {
            "awardee": awardees.keys(),
            "notice": notices.keys(),
            "round": rounds.keys(),
            "body": bodies.keys(),
            "edition": editions.keys(),
            "sector": {sector.id for sector in sites[0].sectors},
            "step": {step.id for step in sites[0].ladder},
            "tier": {tier.id for edition in editions.values() for tier in edition.tiers},
            "holder-kind": {k.id for edition in editions.values() for k in edition.holder_kinds},
            "file": files.keys(),
        }
        # A record that could not be read is not missing: one mistake, one problem.
        unread = {
            (entry.room.kind, entry.path.rsplit("/", 1)[-1].removesuffix(".yml"))
            for entries in by_kind.values()
            for entry in entries
            if not entry.facts
        }
        problems += [
            problem
            for problem in unresolved(_all(fit), known, lines, root)
            if (problem.code.removesuffix("-missing"), problem.value) not in unread
        ]
    if failing(problems, strict=False):
        raise Stop(problems)
    by_id = {entry.path: entry for entry in fit.get("awardee", [])}
    places = ids.places | {("site", "site"): Place("site.yml")}
    register = Register(
        site=sites[0],
        editions=editions,
        holidays={
            int(h.year): h for h in (_public(Holidays, e.facts) for e in fit.get("holidays", []))
        },
        bodies=bodies,
        rounds=rounds,
        notices=dict(sorted(notices.items(), key=_by_time)),
        awardees=awardees,
        pools=pools,
        files=files,
        places=places,
        digests=ids.digests | {("site", "site"): fit["site"][0].digest},
        showcase_of=_showcases(places, by_id, packed),
    )
    return Assembled(register, _withheld(fit))


def _by_time(item: tuple[str, Notice]) -> tuple[dt.datetime, str]:
    return item[1].published, item[0]


def _all(fit: Mapping[str, list[Entry]]) -> Iterator[Entry]:
    for entries in fit.values():
        yield from entries


def _public(model: type[R], facts: Tree) -> R:
    return model.model_validate(without_confidential(facts))


def _problem(
    root: str, path: str, line: int, code: str, message: str, remedy: str, value: str = ""
) -> Problem:
    return Problem(f"{root}/{path}", line, Level.ERROR, code, message, remedy, value)


def _unfit(gathered: Gathered, lines: Lines, root: str) -> Iterator[Problem]:
    for path, reason in gathered.refused:
        yield _problem(root, path, reason.line, reason.code, reason.message, reason.remedy)
    for entry in gathered.entries.values():
        for flaw in entry.flaws:
            line = flaw.line or lines.of(entry.path, flaw.where)
            yield _problem(root, entry.path, line, flaw.code, flaw.message, flaw.remedy)


class _Ids:
    """Records by id, each id once; what is double becomes a problem."""

    def __init__(self, lines: Lines, root: str) -> None:
        self.problems: list[Problem] = []
        self.places: dict[Key, Place] = {}
        self.digests: dict[Key, bytes] = {}
        self._lines = lines
        self._root = root

    def unique(
        self, kind: str, fit: Mapping[str, list[Entry]], model: type[R], named_by: str = "id"
    ) -> dict[str, R]:
        found: dict[str, R] = {}
        for entry in fit.get(kind, []):
            id_ = entry.facts[named_by]
            if self._take((kind, id_), Place(entry.path, ()), (named_by,), entry):
                found[id_] = _public(model, entry.facts)
        return dict(sorted(found.items()))

    def unique_bodies(self, entries: Iterable[Entry]) -> dict[str, Body]:
        found: dict[str, Body] = {}
        for entry in entries:
            for place, body in enumerate(_public(Bodies, entry.facts).bodies):
                where: KeyPath = ("bodies", place)
                if self._take(("body", body.id), Place(entry.path, where), ("id",), entry):
                    found[body.id] = body
        roles = get_args(BodyRole)
        return dict(
            sorted(
                found.items(),
                key=lambda item: (roles.index(item[1].role), item[1].code or "~", item[0]),
            )
        )

    def _take(self, key: Key, place: Place, named: KeyPath, entry: Entry) -> bool:
        if first := self.places.get(key):
            where = (*place.where, *named)
            line = self._lines.of(first.path, (*first.where, *named))
            self.problems.append(
                _problem(
                    self._root,
                    place.path,
                    self._lines.of(place.path, where),
                    "id-twice",
                    f"编号“{key[1]}”用了两次，{first.path}:{line} 已经用过",
                    "请换一个编号",
                    key[1],
                )
            )
            return False
        self.places[key] = place
        self.digests[key] = entry.digest
        return True


def _showcases(
    places: Mapping[Key, Place], entries: Mapping[str, Entry], packed: Packed
) -> Callable[[str], Showcase | None]:
    def showcase_of(awardee: str) -> Showcase | None:
        path = places["awardee", awardee].path
        if not (bytes_ := entries[path].showcase or packed(path)):
            return None
        return _public(Showcase, marshal.loads(bytes_))

    return showcase_of


def _withheld(fit: Mapping[str, list[Entry]]) -> Withheld:
    def below(kind: str) -> Iterator[tuple[str, Tree]]:
        for entry in fit.get(kind, []):
            if "confidential" in entry.facts:
                yield entry.facts["id"], entry.facts["confidential"]

    return Withheld(
        internal=tuple(
            (entry.path, Internal.model_validate(entry.facts)) for entry in fit.get("internal", [])
        ),
        awardees={id_: AwardeeConfidential.model_validate(t) for id_, t in below("awardee")},
        notices={id_: NoticeConfidential.model_validate(t) for id_, t in below("notice")},
    )
