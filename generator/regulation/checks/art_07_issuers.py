"""Articles 7 to 9 and 24: who issues which kind of notice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Edition, Notice
from generator.regulation.case import Case
from generator.regulation.titles import KIND as REVOCATION


def issued_by_the_right_body(case: Case) -> Iterator[Problem]:
    """各种公告由办法规定的单位发布。"""
    for notice, edition in _notices(case):
        rule = next((rule for rule in edition.issuers if rule.notice == notice.kind), None)
        if rule is None:
            if _expected(edition, notice):
                what = f"{notice.kind}由谁发布"
                yield case.lacks(edition, "art-07-issuer-unknown", what, "issuers")
            continue
        body = case.register.bodies[notice.issuer]
        if body.role not in rule.by:
            yield case.about(notice, "issuer", rule=rule, edition=edition).error(
                "art-07-issuer",
                f"{notice.kind}的发文机关是“{body.name}”（{body.role}）",
                f"{notice.kind}由{'、'.join(rule.by)}发布",
                notice.issuer,
            )


def _notices(case: Case) -> Iterator[tuple[Notice, Edition]]:
    """Every notice of a round; and those of none, as of the day on which they were published."""
    for round_, edition in case.rounds():
        for notice in case.register.of_round[round_.id]:
            yield notice, edition
    for notice in case.register.notices.values():
        if not notice.round and (edition_ := case.edition_on(notice.published.date())):
            yield notice, edition_


def _expected(edition: Edition, notice: Notice) -> bool:
    """Whether the regulation deals with this kind: anyone may correct or tell something else."""
    order = edition.notice_order.kinds if edition.notice_order else ()
    return not edition.issuers or notice.kind in (*order, REVOCATION)
