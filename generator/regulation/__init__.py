"""The regulation: the register held against it, article by article.

1. ``working_days.py``: the State Council's calendar; ``anniversary.py``: years from a day.
2. ``force.py``: which edition a round is judged by.
3. ``appearances.py``: who appears in a round, on which list or with which honour;
   ``titles.py``: which titles were taken back.
4. ``case.py``: what a check is given, and how it says what it found.
5. What several checks share: ``publicity.py`` (articles 17 and 24), ``stages.py`` and
   ``precedence.py`` (14), ``revocation.py`` and ``bars.py`` (31 to 33), ``reports.py`` (33).
6. ``checks/``: one module an article.
7. ``run_checks.py``: all checks over one case.
8. ``examination.py``: a content folder read, assembled and checked.
"""

from generator.regulation.case import Case
from generator.regulation.examination import Examination, examine
from generator.regulation.force import Judged, judged_by
from generator.regulation.run_checks import all_checks, run_checks
from generator.regulation.working_days import Calendar, UnknownYear

__all__ = [
    "Calendar",
    "Case",
    "Examination",
    "Judged",
    "UnknownYear",
    "all_checks",
    "examine",
    "judged_by",
    "run_checks",
]
