"""Every page of the site that comes from records, planned."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.pages.awardees import awardee_plans
from generator.pages.cultivation import cultivation_plans
from generator.pages.home import home
from generator.pages.notices import notice_plans
from generator.pages.plan import Plan
from generator.pages.regulation import regulation_plans
from generator.pages.renderer import Renderer
from generator.pages.rounds import round_plans
from generator.pages.self_assessment import self_assessment_plans
from generator.pages.sitemap import not_found
from generator.pages.statistics import statistics_plans


def plans(renderer: Renderer) -> Iterator[Plan]:
    """The plan of each page, in the order of the navigation."""
    yield Plan("/", "", partial(home, renderer))
    yield from notice_plans(renderer)
    yield from awardee_plans(renderer)
    yield from round_plans(renderer)
    yield from cultivation_plans(renderer)
    yield from self_assessment_plans(renderer)
    yield from regulation_plans(renderer)
    yield from statistics_plans(renderer)
    yield Plan("/404.html", "", partial(not_found, renderer))
