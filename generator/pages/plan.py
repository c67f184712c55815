"""A planned page: its address, how it is made, and what is given to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from generator.pages.page import Page
from generator.pages.search_entry import SearchEntry


class Plan(NamedTuple):
    """One page to be.

    What `make` asks the register is noted while it does; `given` is a digest of whatever else its
    plan hands to it. `search_entry` tells what a search knows of it beside its text; a page
    without one is not searched.
    """

    address: str
    section: str
    make: Callable[[], Page]
    search_entry: Callable[[], SearchEntry] | None = None
    given: bytes = b""
