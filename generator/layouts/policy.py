"""The content policy of the site: what a page may load, and which scripts may run in it.

One place for the pages' own ``<meta>`` and for whoever writes the headers of a server.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

_RULES = ("img-src 'self' data:", "object-src 'none'", "base-uri 'none'", "form-action 'self'")


def source_of(script: str) -> str:
    """An inline script as a policy names it: ``'sha256-…'``, of all between its two tags."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(inline: Iterable[str]) -> str:
    """The policy: everything from the site itself, and the `inline` scripts by their sources.

    There is no inline style, no handler in an attribute, and nothing from another host. A server
    may send the same as a header, and add what a ``<meta>`` cannot say (``layout-ancestors``).
    """
    scripts = " ".join(("script-src 'self'", *inline))
    return "; ".join(("default-src 'self'", scripts, *_RULES))
