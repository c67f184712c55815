"""Drafting: a new record begun, with everything that can be told filled in and the rest explained.

1. ``yaml_lines.py``: values as lines of YAML that read back as what was meant.
2. ``interview.py``: what is asked for: given as options, or answered at a terminal.
3. ``numbering.py``: the next id, 索引号 and 发文字号, from the records there are.
4. ``draft.py``: the record as a file with comments, in its place; never over another.
5. ``notice.py`` (with ``period.py``) ``awardee.py round.py pool.py``: what each kind of record
   needs, and what is known of it; ``kinds.py``: all of them.
"""

from generator.editing.drafting.draft import Draft, put
from generator.editing.drafting.interview import Interview, Question, Unanswered, in_form
from generator.editing.drafting.kinds import KINDS, WORDS
from generator.editing.drafting.yaml_lines import Value, block

__all__ = [
    "KINDS",
    "WORDS",
    "Draft",
    "Interview",
    "Question",
    "Unanswered",
    "Value",
    "block",
    "in_form",
    "put",
]
