"""Article 35: certificates are given by the city; each number is given once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.regulation.case import Case


def numbers_unique(case: Case) -> Iterator[Problem]:
    """证书编号在全部获奖者中不重复。"""
    edition = case.register.edition
    if (rule := edition.certificates) is None:
        yield case.lacks(edition, "art-35-rule-unknown", "证书编号的规定", "certificates")
        return
    first: dict[str, str] = {}
    for awardee in case.register.awardees.values() if rule.unique else ():
        for place, honour in enumerate(awardee.honours):
            if honour.certificate is None:
                continue
            if honour.certificate in first:
                other = first[honour.certificate]
                path = case.register.places["awardee", other].path
                yield case.about(
                    awardee, "honours", place, "certificate", rule=rule, edition=edition
                ).error(
                    "art-35-number-twice",
                    f"证书编号“{honour.certificate}”已用于“{case.register.awardees[other].name}”",
                    f"请与 {path} 核对，改正其中一处",
                    honour.certificate,
                )
            first.setdefault(honour.certificate, awardee.id)
