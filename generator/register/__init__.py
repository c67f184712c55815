"""The register: all records of a content folder, known by id, and how they belong together.

1. ``record_cache.py``: entries kept between runs; ``gather.py``: entries, read or
   kept.
2. ``references.py``: every mention of a record held against what there is.
3. ``assembly.py``: entries made into a register; what is confidential is cut out here.
4. ``register.py``: the register itself, what is withheld from it, and its indexes;
   ``holders.py``: its holders, each taken from the record cache when asked for.
5. ``recall.py``: what follows from the facts alone, kept between runs; ``observed.py``: the
   register as makers of files see it, each question noted.
6. ``notice_slugs.py``: the kinds of notice as they stand in addresses.
7. ``standing.py``: what a holder's honours are worth: valid, re-certified, revoked.
"""

from generator.register.assembly import Assembled, assemble
from generator.register.gather import Also, Gathered, Progress, gather, quiet
from generator.register.observed import observed
from generator.register.record_cache import RecordCache
from generator.register.register import (
    Given,
    Identity,
    Key,
    Listed,
    Place,
    Register,
    Withheld,
    rows_of,
)
from generator.register.standing import State, holder_state, honour_state, revoked_on

__all__ = [
    "Also",
    "Assembled",
    "Gathered",
    "Given",
    "Identity",
    "Key",
    "Listed",
    "Place",
    "Progress",
    "RecordCache",
    "Register",
    "State",
    "Withheld",
    "assemble",
    "gather",
    "holder_state",
    "honour_state",
    "observed",
    "quiet",
    "revoked_on",
    "rows_of",
]
