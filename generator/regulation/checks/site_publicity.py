"""What a publicity or a consultation owes its readers once it is over: how it ended, and no words
that it still runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.problems import Problem
from generator.records import Notice
from generator.regulation.bygone import bygone
from generator.regulation.case import Case, Subject


def outcome_recorded(case: Case) -> Iterator[Problem]:
    """公示和征求意见结束后记录结果。"""
    for notice in case.register.notices.values():
        held = notice.publicity
        if held is None or held.outcome or held.last >= case.today or notice.sources:
            continue
        if case.register.followers.get(notice.id):  # what came of it is the notice that followed
            continue
        words = notice.period_words
        yield case.about(notice, "publicity").note(
            "site-publicity-outcome",
            f"{words.short}“{held.last}”结束，已过 {(case.today - held.last).days} 天，"
            "还没有记录结果",
            "请在 publicity.outcome 写明日期和结果，或在承接它的公告里写 follows",
            str(held.last),
        )


def texts_in_time(case: Case) -> Iterator[Problem]:
    """公示和征求意见结束后，公告和评定的文字不再说正在进行。"""
    for notice in case.register.notices.values():
        meant = [notice] if notice.publicity else []
        yield from _gone(case, notice, "body", notice.body, meant)
        yield from _gone(case, notice, "difference", notice.difference, meant)
    for round_ in case.register.rounds.values():
        meant = [n for n in case.register.of_round[round_.id] if n.publicity]
        yield from _gone(case, round_, "summary", round_.summary, meant)
    for id_, pool in case.register.pools.items():
        yield from _gone(case, ("pool", id_), "summary", pool.summary, ())


def _gone(
    case: Case, subject: Subject, key: str, text: str | None, meant: Iterable[Notice]
) -> Iterator[Problem]:
    for one in bygone(text or "", meant, case.register, case.today):
        yield case.about(subject, key).note(
            "site-publicity-over", one.message, one.remedy, one.words
        )
