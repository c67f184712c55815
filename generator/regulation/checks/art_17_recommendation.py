"""Article 17: the recommending bodies' local publicity."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Notice
from generator.regulation.case import Case
from generator.regulation.periods import rule_for
from generator.regulation.publicity import held_for_long_enough

KIND = "推荐公示"


def local_publicity(case: Case) -> Iterator[Problem]:
    """推荐单位在本地本单位公示，不少于规定的工作日。"""
    for notice, edition in case.notices(KIND):
        yield from held_for_long_enough(case, notice, edition, "art-17-period")


def usual_content(case: Case) -> Iterator[Problem]:
    """公示一般包括推荐对象基本情况、奖励项目和简要事迹；不公示的内容要说明理由。"""
    for notice, edition in case.notices(KIND):
        rule = rule_for(edition, notice.kind)
        if not rule or not rule.usual_content or notice.withheld:
            continue
        for l_place, list_ in enumerate(notice.lists):
            for r_place, row in enumerate(list_.rows):
                if row.redacted:  # it was held against this before the details were taken out
                    continue
                lacking = [
                    word
                    for word, there in (
                        ("基本情况（basics）", row.basics),
                        ("奖励项目（名单的 tier）", list_.tier),
                        ("简要事迹（deeds）", row.deeds),
                    )
                    if not there
                ]
                if lacking:
                    yield case.about(
                        notice, "lists", l_place, "rows", r_place, rule=rule, edition=edition
                    ).warning(
                        "art-17-content",
                        f"“{case.register.name_of(row)}”缺少{'、'.join(lacking)}",
                        "请补上；不宜公开的写入 withheld 并说明理由",
                        case.register.name_of(row),
                    )


def settled_before_recommending(case: Case) -> Iterator[Problem]:
    """公示无异议后才报送：受理名单发布前，公示应已期满并记录结果。"""
    for notice, edition in case.notices(KIND):
        about = case.by(rule_for(edition, notice.kind), edition)
        for later in _acceptances(case, notice):
            held = notice.publicity
            if held and held.outcome is None:
                yield about(notice, "publicity").error(
                    "art-17-outcome",
                    f"公示已由“{later.title}”承接，却没有记录公示结果",
                    "请在 publicity.outcome 写明日期和结果",
                )
            elif held and held.outcome and held.outcome.on <= held.last:
                yield about(notice, "publicity", "outcome", "on").error(
                    "art-17-outcome-early",
                    f"公示结果的日期“{held.outcome.on}”不晚于公示末日 {held.last}",
                    "期满之后才有结果，请核对日期",
                    str(held.outcome.on),
                )


def _acceptances(case: Case, notice: Notice) -> list[Notice]:
    return [n for n in case.register.followers.get(notice.id, ()) if n.kind == "受理名单"]
