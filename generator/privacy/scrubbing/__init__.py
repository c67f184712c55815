"""Scrubbing: a copy of an attachment without what nobody should see.

1. ``parts.py``: a packed document changed and packed again; ``inner.py``: files inside it.
2. ``docx.py xlsx.py``: Word and Excel; ``flat.py``: pictures, PDF, tables, texts,
   drawings.
3. ``scrub.py``: the copy written, once it has been looked through.
"""

from generator.privacy.scrubbing.scrub import Scrubbed, scrub

__all__ = ["Scrubbed", "scrub"]
