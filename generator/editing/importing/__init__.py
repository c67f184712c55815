"""Importing: a publicity list taken from the workbook that the office already keeps.

1. ``place.py``: a place in a workbook, and a problem there.
2. ``workbook.py``: the file opened, or refused with what to do; what is hidden in it.
   ``bounds.py``: what would be too much to be opened.
3. ``cells.py``: cells as text, merged ones too, each with its place.
4. ``headings.py``: the row of headings and what each column is; the sheet that has it.
5. ``names.py``: names held against the records: holders, bodies, sectors, tiers, kinds.
6. ``codes.py``: credit codes, and how a spreadsheet spoils them.
7. ``rows.py``: a sheet as the rows of a list, with every problem at once.
8. ``splice.py``: the lists of a notice put into its file, all other lines as they were.
9. ``taking_in.py``: all of it; ``template.py``: the workbook to fill.
"""

from generator.editing.importing.taking_in import Intake, Wanted, take_in
from generator.editing.importing.template import workbook_to_fill

__all__ = ["Intake", "Wanted", "take_in", "workbook_to_fill"]
