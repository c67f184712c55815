"""``/self-assessment/``: who owes the yearly report by when, the form, and how to file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.pages.form_file import SAMPLE, SAMPLE_DATA
from generator.pages.page import Heading, Page
from generator.pages.plan import Plan
from generator.pages.renderer import Renderer
from generator.pages.search_entry import SearchEntry
from generator.pages.tags import service
from generator.problems import article_name
from generator.records import Awardee
from generator.records.regulation import ReportRule
from generator.register import Register
from generator.regulation.reports import due_day, duties

ADDRESS = "/self-assessment/"
CONTENTS = (
    ("form", "表单"),
    ("who", "谁要报送，什么时候"),
    ("how", "怎样填报"),
    ("hand-in", "怎样交"),
    ("privacy", "填写的内容在哪里"),
    ("questions", "常见问题"),
    ("verify", "核对表单文件"),
)


class Debtor(NamedTuple):
    """A holder who owes reports, and the day on which the first is due."""

    awardee: Awardee
    first: dt.date


def self_assessment_plans(renderer: Renderer) -> Iterator[Plan]:
    """The page, where the edition in use asks for reports or a form is published."""
    register, form = renderer.register, renderer.form
    if register.edition.reports is None and form is None:
        return
    search_entry = SearchEntry("说明", "自评报告", names=("自我评价", "自评表单", "卓越绩效"))
    given = form.digest if form else b""
    yield Plan(ADDRESS, "self-assessment", partial(_page, renderer), lambda: search_entry, given)


def _page(renderer: Renderer) -> Page:
    register, form = renderer.register, renderer.form
    rule = register.edition.reports
    debtors = _debtors(register, rule) if rule else []
    shown = {"who": rule is not None, "verify": form is not None}
    return renderer.page(
        "self_assessment.html",
        address=ADDRESS,
        section="self-assessment",
        title="自评报告",
        description=f"{register.site.award}获奖组织的年度自评：谁要报送、截止日期、表单和填报办法",
        things=(service(register.site, "自评报告", "获奖组织报送年度自评报告"),),
        contents=tuple(Heading(*entry) for entry in CONTENTS if shown.get(entry[0], True)),
        rule=rule,
        cited=article_name(rule.article) if rule and rule.article else "",
        due=_in_words(rule.due) if rule else "",
        tiers=_names(register, rule) if rule else "",
        debtors=debtors,
        years=_by_year(debtors),
        form=form,
        sample=form.parts.get(SAMPLE) if form else None,
        sample_data=form.parts.get(SAMPLE_DATA) if form else None,
    )


def _debtors(register: Register, rule: ReportRule) -> list[Debtor]:
    """Who owes reports for as long as the register tells of no end, by the year of the first."""
    found = []
    for awardee in register.awardees.values():
        years = [
            duty.first
            for duty in duties(register, awardee)
            if duty.first is not None and duty.end is None
        ]
        if years:
            found.append(Debtor(awardee, due_day(rule, min(years))))
    return sorted(found, key=lambda debtor: (debtor.first, debtor.awardee.id))


def _by_year(debtors: list[Debtor]) -> list[tuple[dt.date, list[Debtor]]]:
    days = sorted({debtor.first for debtor in debtors})
    return [(day, [debtor for debtor in debtors if debtor.first == day]) for day in days]


def _in_words(month_day: str) -> str:
    """06-30 -> 6月30日."""
    month, day = map(int, month_day.split("-"))
    return f"{month}月{day}日"


def _names(register: Register, rule: ReportRule) -> str:
    tiers = [tier.name for tier in register.edition.tiers if tier.id in rule.tiers]
    kinds = [kind.name for kind in register.edition.holder_kinds if kind.id in rule.kinds]
    return f"获得{'、'.join(tiers)}的{'、'.join(kinds)}"
