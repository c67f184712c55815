"""Whether two sites say the same to readers and machines: text, tags and linked data of pages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

SAMPLE = 300
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_META = re.compile(r'<meta (?:name|property)="[^"]*" content="[^"]*">')
_LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many pages were compared; those that differ, and those that only we have."""

    compared: int
    different: tuple[str, ...]
    missing: tuple[str, ...]


def visible(html: str) -> str:
    """What a reader sees of a page, and its title, without any white space."""
    return "".join(unescape(_TAG.sub(" ", _UNSEEN.sub(" ", html))).split())


def tagged(html: str) -> list[str]:
    """What a page tells machines: its tags, and its linked data whatever the order of the keys."""
    linked = [json.dumps(json.loads(data), sort_keys=True) for data in _LINKED.findall(html)]
    return [*map(unescape, _META.findall(html)), *linked]


def compare(ours: Path, theirs: Path) -> Likeness:
    """Compares every page that is not a holder's, and holders' pages spread over the whole site."""
    pages = sorted(page.relative_to(ours).as_posix() for page in ours.rglob("*.html"))
    holders = [page for page in pages if page.startswith("awardees/org-")]
    chosen = holders[:: max(1, len(holders) // SAMPLE)]
    chosen += [page for page in pages if not page.startswith("awardees/org-")]
    missing = [page for page in chosen if not (theirs / page).is_file()]
    both = [page for page in chosen if page not in missing]
    different = [page for page in both if _said(ours / page) != _said(theirs / page)]
    return Likeness(len(both), tuple(different), tuple(missing))


def _said(page: Path) -> tuple[str, list[str]]:
    html = page.read_text(encoding="utf-8")
    return visible(html), tagged(html)
