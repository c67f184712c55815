"""Incremental: what need not be done again, because all that decides it is as it was.

1. ``fingerprint.py``: the program and what is installed with it, as one digest.
2. ``store.py``: values kept from one run to the next, each sealed.
3. ``stamp.py``: by what a file is known to be as it was.
4. ``observer.py``: what the making of a file asks for, noted, so that nothing need declare it.
"""

from generator.incremental.fingerprint import digest_of, program
from generator.incremental.observer import Observer
from generator.incremental.stamp import Stamp
from generator.incremental.store import Store

__all__ = ["Observer", "Stamp", "Store", "digest_of", "program"]
