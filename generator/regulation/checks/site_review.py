"""Three readings before a notice is published (三审三校): drafted, reviewed, approved."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.regulation.case import Case

READINGS = {"drafted_by": "拟稿", "reviewed_by": "审核", "approved_by": "签发"}
"""Who read a notice, by the field of its confidential part. The names are never published."""


def read_three_times(case: Case) -> Iterator[Problem]:
    """公告经拟稿、审核、签发后才发布。"""
    for notice in case.register.notices.values():
        if notice.sources:  # taken over from public reports: who read it then is not on record
            continue
        held = case.withheld.notices.get(notice.id)
        missing = [w for field, w in READINGS.items() if not (held and getattr(held, field))]
        if missing:
            yield case.about(notice).error(
                "site-review-missing",
                f"没有记录{'、'.join(missing)}人，不能发布",
                "请在 confidential 里补 "
                + "、".join(f for f, w in READINGS.items() if w in missing)
                + "（姓名只存档，不公开）",
            )
