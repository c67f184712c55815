"""Article 32: an accident with grave social effect revokes the title, and is published."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.regulation.bars import barred
from generator.regulation.case import Case
from generator.regulation.revocation import announced

GROUND = "重大事故"


def published(case: Case) -> Iterator[Problem]:
    """因重大事故撤销称号的公开通报，获奖记录与撤销公告一致。"""
    yield from announced(case, GROUND, "art-32")


def may_not_apply(case: Case) -> Iterator[Problem]:
    """因重大事故被撤销称号的，办法规定了年数的，在此期间不得申报。"""
    yield from barred(case, GROUND, "art-32")
