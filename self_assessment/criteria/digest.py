"""The digest of a criteria set: which items there are, what they weigh, of which kind they are.

Wording is not in it: guidance may be bettered in the middle of a year without making the filings
begun with it foreign.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from self_assessment.criteria.model import Category


def digest(categories: Iterable[Category]) -> str:
    """SHA-256 in hex of the categories and items of a set: ids, points and kinds, in order."""
    categories = [*categories]
    shape = [
        [[category.id, category.points] for category in categories],
        [[item.id, item.points, item.kind] for category in categories for item in category.items],
    ]
    text = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
