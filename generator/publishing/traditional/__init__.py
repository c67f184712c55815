"""The same site in traditional characters, where ``traditional`` in ``site.yml`` asks for it.

1. ``names.py``: names of organisations and persons, which are written as their bearers write them.
2. ``wording.py``: a text converted word by word, around the names.
3. ``variant.py``: a finished page, or a script, as its variant below ``/hant/``; ``files.py``: all
   of them.

Conversion is OpenCC's. What it makes is a reading aid: the simplified text is the official one, and
each page leads to it.
"""

from generator.publishing.traditional.names import names_of
from generator.publishing.traditional.variant import PREFIX, Variants
from generator.publishing.traditional.wording import Wording

__all__ = ["PREFIX", "Variants", "Wording", "names_of"]
