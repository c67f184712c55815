"""What is asked for a new record: given as an option, or answered at a terminal, never guessed.

Without a terminal no question can be put: then all that is missing or wrong is told at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import get_type_hints

from pydantic import TypeAdapter, ValidationError

from generator.records import Record


class Unanswered(Exception):
    """Options that are missing or wrong, each as a sentence."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("；".join(sentences))
        self.sentences = sentences


def anything(text: str) -> str:
    """Takes every answer."""
    return text


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to be known: the option that gives it, and what it is called.

    `choices` are the values there are, each with its words; empty where any text will do.
    `suggestion` is offered at a terminal. Without one it is taken where `known` says that it
    follows from the records; else the option must be given, unless the answer is `optional`.
    `accept` gives the answer in its right form or raises ValueError with a sentence.
    """

    option: str
    words: str
    choices: Mapping[str, str] = field(default_factory=dict)
    suggestion: str = ""
    known: bool = False
    optional: bool = False
    accept: Callable[[str], str] = anything

    def taken(self, answer: str) -> str:
        """The answer in its right form. Raises ValueError with a sentence."""
        answer = answer.strip()
        if not self.choices:
            return self.accept(answer)
        if answer in self.choices:
            return answer
        for value, words in self.choices.items():
            if answer == words:
                return value
        shown = [f"{value}（{words}）" for value, words in self.choices.items() if words != value]
        some = "、".join((shown or [*self.choices])[:8])
        more = "等" if len(self.choices) > 8 else ""
        raise ValueError(f"“{answer[:40]}”不在可选的里面；可写 {some}{more}")


class Interview:
    """Puts questions: takes the options given, else asks `person`, else notes what is missing."""

    def __init__(
        self, given: Mapping[str, str | None], person: Callable[[Question], str] | None = None
    ) -> None:
        self._given = given
        self._person = person
        self._wrong: list[str] = []

    def ask(self, question: Question) -> str:
        """The answer; empty for an optional one that is not given.

        What is missing or wrong is noted for `end`; till then something stands in for it.
        """
        stand_in = question.suggestion or next(iter(question.choices), "")
        given = self._given.get(question.option)
        if given is not None:
            try:
                return question.taken(given)
            except ValueError as error:
                self._wrong.append(f"--{question.option} 的值不对：{error}")
                return stand_in
        if question.known and len(question.choices) == 1:
            return stand_in
        if self._person:
            return self._person(question)
        if question.suggestion and question.known:
            return question.suggestion
        if question.optional:
            return ""
        self._wrong.append(f"缺少 --{question.option}（{question.words}）")
        return stand_in

    def end(self) -> None:
        """Raises Unanswered where something was missing or wrong."""
        if self._wrong:
            raise Unanswered(self._wrong)


def in_form(model: type[Record], key: str) -> Callable[[str], str]:
    """Takes what the field `key` of a record takes, and says its own sentence otherwise."""
    adapter: TypeAdapter[object] = TypeAdapter(get_type_hints(model, include_extras=True)[key])

    def accept(text: str) -> str:
        if not text:
            raise ValueError("没有内容")
        try:
            adapter.validate_python(text)
        except ValidationError as error:
            context = error.errors(include_url=False)[0].get("ctx", {})
            said = context.get("said", f"“{text[:40]}”的写法不对")
            raise ValueError("；".join(filter(None, (said, context.get("remedy"))))) from None
        return text

    return accept
