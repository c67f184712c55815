"""Criteria sets: what is answered and scored, as data.

1. ``model.py``: set, category, item, rubric, bands; the headings of 组织概述; the digest of a set.
2. ``soundness.py``: whether the parts of a set fit together.
3. ``outline.py``: what a later form must know of a set to take its answers over.
4. ``library.py``: the sets shipped here as ``<id>.yml``, and those of a folder beside them.
"""

from self_assessment.criteria.library import Library
from self_assessment.criteria.model import Band, Category, CriteriaSet, Heading, Item, Rubric
from self_assessment.criteria.outline import Outline, outline
from self_assessment.usual import CRITERIA as USUAL

__all__ = [
    "USUAL",
    "Band",
    "Category",
    "CriteriaSet",
    "Heading",
    "Item",
    "Library",
    "Outline",
    "Rubric",
    "outline",
]
