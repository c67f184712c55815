"""Every page of the site that comes from records, planned."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.awardees import awardee_plans
from generator.pages.cultivation import cultivation_plans
from generator.pages.home import featured, home
from generator.pages.notices import notice_plans
from generator.pages.plan import Needs, Plan
from generator.pages.regulation import regulation_plans
from generator.pages.renderer import Renderer, edition_of_renderer
from generator.pages.rounds import round_plans
from generator.pages.self_assessment import self_assessment_plans
from generator.pages.sitemap import not_found
from generator.pages.statistics import statistics_plans


def plans(renderer: Renderer) -> Iterator[Plan]:
    """The plan of each page, in the order of the navigation."""
    needs = Needs(renderer.register, edition_of_renderer())
    shown = needs.whole(
        needs.recall("featured", lambda: [a.id for a in featured(renderer.register)])
    )
    yield Plan("/", "", shown, lambda: home(renderer))
    yield from notice_plans(renderer, needs)
    yield from awardee_plans(renderer, needs)
    yield from round_plans(renderer, needs)
    yield from cultivation_plans(renderer, needs)
    yield from self_assessment_plans(renderer, needs)
    yield from regulation_plans(renderer, needs)
    yield from statistics_plans(renderer, needs)
    yield Plan("/404.html", "", needs.common, lambda: not_found(renderer))
