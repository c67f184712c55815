"""A file with what is left in it and where, and what the scan finds in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple

from generator.privacy import Kind, found_in
from generator.privacy.attachments import findings_in
from generator.privacy.file_scan import scan_page
from generator.privacy.match import masked
from generator.privacy.record_texts import passages, record_tree
from generator.reading import SourceFile
from generator.records import record_kind_of
from tests.privacy import invented


class Left(NamedTuple):
    """What was left somewhere: a number, or of no kind a thing as the scan calls it."""

    kind: Kind | None
    number: str

    @property
    def shown(self) -> str:
        """How the scan shows it."""
        return masked(self.kind, self.number) if self.kind else self.number


class Sample(NamedTuple):
    """One file: who made it, its name, its bytes, and for each place in words what is left there.

    No two in a file are shown alike.
    """

    kind: str
    maker: str
    name: str
    data: bytes
    left: Mapping[str, Left]

    def missed(self) -> list[str]:
        """The places in which nothing is found."""
        shown = _found(self.name, self.data)
        return [
            f"{self.maker}：{where}" for where, left in self.left.items() if left.shown not in shown
        ]


def _found(name: str, data: bytes) -> set[str]:
    if name.endswith(".md"):
        page = scan_page(SourceFile(f"pages/{name}", (0, 0)), data)
        return {one.shown for one in page.findings}
    if name.endswith(".yml"):
        record_kind = record_kind_of(f"notices/2026/{name}")
        assert record_kind
        told = passages(record_tree(data)[0], record_kind)
        return {one.masked for text in told for one in found_in(text.text, text.called)}
    return {one.shown for one in findings_in(name, data)}


class Numbers:
    """Numbers of nobody, no two with one mask; `left` keeps where each of them was put."""

    def __init__(self, seed: int) -> None:
        self.draw = Random(seed)
        self.left: dict[str, Left] = {}

    def mobile(self, where: str) -> str:
        return self._new(where, Kind.MOBILE, invented.mobile)

    def id(self, where: str) -> str:
        return self._new(where, Kind.ID, invented.id_number)

    def slip(self, where: str) -> str:
        """An ID number whose last sign is wrong."""
        return self._new(where, Kind.ID, _slip)

    def account(self, where: str) -> str:
        """Seventeen digits that only their heading tells of."""
        return self._new(where, Kind.BANK, lambda draw: f"420{draw.randrange(10**14):014}")

    def other(self, where: str, kind: Kind, number: str) -> str:
        """A number that is given."""
        self.left[where] = Left(kind, number)
        return number

    def _new(self, where: str, kind: Kind, maker: Callable[[Random], str]) -> str:
        assert where not in self.left, where
        while True:
            number = maker(self.draw)
            left = Left(kind, number)
            if left.shown not in {one.shown for one in self.left.values()}:
                self.left[where] = left
                return number


def _slip(draw: Random) -> str:
    number = invented.id_number(draw)
    return number[:17] + draw.choice([sign for sign in "0123456789X" if sign != number[17]])


def grouped(number: str, gap: str, sizes: tuple[int, ...] = ()) -> str:
    """A number in its usual groups, or those given, with something between."""
    sizes = sizes or {11: (3, 4, 4), 18: (6, 8, 4)}[len(number)]
    ends = [sum(sizes[: place + 1]) for place in range(len(sizes))]
    return gap.join(number[end - size : end] for size, end in zip(sizes, ends, strict=True))
