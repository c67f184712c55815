"""Article 15: the call for applications comes before all else, and the media carry it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Edition, Round
from generator.regulation.appearances import LISTS
from generator.regulation.case import Case
from generator.regulation.order import can_precede, moment

KIND = "申报通知"


def called_first(case: Case) -> Iterator[Problem]:
    """评定前先公布申报通知，其他程序的公告都在其后。"""
    for round_, edition in case.rounds():
        if edition.call is None:
            yield case.lacks(edition, "art-15-call-rule-unknown", "申报通知的规定", "call")
        else:
            yield from _before_all(case, round_, edition)


def carried_by_media(case: Case) -> Iterator[Problem]:
    """申报通知同时在主流媒体上公布。"""
    for notice, edition in case.notices(KIND):
        if edition.call and edition.call.media and not notice.media:
            yield case.about(notice, "media", rule=edition.call, edition=edition).warning(
                "art-15-media",
                f"申报通知“{notice.title}”没有写同时公布的媒体",
                "请在 media 写明媒体名称和日期",
            )


def _before_all(case: Case, round_: Round, edition: Edition) -> Iterator[Problem]:
    about = case.by(edition.call, edition)
    notices = case.register.of_round[round_.id]
    calls = [notice for notice in notices if notice.kind == KIND]
    later = [notice for notice in notices if notice.kind in LISTS]
    if not calls and later:
        yield about(round_).error(
            "art-15-call-missing",
            f"“{round_.title}”已有{later[0].kind}，却没有申报通知",
            "请补入申报通知",
            round_.id,
        )
    elif not calls and case.register.given[round_.id]:
        yield about(round_).cannot_tell(
            "art-15-call-unknown",
            f"{round_.title}有获奖者，没有录入任何程序公告",
            "查明后补入申报通知和表彰通报",
        )
    elif calls and later and not can_precede(calls[0], later[0]):
        yield about(calls[0], "published").error(
            "art-15-call-late",
            f"申报通知发布于“{moment(calls[0])}”，"
            f"不早于{later[0].kind}“{later[0].title}”（{moment(later[0])}）",
            "申报通知应在其他公告之前，请核对发布时间",
            moment(calls[0]),
        )
