"""The kinds of record that can be begun."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.editing.drafting.awardee import begin_awardee
from generator.editing.drafting.draft import Draft
from generator.editing.drafting.interview import Interview
from generator.editing.drafting.notice import begin_notice
from generator.editing.drafting.pool import begin_pool
from generator.editing.drafting.round import begin_round
from generator.register import Register
from generator.regulation import Calendar

KINDS: Mapping[str, Callable[[Register, Calendar, Interview], Draft]] = {
    "notice": begin_notice,
    "awardee": begin_awardee,
    "round": begin_round,
    "pool": begin_pool,
}
"""For each kind of record what begins one, from what is known and what is answered."""

WORDS = {"notice": "公告", "awardee": "获奖者", "round": "评定", "pool": "培育库"}
"""What offices call them."""
