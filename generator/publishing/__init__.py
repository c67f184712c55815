"""Publishing: from records and layouts to the files of a site.

1. ``host.py``: what the host site puts on every page; ``layout_data.py``: what else every page
   shows, and the hand-written pages.
2. ``conditions.py``: what holds a publication back; ``published_facts.py``: what was published
   stays.
3. ``links.py``: links in texts, held against the addresses there will be; the files they offer;
   ``names.py``: whether every system can hold their names.
4. ``papers.py``: notices as PDF, and characters that none can print.
5. ``traditional/``: the pages in traditional characters.
6. ``searching.py``: the search as a page, a script, rows and a folder.
7. ``preparation.py``: all that is made out, or found wrong, before anything is written.
8. ``build.py``: all of it.
"""

from generator.publishing.build import Built, Watch, build

__all__ = ["Built", "Watch", "build"]
