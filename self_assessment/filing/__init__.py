"""The yearly filing of an award organisation, as data (article 33).

1. ``values.py``: the kinds of value, with their bounds.
2. ``results.py``: results as tables.
3. ``answers.py``: the answer to one item, to one heading of 组织概述.
4. ``teamwork.py``: parts, assessments, consensus.
5. ``filing.py``: the whole filing.
6. ``schema.py``: its JSON Schema, of which the form's validator is made.
7. ``upgrades.py``: files of earlier versions brought along.
8. ``reading.py``: a file as a filing, or why it is none; ``faults.py``: what does not fit, as
   sentences.
9. ``checking.py``: a filing held against all that it must agree with: ``answering.py`` its
   criteria, ``calendar.py`` the calendar; ``finding.py``: one thing that is wrong.
"""
