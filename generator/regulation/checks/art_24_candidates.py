"""Article 24: the candidates approved by the committee are published to the public."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.regulation.case import Case
from generator.regulation.publicity import held_for_long_enough

KIND = "拟奖公示"


def public_publicity(case: Case) -> Iterator[Problem]:
    """审议通过的候选名单向社会公示，不少于规定的时间。"""
    for notice, edition in case.notices(KIND):
        yield from held_for_long_enough(case, notice, edition, "art-24-period")


def carried_by_media(case: Case) -> Iterator[Problem]:
    """候选名单同时在主流媒体上公示。"""
    for notice, edition in case.notices(KIND):
        rule = next((rule for rule in edition.media if rule.notice == KIND), None)
        if rule and not notice.media:
            yield case.about(notice, "media", rule=rule, edition=edition).warning(
                "art-24-media",
                f"拟奖公示“{notice.title}”没有写同时公布的媒体",
                "请在 media 写明媒体名称和日期",
            )
