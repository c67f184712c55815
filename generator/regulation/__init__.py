"""The regulation: the register held against it, article by article.

1. ``working_days.py``: the State Council's calendar.
2. ``force.py``: which edition a round is judged by.
3. ``case.py``: what a check is given, and how it says what it found.
4. ``publicity.py``: a publicity period held against its rule (articles 17 and 24 share it).
5. ``checks/``: one module an article.
6. ``hearing.py``: all checks over one case.
7. ``examination.py``: a content folder read, assembled and heard.
"""

from generator.regulation.case import Case
from generator.regulation.examination import Examination, examine
from generator.regulation.force import Judged, judged_by
from generator.regulation.hearing import all_checks, hear
from generator.regulation.working_days import Calendar, UnknownYear

__all__ = [
    "Calendar",
    "Case",
    "Examination",
    "Judged",
    "UnknownYear",
    "all_checks",
    "examine",
    "hear",
    "judged_by",
]
