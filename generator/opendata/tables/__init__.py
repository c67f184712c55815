"""The tables, one module each. A column is written once: all else is made from it."""

from typing import Any

from generator.opendata.column import Table
from generator.opendata.tables.articles import ARTICLES
from generator.opendata.tables.awardees import AWARDEES
from generator.opendata.tables.bodies import BODIES
from generator.opendata.tables.cultivation import CULTIVATION
from generator.opendata.tables.disclosure import DISCLOSURE
from generator.opendata.tables.honours import HONOURS
from generator.opendata.tables.notice_rows import NOTICE_ROWS
from generator.opendata.tables.notices import NOTICES
from generator.opendata.tables.publicity import PUBLICITY
from generator.opendata.tables.quotas import QUOTAS
from generator.opendata.tables.rounds import ROUNDS
from generator.opendata.tables.stages import STAGES

TABLES: tuple[Table[Any], ...] = (
    AWARDEES,
    HONOURS,
    NOTICES,
    DISCLOSURE,
    PUBLICITY,
    NOTICE_ROWS,
    ROUNDS,
    STAGES,
    QUOTAS,
    CULTIVATION,
    BODIES,
    ARTICLES,
)
"""In the order in which they are listed."""
