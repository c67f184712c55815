"""Incremental: what need not be done again, because all that decides it is as it was.

1. ``fingerprint.py``: the program and what is installed with it, as one digest.
2. ``private.py``: a folder of the cache, for its owner alone; ``store.py``: values kept in
   one from run to run, each sealed.
3. ``stamp.py``: by what a file is known to be as it was.
4. ``observer.py``: what the making of a file asks for, noted, so that nothing need declare it.
"""

from generator.incremental.fingerprint import digest_of, program
from generator.incremental.observer import Observer
from generator.incremental.private import private_folder
from generator.incremental.stamp import Stamp
from generator.incremental.store import Store

__all__ = ["Observer", "Stamp", "Store", "digest_of", "private_folder", "program"]
