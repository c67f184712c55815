"""Whether two sites say the same: the visible text of their pages, held against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

SAMPLE = 300
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many pages were compared; those whose text differs, and those that only we have."""

    compared: int
    different: tuple[str, ...]
    missing: tuple[str, ...]


def visible(html: str) -> str:
    """What a reader sees of a page, and its title, without any white space."""
    return "".join(unescape(_TAG.sub(" ", _UNSEEN.sub(" ", html))).split())


def compare(ours: Path, theirs: Path) -> Likeness:
    """Compares every page that is not a holder's, and holders' pages spread over the whole site."""
    pages = sorted(page.relative_to(ours).as_posix() for page in ours.rglob("*.html"))
    holders = [page for page in pages if page.startswith("awardees/org-")]
    chosen = holders[:: max(1, len(holders) // SAMPLE)]
    chosen += [page for page in pages if not page.startswith("awardees/org-")]
    missing = [page for page in chosen if not (theirs / page).is_file()]
    both = [page for page in chosen if page not in missing]
    different = [page for page in both if _text(ours / page) != _text(theirs / page)]
    return Likeness(len(both), tuple(different), tuple(missing))


def _text(page: Path) -> str:
    return visible(page.read_text(encoding="utf-8"))
