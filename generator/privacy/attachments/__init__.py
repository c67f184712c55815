"""Attachments and pictures: everything in them that readers could find, by place.

1. ``limits.py``: how large and how deep a file may be; ``told.py``: how what is found is told.
2. ``package.py``: packed documents and their XML; ``paragraphs.py``: the texts of a part;
   ``properties.py``: the parts that are no text, and files inside files.
3. ``workbook.py``: the cells of an Excel file; ``docx.py xlsx.py pdf.py plain_text.py svg.py``:
   one kind of file each.
4. ``picture_parts.py``: a picture taken apart; ``picture.py``: what is written in it.
5. ``kinds.py``: which of them reads a file; ``words.py``: its words, for who looks for a name.
"""

from generator.privacy.attachments.kinds import findings_in
from generator.privacy.attachments.limits import LARGEST
from generator.privacy.attachments.words import Words, words_of

__all__ = ["LARGEST", "Words", "findings_in", "words_of"]
