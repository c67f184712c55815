"""Notices as official documents on paper: PDF by GB/T 9704-2012, never with a seal.

1. ``lists.py``: what a notice's lists are called and which columns they fill, here and on pages.
2. ``numbering.py``: 一、（一） 1. （1）.
3. ``prose.py``: the CommonMark of a notice as blocks of a paper.
4. ``paper.py``: what a paper says, as plain values; ``composing.py``: a notice as a paper.
5. ``typefaces.py``: the typefaces, and which characters they have.
6. ``typesetting.py``: a paper as PDF, by typst and ``official.typ``.
"""

from generator.documents.composing import composed
from generator.documents.lists import Column, columns_of, count_of, heading_of, redactions_of
from generator.documents.paper import Paper
from generator.documents.typefaces import Typefaces, Untypable, typefaces
from generator.documents.typesetting import printed

__all__ = [
    "Column",
    "Paper",
    "Typefaces",
    "Untypable",
    "columns_of",
    "composed",
    "count_of",
    "heading_of",
    "printed",
    "redactions_of",
    "typefaces",
]
