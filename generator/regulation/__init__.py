"""The regulation: the register held against it, article by article.

1. ``working_days.py``: days by the State Council's calendar, and years from a day.
2. ``force.py``: which edition a round is judged by; ``periods.py``: how that edition counts the
   period of a notice, told once for all that speak of it.
3. ``appearances.py``: who appears in a round, on which list or with which honour;
   ``titles.py``: which titles were taken back.
4. ``case.py``: what a check is given, and how it says what it found; ``bygone.py``: words of a
   text that were true while a period ran.
5. What several checks share: ``publicity.py`` (articles 17 and 24), ``order.py`` (14 and 15),
   ``revocation.py`` and ``bars.py`` (31 to 33), ``reports.py`` (33); and with the editing of
   records, ``retention.py``: how long persons who were not chosen are named.
6. ``checks/``: one module an article.
7. ``run_checks.py``: all checks over one case.
8. ``examination.py``: a content folder read, assembled and checked.
"""

from generator.regulation.bygone import bygone
from generator.regulation.case import Case
from generator.regulation.examination import Examination, examine
from generator.regulation.force import Judged, judged_by
from generator.regulation.periods import Period, period_of
from generator.regulation.run_checks import all_checks, run_checks
from generator.regulation.working_days import Calendar, UnknownYear

__all__ = [
    "Calendar",
    "Case",
    "Examination",
    "Judged",
    "Period",
    "UnknownYear",
    "all_checks",
    "bygone",
    "examine",
    "judged_by",
    "period_of",
    "run_checks",
]
