"""One golden page for each kind, made of the small content beside this file.

The files are under ``golden/``. After a change of a template write them anew, read the difference,
and commit it with its reason::

    .venv/bin/pytest tests/pages --write-golden
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pages import Plan, Renderer, sitemap
from tests.pages.readable import whole

GOLDEN = Path(__file__).parent / "golden"
KINDS = {
    "home": "/",
    "notices": "/notices/",
    "notice-publicity": "/notices/2024-gs-01/",
    "notice-publicity-open": "/notices/2026-gs-01/",
    "notice-commendation-corrected": "/notices/2024-bz-01/",
    "notice-correction": "/notices/2024-gz-01/",
    "notice-revocation": "/notices/2025-cx-01/",
    "awardees": "/awardees/",
    "awardee-organisation": "/awardees/yihao/",
    "awardee-individual": "/awardees/zhang/",
    "awardee-revoked": "/awardees/erhao/",
    "rounds": "/rounds/",
    "round": "/rounds/2024/",
    "round-underway": "/rounds/2026/",
    "cultivation": "/cultivation/",
    "pool": "/cultivation/dong/",
    "self-assessment": "/self-assessment/",
    "regulation": "/regulation/",
    "not-found": "/404.html",
}
Golden = Callable[[str, Path], None]


@pytest.mark.parametrize("kind", KINDS)
def test_page(kind: str, planned: dict[str, Plan], golden: Golden) -> None:
    golden(whole(planned[KINDS[kind]].make()), GOLDEN / f"{kind}.txt")


def test_sitemap(renderer: Renderer, golden: Golden) -> None:
    addresses = [address for address in KINDS.values() if address.endswith("/")]
    golden(sitemap(renderer.register.site, addresses).decode(), GOLDEN / "sitemap.txt")


def test_no_golden_page_is_left_over(planned: dict[str, Plan]) -> None:
    assert {*KINDS.values()} <= planned.keys()
    assert {file.stem for file in GOLDEN.iterdir()} == {*KINDS, "sitemap"}


def test_a_page_is_made_the_same_twice(planned: dict[str, Plan]) -> None:
    for plan in planned.values():
        assert plan.make() == plan.make()
        assert (plan.address, plan.section) == (plan.make().address, plan.make().section)
