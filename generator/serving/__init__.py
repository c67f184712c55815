"""Serving: the site on one's own desk while the records are being written.

1. ``status.py``: how the site stands just now, and who waits to hear of it.
2. ``builder.py``: builds the site below the cache, again and again, and keeps the last good one.
3. ``watching.py``: what has changed on the disk: records, or the program's own templates.
4. ``answers.py``: what is at an address; ``browser/`` is what it adds to a page, never to a file.
5. ``host.py``: the HTTP server, for this machine unless it is told otherwise.
6. ``preview.py``: all of it, until Ctrl-C.
"""

from generator.serving.preview import Asked, preview

__all__ = ["Asked", "preview"]
