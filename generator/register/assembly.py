"""Entries made into a register: faults told, each id once, every mention resolved."""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast, get_args

from generator.incremental import Stamp
from generator.problems import Level, Problem, Stop
from generator.reading import KeyPath, Lines
from generator.reading.folder import LEAKING
from generator.records import (
    WORDS,
    Awardee,
    Bodies,
    Body,
    Edition,
    Entry,
    Holidays,
    Notice,
    Pool,
    Record,
    Round,
    Showcase,
    Site,
    secrets_of,
)
from generator.records.regulation import BodyRole, cited
from generator.register.gather import Gathered
from generator.register.holders import Holders
from generator.register.recall import Recall
from generator.register.record_cache import RecordCache
from generator.register.references import unresolved
from generator.register.register import Key, Place, Register, Withheld

R = TypeVar("R", bound=Record)
Stamps = Mapping[str, Stamp]


@dataclass(frozen=True)
class Assembled:
    """A register, and what is withheld from it."""

    register: Register
    withheld: Withheld


def assemble(
    gathered: Gathered, record_cache: RecordCache | None, lines: Lines, root: Path
) -> Assembled:
    """The register of a content folder. `root` is the folder as the user calls it.

    `record_cache` is the one that `gathered` came from, if any.

    Raises Stop with every problem of reading, of form, of ids and of mentions: only a register
    without any of these can be held against the regulation.
    """
    entries: dict[str, list[Entry]] = {}
    for entry in gathered.entries.values():
        entries.setdefault(entry.kind, []).append(entry)
    fit = {kind: [entry for entry in some if entry.fit] for kind, some in entries.items()}
    problems: list[Problem] = []
    if "site" not in entries:
        problems.append(
            _problem(root, "site.yml", 1, "site-missing", "缺少 site.yml", "请按样例建立站点记录")
        )
    ids = _Ids(fit, lines, root)
    sites = [cast(Site, entry.record) for entry in fit.get("site", [])]
    editions = ids.unique("edition", Edition)
    in_use = editions.get(sites[0].regulation) if sites else None
    problems += _unfit(gathered, in_use, lines, root)
    bodies = ids.unique_bodies()
    rounds = ids.unique("round", Round)
    notices = ids.unique("notice", Notice)
    awardees = ids.unique_holders(record_cache)
    pools = ids.unique("pool", Pool)
    files = {source.path: source.stamp for source in gathered.folder.files}
    problems += ids.problems
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
        everything = (entry for some in fit.values() for entry in some)
        there_may_be = _unread(gathered, entries)
        problems += unresolved(everything, known, there_may_be, lines, root)
    if problems:
        raise Stop(problems)
    holidays = {h.year: h for h in (cast(Holidays, e.record) for e in fit.get("holidays", []))}
    facts_digests = ids.facts_digests | {("site", "site"): fit["site"][0].digest}
    register = Register(
        site=sites[0],
        editions=editions,
        holidays=holidays,
        bodies=bodies,
        rounds=rounds,
        notices=dict(sorted(notices.items(), key=_by_time)),
        awardees=awardees,
        pools=pools,
        files=files,
        published_files=frozenset(
            file for some in fit.values() for entry in some for file in entry.published_files
        ),
        places=ids.places | {("site", "site"): Place("site.yml")},
        digests=_with_files(ids, gathered.entries, files)
        | {("site", "site"): fit["site"][0].digest},
        facts_digests=facts_digests,
        recall=Recall(record_cache, facts_digests, repr(sorted(holidays.items()))),
        showcase_of=_showcases(ids.places, gathered.entries, record_cache),
    )
    return Assembled(register, Withheld(partial(_withheld, root, fit)))


def _by_time(item: tuple[str, Notice]) -> tuple[dt.datetime, str]:
    return item[1].published, item[0]


def _problem(
    root: Path, path: str, line: int, code: str, message: str, remedy: str, value: str = ""
) -> Problem:
    place = f"{root.as_posix()}/{path}"
    return Problem(place, line, Level.ERROR, code, message, remedy, value)


def _unfit(
    gathered: Gathered, in_use: Edition | None, lines: Lines, root: Path
) -> Iterator[Problem]:
    article = cited(in_use.secrecy) if in_use else ""
    for path, reason in gathered.refused:
        told = _problem(root, path, reason.line, reason.code, reason.message, reason.remedy)
        yield replace(told, article=article) if reason.code == LEAKING else told
    for entry in gathered.entries.values():
        for fault in entry.faults:
            line = fault.line or lines.of(entry.path, fault.where, fault.words)
            yield _problem(root, entry.path, line, fault.code, fault.message, fault.remedy)


