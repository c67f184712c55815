"""Article 33: the yearly self-assessment report, and revocation where a decline is not mended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.regulation import ReportRule
from generator.regulation.bars import barred
from generator.regulation.case import Case, named
from generator.regulation.reports import Duty, due_day, duties, years_of
from generator.regulation.revocation import announced

GROUND = "逾期未整改"


def handed_in(case: Case) -> Iterator[Problem]:
    """获奖组织每年在截止日前报送《自评报告》。"""
    edition = case.register.edition
    if (rule := edition.reports) is None:
        yield case.lacks(edition, "art-33-rule-unknown", "自评报告的规定", "reports")
        return
    about = case.by(rule, edition)
    missing: dict[int, list[str]] = {}
    unknown: list[str] = []
    until = case.today.year if due_day(rule, case.today.year) < case.today else case.today.year - 1
    for id_, awardee in case.register.awardees.items():
        if not (those := duties(case.register, awardee)):
            continue
        if any(duty.first is None for duty in those):
            unknown.append(awardee.name)
        held = case.withheld.awardees.get(id_)
        received = [report.year for report in held.reports] if held else []
        for year in years_of(rule, those, until):
            if year not in received:
                missing.setdefault(year, []).append(awardee.name)
    for year, names in sorted(missing.items()):
        yield about(edition, "reports").note(
            "art-33-overdue",
            f"“{year}”年的《自评报告》有 {len(names)} 家没有收到：{named(names)}",
            f"截止日为 {due_day(rule, year)}；收到的请记入获奖记录的 confidential.reports",
            str(year),
        )
    if unknown:
        yield about(edition).cannot_tell(
            "art-33-award-year-unknown",
            f"{len(unknown)} 家获奖组织的获奖年度不明，自评报告从哪年起报送无从核对："
            f"{named(unknown)}",
            "请在获奖记录补上表彰通报（notice）",
        )


def received_reports(case: Case) -> Iterator[Problem]:
    """收到的《自评报告》是应报送的年度，并且没有过期。"""
    if (rule := case.register.edition.reports) is None:
        return  # told by handed_in
    for id_, held in case.withheld.awardees.items():
        if held.reports:
            those = duties(case.register, case.register.awardees[id_])
            if not any(duty.first is None for duty in those):
                yield from _received(case, id_, rule, those)


def _received(case: Case, id_: str, rule: ReportRule, those: list[Duty]) -> Iterator[Problem]:
    about = case.by(rule, case.register.edition)
    reports = case.withheld.awardees[id_].reports
    due = years_of(rule, those, max(report.year for report in reports))
    for place, report in enumerate(reports):
        if report.year not in due:
            yield about(("awardee", id_), "confidential", "reports", place, "year").warning(
                "art-33-not-owed",
                f"收到的自评报告不是应报送的年度：“{report.year}”",
                "请核对年度；获奖次年起、称号有效期间才应报送",
            )
        elif report.received > due_day(rule, report.year):
            yield about(("awardee", id_), "confidential", "reports", place, "received").note(
                "art-33-late",
                f"自评报告在截止日之后收到：“{report.received}”",
                f"截止日为每年 {rule.due}",
            )


def revoked_where_not_mended(case: Case) -> Iterator[Problem]:
    """逾期未整改或整改不达标而撤销称号的，获奖记录与撤销公告一致。"""
    yield from announced(case, GROUND, "art-33")


def may_not_apply(case: Case) -> Iterator[Problem]:
    """因逾期未整改被撤销称号的，办法规定了年数的，在此期间不得申报。"""
    yield from barred(case, GROUND, "art-33")
