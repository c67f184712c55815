"""Publishing: from records and frames to the files of a site, put in the place of the old one.

1. ``host.py``: what the host site puts on every page; ``chrome.py``: the frame's constant part and
   the hand-written pages, from the content.
2. ``conditions.py``: what holds a publication back; ``steadfast.py``: what was published stays.
3. ``links.py``: links in texts, held against the addresses there will be; the files they offer.
4. ``leaf.py``: one file to be; ``sheaf.py``: a folder to be; ``ledger.py``: what each tree holds.
5. ``marker.py``: whose the output folder is, and what in it is not ours.
6. ``trees.py``: the spare tree brought up to date beside the live one; ``counting.py``: its files
   counted; ``comparing.py``: held against what was live; ``exchange.py``: the swap.
7. ``papers.py``: notices as PDF, and characters that none can print.
8. ``twins.py``: the pages in traditional characters.
9. ``searching.py``: the search as a page, a script, rows and a sheaf.
10. ``build.py``: all of it.
"""

from generator.publishing.build import Built, Watch, build

__all__ = ["Built", "Watch", "build"]
