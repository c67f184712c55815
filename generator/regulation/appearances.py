"""Who appears in a round: every row of its candidates' lists, every honour given in it.

A row names a holder by id, or is a plain name. A plain name is taken for the holder of exactly
that name (its own or a former one) and kind; for a person who states another employer than the
row does, it is a namesake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.reading import KeyPath
from generator.records import Awardee, List, Notice, Row
from generator.register import Key, Register

LISTS = ("推荐公示", "受理名单", "拟奖公示", "表彰通报")
"""The kinds of notice whose lists name candidates, from recommendation to commendation."""
CORRECTION = "更正公告"
HONOUR = "获奖记录"


class Appearance(NamedTuple):
    """One row or honour: where it stands, in what (a kind of notice, or HONOUR), and who it is.

    `notice` is the notice whose list it belongs to: for a row of a 更正公告, the corrected one.
    `holders` is one holder, `by_id`, or those of that exact name; empty for one without a record.
    `name` is empty where the details were taken out: who it was can then no longer be told.
    """

    at: Key
    where: KeyPath
    what: str
    notice: Notice | None
    name: str
    holders: tuple[Awardee, ...]
    tier: str | None
    recertified: bool
    by_id: bool


def appearances(register: Register) -> Mapping[str, tuple[Appearance, ...]]:
    """The appearances of each round: rows by time of their notices, then honours."""
    names = _by_name(register)
    alone = {id_: (awardee,) for id_, awardee in register.awardees.items()}
    found: dict[str, list[Appearance]] = {id_: [] for id_ in register.rounds}
    for notice in register.notices.values():
        listing = register.notices[notice.corrects] if notice.corrects else notice
        round_ = notice.round or listing.round
        if round_ and listing.kind in LISTS and notice.kind in (*LISTS, CORRECTION):
            found[round_] += _rows(notice, listing, alone, names)
    for round_, given in register.given.items():
        found[round_] += [
            Appearance(
                ("awardee", awardee.id),
                ("honours", place),
                HONOUR,
                None,
                awardee.name,
                alone[awardee.id],
                honour.tier,
                honour.recertified,
                True,
            )
            for awardee, honour, place in given
        ]
    return {round_: tuple(those) for round_, those in found.items()}


def _rows(
    notice: Notice,
    listing: Notice,
    alone: Mapping[str, tuple[Awardee]],
    names: Mapping[str, tuple[Awardee, ...]],
) -> Iterator[Appearance]:
    # Forty thousand rows go through here at ten thousand holders: no step that is not needed.
    at, kind = ("notice", notice.id), listing.kind
    for l_place, list_ in enumerate(notice.lists):
        tier = list_.tier
        for r_place, row in enumerate(list_.rows):
            where = ("lists", l_place, "rows", r_place)
            again = row.recertified
            if id_ := row.awardee:
                one = alone[id_]
                yield Appearance(at, where, kind, listing, one[0].name, one, tier, again, True)
            else:
                name = row.name or ""
                those = _namesakes(names.get(name, ()), list_, row)
                yield Appearance(at, where, kind, listing, name, those, tier, again, False)


def _by_name(register: Register) -> dict[str, tuple[Awardee, ...]]:
    found: dict[str, tuple[Awardee, ...]] = {}
    for awardee in register.awardees.values():
        for name in {awardee.name, *(e.former_name for e in awardee.standing if e.former_name)}:
            found[name] = (*found.get(name, ()), awardee)
    return found


def _namesakes(holders: tuple[Awardee, ...], list_: List, row: Row) -> tuple[Awardee, ...]:
    kind = row.kind or list_.kind
    return tuple(
        holder
        for holder in holders
        if kind in (None, holder.kind)
        and not (row.employer and holder.employer and row.employer != holder.employer)
    )


def holders_in(appearing: Iterable[Appearance]) -> tuple[Awardee, ...]:
    """The holders that are named by id or honoured, each once. Namesakes are not."""
    found = {seen.holders[0].id: seen.holders[0] for seen in appearing if seen.by_id}
    return tuple(found.values())
