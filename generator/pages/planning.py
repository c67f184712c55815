"""Every page of the site that comes from records, planned."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.awardees import awardee_plans
from generator.pages.cultivation import cultivation_plans
from generator.pages.home import featured, home
from generator.pages.notices import notice_plans
from generator.pages.plan import Needs, Plan
from generator.pages.press import Press, edition_of_press
from generator.pages.regulation import regulation_plans
from generator.pages.rounds import round_plans
from generator.pages.self_assessment import self_assessment_plans
from generator.pages.sitemap import not_found
from generator.pages.statistics import statistics_plans


def plans(press: Press) -> Iterator[Plan]:
    """The plan of each page, in the order of the navigation."""
    needs = Needs(press.register, edition_of_press())
    shown = needs.whole(needs.recall("featured", lambda: [a.id for a in featured(press.register)]))
    yield Plan("/", "", shown, lambda: home(press))
    yield from notice_plans(press, needs)
    yield from awardee_plans(press, needs)
    yield from round_plans(press, needs)
    yield from cultivation_plans(press, needs)
    yield from self_assessment_plans(press, needs)
    yield from regulation_plans(press, needs)
    yield from statistics_plans(press, needs)
    yield Plan("/404.html", "", needs.common, lambda: not_found(press))
