"""What runs on every page: one script in the head before first paint, the others when it is read.

The first is inlined, so that a page is never painted in one way and then in another; the policy
names it by its hash. It depends on nothing of a site, and so does its hash.
"""

from __future__ import annotations

import hashlib
import re

from generator.layouts.policy import policy, source_of
from generator.layouts.stylesheet import OVERRIDES

FOLDER = OVERRIDES / "scripts"
FIRST = "first-paint.js"
DEFERRED = ("settings.js", "aloud.js", "leaving.js")
_REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)


def first_paint() -> str:
    """The inline script, without the remarks that are for us: it stands in every page."""
    text = (FOLDER / FIRST).read_text(encoding="utf-8")
    return _INDENT.sub("", _REMARK.sub("", text)).strip()


def page_policy() -> str:
    """The policy of every page that is filled into a layout."""
    return policy([source_of(first_paint())])


def deferred() -> dict[str, bytes]:
    """The other scripts in their order, by their paths below the root, named by their content."""
    files = {}
    for name in DEFERRED:
        data = (FOLDER / name).read_bytes()
        digest = hashlib.sha256(data).hexdigest()[:8]
        files[f"assets/{name.removesuffix('.js')}.{digest}.js"] = data
    return files
