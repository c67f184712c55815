"""Editing: what writes records for the office.

1. ``drafting/``: a new record begun, with everything that can be told filled in.
2. ``importing/``: a publicity list taken from the workbook that the office already keeps.
"""
