"""The yearly filing of an award organisation, as data (article 33).

1. ``values.py``: the kinds of value, with their bounds.
2. ``results.py``: results as tables.
3. ``answers.py``: the answer to one item, to one heading of 组织概述.
4. ``teamwork.py``: parts, assessments, consensus.
5. ``filing.py``: the whole filing.
"""
