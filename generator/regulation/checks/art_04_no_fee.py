"""Article 4: nothing is charged at any step."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Notice
from generator.regulation.case import Case


def says_so(case: Case) -> Iterator[Problem]:
    """申报通知要写明申报和评审不收取任何费用。"""
    for edition, rounds in case.editions:
        if not edition.must_say:
            yield case.lacks(edition, "art-04-words-unknown", "公告须写明的话", "must_say")
        for rule in edition.must_say:
            for round_ in rounds:
                for notice in case.register.of_round[round_.id]:
                    if notice.kind != rule.notice:
                        continue
                    text = _text(case, notice)
                    if not any(_squeezed(words) in text for words in rule.any_of):
                        yield case.about(notice, "body", rule=rule, edition=edition).error(
                            "art-04-words",
                            f"{notice.kind}“{notice.title}”没有写明不收费",
                            f"请在正文写明，如“{rule.any_of[0]}”；已经发布的，用更正公告补充",
                        )


def _text(case: Case, notice: Notice) -> str:
    """What a notice says, with what its corrections add: a published text is not changed."""
    those = (notice, *case.register.corrections.get(notice.id, ()))
    return _squeezed("\n".join(f"{n.title}\n{n.body or ''}" for n in those))


def _squeezed(text: str) -> str:
    return "".join(text.split())
