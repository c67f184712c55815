"""The register as the maker of a file sees it: whatever is asked of it is noted.

Site, editions, bodies and holidays are asked by every file and never noted. Of all else a file
asks a record by its id, all of a kind, or what the register has worked out for one id.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, TypeVar

from generator.incremental import Observer, digest_of, program
from generator.records import Showcase
from generator.register.register import Given, Key, Listed, Register

V = TypeVar("V")

SETTINGS = ("site", "edition", "body")


def _of_given(given: Iterable[Given]) -> Iterator[Key]:
    return (("awardee", one.awardee.id) for one in given)


def _of_notices(notices: Iterable[Any]) -> Iterator[Key]:
    return (("notice", notice.id) for notice in notices)


def _of_listed(listed: Iterable[Listed]) -> Iterator[Key]:
    return (("notice", one.notice.id) for one in listed)


INDEXES: Mapping[str, Callable[[Any], Iterator[Key]]] = {
    "given": _of_given,
    "in_area": _of_given,
    "of_round": _of_notices,
    "followers": _of_notices,
    "corrections": _of_notices,
    "listed": _of_listed,
}
"""What the register works out from records, and whose facts each value of it is made of."""


def observed(register: Register, always: bytes = b"") -> tuple[Register, Observer]:
    """The register, and who notes what is asked of it. `always` is what else every file is made of.

    Answers are told for a register that does not change while it is observed.
    """
    settings = [f"{key}{of.hex()}" for key, of in _facts(register, *SETTINGS)]
    days_off = repr(sorted(register.holidays.items()))
    beside = digest_of(program(), days_off, "\n".join(settings), always)
    observer = Observer(_Answers(register), beside)

    def noting(kind: str, mapping: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
        return _Noting(kind, mapping, observer)

    def showcase_of(id_: str) -> Showcase | None:
        observer.note(f"showcase/{id_}")
        return register.showcase_of(id_)

    view = replace(
        register,
        rounds=noting("round", lambda: register.rounds),
        notices=noting("notice", lambda: register.notices),
        awardees=noting("awardee", lambda: register.awardees),
        pools=noting("pool", lambda: register.pools),
        files=noting("file", lambda: register.files),
        showcase_of=showcase_of,
    )
    for name in (*INDEXES, "identities"):  # cached properties, filled before anyone asks
        view.__dict__[name] = noting(name, partial(getattr, register, name))
    return view, observer


def _facts(register: Register, *kinds: str) -> list[tuple[Key, bytes]]:
    return sorted(item for item in register.facts_digests.items() if item[0][0] in kinds)


class _Noting(Mapping[str, V]):
    """A mapping that notes ``kind/id`` when it is asked for one, and ``kind/*`` for all."""

    def __init__(
        self, kind: str, mapping: Callable[[], Mapping[str, V]], observer: Observer
    ) -> None:
        self._kind = kind
        self._make = mapping
        self._note = observer.note

    @cached_property
    def _mapping(self) -> Mapping[str, V]:
        return self._make()

    def __getitem__(self, id_: str) -> V:
        self._note(f"{self._kind}/{id_}")
        return self._mapping[id_]

    def __contains__(self, id_: object) -> bool:
        self._note(f"{self._kind}/{id_}")
        return id_ in self._mapping

    def __iter__(self) -> Iterator[str]:
        self._note(f"{self._kind}/*")
        return iter(self._mapping)

    def __len__(self) -> int:
        self._note(f"{self._kind}/*")
        return len(self._mapping)

    def values(self) -> ValuesView[V]:
        self._note(f"{self._kind}/*")
        return self._mapping.values()

    def items(self) -> ItemsView[str, V]:
        self._note(f"{self._kind}/*")
        return self._mapping.items()


class _Answers:
    """A digest of the present answer to each question."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._worked_out: dict[str, dict[str, bytes]] = {}

    def __call__(self, question: str) -> bytes:
        kind, _, id_ = question.partition("/")
        register = self._register
        if kind == "showcase":
            return register.digests.get(("awardee", id_), b"-")
        if kind == "file":
            return repr(register.files.get(id_)).encode()
        if kind in INDEXES or kind == "identities":
            found = self._of_index(kind)
            return digest_of(repr(sorted(found.items()))) if id_ == "*" else found.get(id_, b"-")
        if id_ == "*":
            return digest_of(b"".join(f"{key}".encode() + of for key, of in _facts(register, kind)))
        return register.facts_digests.get((kind, id_), b"-")

    def _of_index(self, name: str) -> dict[str, bytes]:
        """The answers of an index by id. It is worked out anew only when the facts have changed."""
        if name not in self._worked_out:
            self._worked_out[name] = self._register.recall(
                f"answers/{name}", lambda: self._made(name)
            )
        return self._worked_out[name]

    def _made(self, name: str) -> dict[str, bytes]:
        index: Mapping[str, Any] = getattr(self._register, name)
        if name == "identities":
            return {id_: digest_of(repr(shown)) for id_, shown in index.items()}
        facts, keys_of = self._register.facts_digests, INDEXES[name]
        return {
            id_: digest_of(b"".join(facts[key] for key in keys_of(value)))
            for id_, value in index.items()
        }
