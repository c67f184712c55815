"""The theme's side of the site: empty frames and the hand-written pages, by MkDocs and its theme.

1. ``chrome.py``: what the frame shows on every page, and the prose to be rendered, as plain values.
2. ``palette.py``: the colours of both themes from two configured ones, and their contrast.
3. ``stylesheet.py``: the parts of the stylesheet joined to one file named by its content.
4. ``scripts.py``: what runs on every page, in the head before first paint and after it.
5. ``policy.py``: the content policy, which names that script by its hash.
6. ``fingerprint.py``: the digest of everything frames are made of.
7. ``theme.py``: the one module that imports mkdocs; it runs in memory and prints nothing.
8. ``markdown.py``: what our Markdown does differently (heading ids, tables).
9. ``prose.py``: the links of a prose page, rewritten for its depth and collected to be checked.
10. ``frame.py``: a frame cut at its marks, and the stamping of a page into it.
11. ``frame_set.py``: all frames, prose pages and assets of one site.
12. ``cache.py``: frame sets on disk, so that an edited record never starts MkDocs.
13. ``making.py``: from chrome and prose to a frame set, by way of the cache.
"""

from generator.frames.chrome import Badge, Chrome, NavEntry, Prose
from generator.frames.frame import Frame
from generator.frames.frame_set import TWINLESS, FrameSet, ProseLink, ProsePage, stamp
from generator.frames.making import frames

__all__ = [
    "TWINLESS",
    "Badge",
    "Chrome",
    "Frame",
    "FrameSet",
    "NavEntry",
    "Prose",
    "ProseLink",
    "ProsePage",
    "frames",
    "stamp",
]
