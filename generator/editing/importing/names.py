"""Names in a workbook held against the records: the very same name, or told what is near."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.editing.importing.cells import in_one_line, plain
from generator.records import Awardee, Edition
from generator.register import Register

PLACES = frozenset({"区", "功能区"})
RECOMMENDING = PLACES | {"部门", "协会"}


@dataclass(frozen=True)
class Names:
    """What things are called in the records, each by every name it goes by (plain), with its id."""

    word: str
    ids: Mapping[str, str]
    shown: Mapping[str, str]

    def id_of(self, text: str) -> str | None:
        """The id of what is called so, or None."""
        return self.ids.get(plain(text))

    def remedy(self, text: str) -> str:
        """What to write instead: what is near, else what there is."""
        near = difflib.get_close_matches(plain(text), self.ids, n=1, cutoff=0.5)
        if near:
            return f"是不是 {self.shown[self.ids[near[0]]]}"
        some = [*self.shown.values()]
        return f"可写 {'、'.join(some[:8])}{'等' if len(some) > 8 else ''}"


def named(word: str, things: Iterable[tuple[str, str, Iterable[str | None]]]) -> Names:
    """Names of things, each given as id, the name to show, and other names. The first one wins."""
    ids: dict[str, str] = {}
    shown: dict[str, str] = {}
    rest = [*things]
    for id_, name, _ in rest:
        shown[id_] = name
        ids.setdefault(plain(name), id_)
        ids.setdefault(plain(id_), id_)
    for id_, _, others in rest:
        for other in others:
            if other:
                ids.setdefault(plain(other), id_)
    return Names(word, ids, shown)


def districts(register: Register) -> Names:
    """The districts and zones."""
    return _bodies(register, "所在区", PLACES)


def recommending(register: Register) -> Names:
    """The bodies that recommend."""
    return _bodies(register, "推荐单位", RECOMMENDING)


def _bodies(register: Register, word: str, roles: frozenset[str]) -> Names:
    return named(
        word,
        (
            (body.id, body.name, (body.short, body.office))
            for body in register.bodies.values()
            if body.role in roles
        ),
    )


def sectors(register: Register) -> Names:
    """The sectors of the site."""
    return named("行业", ((sector.id, sector.name, ()) for sector in register.site.sectors))


def tiers(edition: Edition) -> Names:
    """The tiers of an edition."""
    return named("奖项", ((tier.id, tier.name, ()) for tier in edition.tiers))


def kinds(edition: Edition) -> Names:
    """The kinds of holder of an edition."""
    return named("类别", ((kind.id, kind.name, ()) for kind in edition.holder_kinds))


class Holders:
    """The holders that have a record, by exact name. A person is known by the employer too."""

    def __init__(self, register: Register) -> None:
        self._by_name: dict[str, list[Awardee]] = {}
        self._by_code: dict[str, Awardee] = {}
        for awardee in register.awardees.values():
            former = [event.former_name for event in awardee.standing if event.former_name]
            for name in (awardee.name, *former):
                self._by_name.setdefault(in_one_line(name), []).append(awardee)
            if awardee.credit_code:
                self._by_code[awardee.credit_code] = awardee

    def called(self, name: str, kind: str, employer: str = "") -> Awardee | None:
        """The holder of this name and kind; None where there is none, or another of that name."""
        for awardee in self._by_name.get(name, ()):
            same_work = not employer or not awardee.employer or awardee.employer == employer
            if awardee.kind == kind and same_work:
                return awardee
        return None

    def namesake(self, name: str, kind: str) -> Awardee | None:
        """A holder of this name and kind, wherever employed."""
        return self.called(name, kind)

    def with_code(self, code: str) -> Awardee | None:
        """The holder with this credit code."""
        return self._by_code.get(code)

    def near(self, name: str, kind: str) -> str:
        """A holder's name that is nearly this one; empty where none is."""
        names = [n for n, some in self._by_name.items() if any(a.kind == kind for a in some)]
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.88) if len(name) > 4 else []
        return near[0] if near else ""
