"""By what a file is known to be as it was, without being read."""

from __future__ import annotations

import os
from typing import NamedTuple

SETTLED = 100_000_000
"""Nanoseconds after which a stamp is trusted: a second change within the same tick of the clock
would not show."""


class Stamp(NamedTuple):
    """Size in bytes; times of change and of any alteration, in nanoseconds; number on the disk.

    Whoever sets back the time of change cannot set back the other, and a file laid in the place of
    another has another number. Where a system has neither (Windows), these two tell nothing.
    """

    size: int = 0
    changed: int = 0
    altered: int = 0
    number: int = 0

    @classmethod
    def of(cls, stat: os.stat_result) -> Stamp:
        """The stamp of the file that `stat` tells of."""
        return cls(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)

    def settled(self, taken: int) -> bool:
        """Whether a change after the stamp was `taken`, in nanoseconds, would show in it."""
        return taken - max(self.changed, self.altered) > SETTLED


UNKNOWN = Stamp()
"""A stamp that no file has."""
