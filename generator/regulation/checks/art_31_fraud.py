"""Article 31: fraud revokes the title, is exposed, and bars from applying."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.regulation.bars import barred
from generator.regulation.case import Case
from generator.regulation.revocation import announced, unexplained

GROUND = "弄虚作假"


def exposed(case: Case) -> Iterator[Problem]:
    """骗取称号的予以撤销并公开，获奖记录与撤销公告一致。"""
    yield from announced(case, GROUND, "art-31")


def every_revocation_published(case: Case) -> Iterator[Problem]:
    """撤销称号都有撤销公告，撤销公告都写明撤销了谁。"""
    yield from unexplained(case, GROUND, "art-31")


def may_not_apply(case: Case) -> Iterator[Problem]:
    """弄虚作假的，在规定年数内不得申报。"""
    yield from barred(case, GROUND, "art-31")