def _unread(gathered: Gathered, entries: Mapping[str, list[Entry]]) -> set[Key]:
    """What may well be there, in files that could not be taken: one mistake, one problem.

    An id of ``*`` stands for all of a kind, where the files do not tell the ids.
    """
    unread: set[Key] = set()
    for path, _ in gathered.refused:
        name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        unread |= {(kind, name) for kind in WORDS} | {("file", path)}
        if path.split("/", 1)[0].split(".", 1)[0] in {"bodies", "regulation", "site"}:
            unread |= {(kind, "*") for kind in WORDS if kind != "file"}
    for kind, some in entries.items():
        for entry in some:
            if not entry.fit or entry.faults:
                unread.add((kind, entry.path.rsplit("/", 1)[-1].removesuffix(".yml")))
            if not entry.fit and kind == "body":
                unread.add(("body", "*"))
            if not entry.fit and kind == "edition":
                unread |= {("tier", "*"), ("holder-kind", "*")}
    return unread


class _Ids:
    """Records by id, each id once; what is double becomes a problem."""

    def __init__(self, fit: Mapping[str, list[Entry]], lines: Lines, root: Path) -> None:
        self.problems: list[Problem] = []
        self.places: dict[Key, Place] = {}
        self.digests: dict[Key, bytes] = {}
        self.facts_digests: dict[Key, bytes] = {}
        self._fit = fit
        self._lines = lines
        self._root = root

    def unique(self, kind: str, model: type[R]) -> dict[str, R]:
        found: dict[str, R] = {}
        entries = self._fit.get(kind, [])
        named_by = (entries[0].record_kind.named_by if entries else None) or "id"
        for entry in entries:
            record = cast(R, entry.record)
            id_ = str(getattr(record, named_by))
            if self._take((kind, id_), Place(entry.path), (named_by,), entry):
                found[id_] = record
        return dict(sorted(found.items()))

    def unique_holders(self, record_cache: RecordCache | None) -> Holders:
        known: dict[str, Awardee | None] = {}
        for entry in self._fit.get("awardee", []):
            # A file whose name is not its id was told as a fault: what is cached has its name.
            record = cast(Awardee | None, entry.record)
            id_ = record.id if record else entry.id
            if self._take(("awardee", id_), Place(entry.path), ("id",), entry):
                known[id_] = record

        def fetch(id_: str) -> Awardee:
            assert record_cache is not None  # nothing lies apart where there is no record cache
            key = ("awardee", id_)
            return record_cache.record(self.places[key].path, self.digests[key])

        return Holders(dict(sorted(known.items())), fetch)

    def unique_bodies(self) -> dict[str, Body]:
        found: dict[str, Body] = {}
        for entry in self._fit.get("body", []):
            for place, body in enumerate(cast(Bodies, entry.record).bodies):
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
            line = self._lines.of(first.path, (*first.where, *named))
            self.problems.append(
                _problem(
                    self._root,
                    place.path,
                    self._lines.of(place.path, (*place.where, *named)),
                    "id-twice",
                    f"编号“{key[1]}”用了两次，{first.path}:{line} 已经用过",
                    "请换一个编号",
                    key[1],
                )
            )
            return False
        self.places[key] = place
        self.digests[key] = entry.digest
        self.facts_digests[key] = entry.facts_digest
        return True


def _with_files(ids: _Ids, entries: Mapping[str, Entry], files: Stamps) -> dict[Key, bytes]:
    """The digest of each record, with the stamps of the files it offers: pages show their size."""
    digests = dict(ids.digests)
    for key, place in ids.places.items():
        if offered := entries[place.path].published_files:
            stamps = repr([files.get(file) for file in offered]).encode()
            digests[key] = hashlib.blake2b(digests[key] + stamps, digest_size=16).digest()
    return digests


def _showcases(
    places: Mapping[Key, Place], entries: Mapping[str, Entry], record_cache: RecordCache | None
) -> Callable[[str], Showcase | None]:
    def showcase_of(awardee: str) -> Showcase | None:
        entry = entries[places["awardee", awardee].path]
        pickled = entry.showcase
        if not pickled and record_cache:
            pickled = record_cache.showcase(entry.path, entry.digest)
        return cast(Showcase, pickle.loads(pickled)) if pickled else None

    return showcase_of


def _withheld(root: Path, fit: Mapping[str, list[Entry]], kind: str) -> Iterator[tuple[Entry, Any]]:
    """What is withheld of each record of a kind, opened with its file."""
    for entry in fit.get(kind, []):
        if record := secrets_of(root, entry).record:
            yield entry, record
