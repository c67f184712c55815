"""Article 37: when an edition takes force and how long it is valid; which one judges a round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Edition, Round
from generator.records.regulation import ForceRule
from generator.regulation.case import Case
from generator.regulation.working_days import ONE_DAY, anniversary

DRAFT = "征求意见稿"


def judged_by_an_edition(case: Case) -> Iterator[Problem]:
    """每次评定都以申报通知发布时施行的办法为准。"""
    site = case.register.site
    if site.assume_in_force:
        edition = case.register.editions[site.assume_in_force]
        yield case.about(
            ("site", "site"), "assume_in_force", rule=edition.force, edition=edition
        ).note(
            "art-37-assumed",
            f"假定“{edition.id}”已经施行，它的各项内容全部照常检查；这一版本的状态是“{edition.status}”",
            "正式办法施行后，请删去 assume_in_force",
            edition.id,
        )
    for id_, judged in case.judged.items():
        round_ = case.register.rounds[id_]
        if judged.edition is None:
            yield _unknown(case, round_)
        elif judged.how == "stated" and judged.edition.id != site.assume_in_force:
            yield from _stated(case, round_, judged.edition)


def dates_of_editions(case: Case) -> Iterator[Problem]:
    """办法自公布之日起满规定日数施行，有效期为规定年数；征求意见稿没有施行日期。"""
    for edition in case.register.editions.values():
        if edition.status == DRAFT and edition.effective_from:
            yield case.about(edition, "effective_from", rule=edition.force, edition=edition).error(
                "art-37-draft-in-force",
                f"征求意见稿写了施行日期“{edition.effective_from}”",
                "请删去；正式办法公布后另建一个版本",
                str(edition.effective_from),
            )
        elif edition.effective_from and edition.force is None:
            yield case.lacks(edition, "art-37-force-unknown", "施行与有效期的规定", "force")
        elif edition.effective_from and edition.force:
            yield from _dates(case, edition, edition.force, edition.effective_from)


def _unknown(case: Case, round_: Round) -> Problem:
    called = case.called[round_.id]
    why = f"“{called}”没有施行中的办法" if called else "没有录入申报通知，不知依哪个版本的办法"
    return case.about(round_).cannot_tell(
        "art-37-edition-unknown",
        f"{round_.title}：{why}，各条检查都没有做",
        "请补入申报通知和办法的施行日期，或在评定记录写明 regulation",
    )


def _stated(case: Case, round_: Round, edition: Edition) -> Iterator[Problem]:
    about = case.by(edition.force, edition)
    called = case.called[round_.id]
    first, last = edition.effective_from, edition.expires
    if called and ((first and called < first) or (last and called > last)):
        time = f"{first or '（施行日期未录入）'} 至 {last or '（失效日期未录入）'}"
        yield about(round_, "regulation").error(
            "art-37-not-in-force",
            f"所依办法“{edition.id}”在申报通知发布之日“{called}”没有施行",
            f"它的施行时间为 {time}；请核对，或删去 regulation",
            edition.id,
        )
    elif edition.status == DRAFT:
        yield about(round_).cannot_tell(
            "art-37-draft-stated",
            f"{round_.title}写明依“{edition.id}”，它是征求意见稿，没有施行；各项内容照常检查",
            "正式办法施行后请核对",
        )


def _dates(case: Case, edition: Edition, rule: ForceRule, first: dt.date) -> Iterator[Problem]:
    about = case.by(rule, edition)
    if edition.published and rule.days_after_publication is not None:
        # "自公布之日起 N 日后" is met by day N and by the day after: both are in use.
        due = edition.published + rule.days_after_publication * ONE_DAY
        if first not in (due, due + ONE_DAY):
            yield about(edition, "effective_from").warning(
                "art-37-effective",
                f"施行日期“{first}”与公布日期“{edition.published}”不合",
                f"公布后 {rule.days_after_publication} 日施行，应为 {due}；请与正式文本核对",
                str(first),
            )
    if edition.expires and rule.valid_years is not None:
        end = anniversary(first, rule.valid_years)
        if edition.expires not in (end - ONE_DAY, end):
            yield about(edition, "expires").warning(
                "art-37-expires",
                f"失效日期“{edition.expires}”与施行日期“{first}”不合",
                f"有效期 {rule.valid_years} 年，最后一天应为 {end - ONE_DAY}；请与正式文本核对",
                str(edition.expires),
            )
