"""What a government site owes a notice it discloses (政府信息公开条例): a number, in good time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Notice, Ruled
from generator.regulation.case import Case
from generator.regulation.working_days import UnknownYear

WITHIN = 20
"""Working days in which information is to be disclosed after it was made."""

RULE = Ruled.model_validate({"basis": "《政府信息公开条例》第二十六条"})


def index_numbers_never_reissued(case: Case) -> Iterator[Problem]:
    """每份公告的索引号只给一次，不与别的公告相同。"""
    first: dict[str, Notice] = {}
    for notice in case.register.notices.values():
        if (number := notice.index_number) is None:
            continue
        if number in first:
            other = case.register.places["notice", first[number].id].path
            yield case.about(notice, "index_number").error(
                "site-disclosure-index-twice",
                f"索引号“{number}”已用于 {other}",
                "索引号发出后不再改动，请给后一份公告另编",
                number,
            )
        first.setdefault(number, notice)


def index_numbers_given(case: Case) -> Iterator[Problem]:
    """主动公开的公告有索引号。"""
    for notice in _own(case):
        if notice.openness == "主动公开" and notice.index_number is None:
            yield case.about(notice).warning(
                "site-disclosure-index-missing",
                "主动公开的公告没有索引号",
                "请补 index_number，写成 机构代码/年份-五位序号",
            )


def disclosed_in_time(case: Case) -> Iterator[Problem]:
    """政府信息自形成之日起二十个工作日内公开。"""
    for notice in _own(case):
        if notice.made is None or notice.published.date() <= notice.made:
            continue
        try:
            days = case.calendar.working_days(notice.made, notice.published.date())
        except UnknownYear as unknown:
            yield case.about(notice, rule=RULE).cannot_tell(
                "site-disclosure-days-unknown",
                f"不知道 {unknown.year} 年的工作日，算不出从成文到发布有几个工作日",
                f"请补 holidays/{unknown.year}.yml",
            )
            continue
        passed = len([day for day in days if day > notice.made])
        if passed > WITHIN:
            yield case.about(notice, "published", rule=RULE).warning(
                "site-disclosure-late",
                f"成文“{notice.made}”之后第 {passed} 个工作日才发布",
                f"政府信息应在形成后 {WITHIN} 个工作日内公开；请核对日期，或说明原因",
            )


def _own(case: Case) -> Iterator[Notice]:
    """The notices that the office itself publishes: not those taken over from public reports."""
    return (notice for notice in case.register.notices.values() if not notice.sources)
