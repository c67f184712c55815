"""What the making of a file asks for, noted while it is made.

A file is made again when its own making would get another answer to any question it asked the
last time. So nothing declares what a page depends on, and nothing can be forgotten there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from generator.incremental.fingerprint import digest_of

T = TypeVar("T")


class Observer:
    """Notes questions. `answer` gives a digest of the present answer to one.

    `always` is a digest of what every file depends on without asking: program and settings.
    """

    def __init__(
        self, answer: Callable[[str], bytes] = lambda question: b"", always: bytes = b""
    ) -> None:
        self._always = always
        self._answer = answer
        self._answers: dict[str, bytes] = {}
        self._asked: set[str] | None = None
        self._known: dict[Hashable, tuple[Any, frozenset[str]]] = {}

    def note(self, question: str) -> None:
        """Notes a question, where anybody is watching."""
        if self._asked is not None:
            self._asked.add(question)

    @contextmanager
    def watching(self) -> Iterator[set[str]]:
        """The questions that are asked meanwhile. Whoever watches around it hears them too."""
        around, self._asked = self._asked, set()
        try:
            yield self._asked
        finally:
            heard, self._asked = self._asked, around
            if around is not None:
                around |= heard

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once; whoever takes it has asked what its making asked."""
        if name not in self._known:
            with self.watching() as asked:
                value = make()
            self._known[name] = value, frozenset(asked)
        value, asked_then = self._known[name]
        if self._asked is not None:
            self._asked |= asked_then
        return cast(T, value)

    def made_of(self, given: bytes, asked: Iterable[str]) -> bytes:
        """A digest of what a file is made of: what is given, and the answers to what is asked."""
        answers = self._answers
        parts = [self._always, given]
        for question in asked:
            found = answers.get(question)
            if found is None:
                found = answers[question] = self._answer(question)
            parts.append(found)
        return digest_of(b"".join(parts))
