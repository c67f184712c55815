"""Editing: what writes records for the office.

1. ``drafting/``: a new record begun, with everything that can be told filled in.
2. ``importing/``: a publicity list taken from the workbook that the office already keeps.
3. ``redacting/``: personal details of those who were not chosen, taken out when their time is over.

``writing.py``: a record written at once or not at all.
"""
