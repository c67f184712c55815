"""Facets: what a list can be parted by, each value with an address of its own.

``/awardees/by/district/jiangan/`` has the rows of one value of one facet, ``…/2/`` those that are
left over. Every such page offers all facets as links with their counts and works without a
script; with one, ``scripts/filter.js`` combines facets and names on the page of the whole list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from generator.incremental import digest_of

R = TypeVar("R")
PAGE = 200
"""Rows of a page of a facet."""
LONG = 600
"""Rows above which a list shows only what is latest: a longer page is no list."""


@dataclass(frozen=True, slots=True)
class Value(Generic[R]):
    """A value of a facet: its id as it stands in the address, its name, and the rows that have it.

    `title` is that of its page, `empty` what a reader is told who asks for no row of it.
    """

    id: str
    name: str
    title: str
    rows: list[R]


@dataclass(frozen=True, slots=True)
class Facet(Generic[R]):
    """Something by which the rows of a list can be parted, with the values that have rows."""

    id: str
    label: str
    values: tuple[Value[R], ...]


class Known(NamedTuple):
    """A value that may come: its id, its name, and the title of its page."""

    id: str
    name: str
    title: str


def facet(
    id_: str, label: str, known: Iterable[Known], rows: Sequence[R], of: Callable[[R], str | None]
) -> Facet[R]:
    """The rows parted by the value that `of` gives, in the order of `known`."""
    parted: dict[str | None, list[R]] = {}
    for row in rows:
        parted.setdefault(of(row), []).append(row)
    values = (Value(*value, parted[value.id]) for value in known if value.id in parted)
    return Facet(id_, label, tuple(values))


class Link(NamedTuple):
    """One value as a link: where it leads, its words, how many rows it has."""

    value: str
    name: str
    rows: int
    address: str


class Panel(NamedTuple):
    """The facets of a list as links, beside what is chosen.

    `root` is the address of the whole list; `live` says that all its rows are on that page, so
    that a script may combine facets there.
    """

    root: str
    groups: tuple[tuple[str, str, tuple[Link, ...]], ...]
    live: bool
    chosen: tuple[str, str] = ("", "")

    @property
    def chip(self) -> str:
        """The words of the chosen value, or none."""
        return next(
            (
                link.name
                for facet_, _, links in self.groups
                for link in links
                if (facet_, link.value) == self.chosen
            ),
            "",
        )


def panel(root: str, facets: Iterable[Facet[R]], total: int) -> Panel:
    """The panel of the list at `root`, which has `total` rows."""
    groups = tuple(
        (
            each.id,
            each.label,
            tuple(
                Link(value.id, value.name, len(value.rows), address_of(root, each.id, value.id))
                for value in each.values
            ),
        )
        for each in facets
    )
    return Panel(root, groups, total <= LONG)


def address_of(root: str, facet_: str, value: str, number: int = 1) -> str:
    """The address of a value's page, or of its `number`-th."""
    first = f"{root}by/{facet_}/{value}/"
    return first if number == 1 else f"{first}{number}/"


class Portion(NamedTuple, Generic[R]):
    """One page of a value's rows: `number` of `of`, from the `first`-th row, counted from 1."""

    number: int
    of: int
    first: int
    rows: list[R]
    all: list[R]

    @property
    def words(self) -> str:
        """Which rows are here, where these are not all of them."""
        last = self.first + len(self.rows) - 1
        return f"这一页是第 {self.first} 至 {last} 项" if self.of > 1 else ""


def portions(rows: list[R]) -> Iterator[Portion[R]]:
    """The rows of a value in pages."""
    of = max(1, -(-len(rows) // PAGE))
    for number in range(1, of + 1):
        start = (number - 1) * PAGE
        yield Portion(number, of, start + 1, rows[start : start + PAGE], rows)


def given_to(rows: Iterable[str], panel_: Panel, words: str) -> bytes:
    """A digest of what a list's page is given: names of its rows, the counts, its own count."""
    return digest_of(*rows, "", repr((panel_.groups, panel_.live)), words)


def counted(numbers: Mapping[str, int], words: Mapping[str, str], rows: int, unit: str = "") -> str:
    """How many there are, in words: 24 家获奖组织、8 名获奖个人，共 33 项荣誉.

    `words` are the words of each kind that is counted, `numbers` how many there are of it. The
    rows are told where they are more than the things they are about.
    """
    things = "、".join(f"{numbers[kind]} {word}" for kind, word in words.items() if numbers[kind])
    more = f"，共 {rows} {unit}" if unit and rows > sum(numbers.values()) else ""
    return f"{things}{more}"
