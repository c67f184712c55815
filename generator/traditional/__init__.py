"""The same site in traditional characters, where ``traditional`` in ``site.yml`` asks for it.

1. ``names.py``: names of organisations and persons, which are written as their bearers write them.
2. ``wording.py``: a text converted word by word, around the names.
3. ``twin.py``: a finished page, or a script, as its twin below ``/hant/``.

Conversion is OpenCC's. What it makes is a reading aid: the simplified text is the official one, and
each page leads to it.
"""

from generator.traditional.names import names_of
from generator.traditional.twin import PREFIX, Twins, edition_of_conversion
from generator.traditional.wording import Wording

__all__ = ["PREFIX", "Twins", "Wording", "edition_of_conversion", "names_of"]
