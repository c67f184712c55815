"""Redacting: personal details of those who were not chosen, taken out of the records for good.

1. ``rows.py``: rows without their details in a record's text; all other lines as they were.
2. ``mentions.py``: where else the same persons are named: what only people can take out.
3. ``redaction.py``: who is meant, what is to be written, and the writing of it.
"""

from generator.editing.redacting.redaction import BASIS, Redaction, Wanted, begin_redaction

__all__ = ["BASIS", "Redaction", "Wanted", "begin_redaction"]
