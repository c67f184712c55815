"""The pages in traditional characters, below ``/hant/``: a twin of every page that tells something.

Search, form and data have none: a link to them leads to the one there is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from generator.frames import TWINLESS, FrameSet, stamp
from generator.pages import Plan, Press, file_of
from generator.publishing.leaf import Leaf
from generator.register import Register
from generator.traditional import PREFIX, Twins, Wording, edition_of_conversion, names_of


def twin_leaves(
    register: Register, frame_set: FrameSet, press: Press, planned: Iterable[Plan]
) -> Iterator[Leaf]:
    """The twin of every page and of every script, each made again only with what it is made of."""
    pages = [plan for plan in planned if plan.address not in TWINLESS]
    scripts = {path: data for path, data in frame_set.assets.items() if path.endswith(".js")}
    scripts |= press.scripts
    names = names_of(register)
    addresses = [*(plan.address for plan in pages), *frame_set.prose]
    twins = Twins(Wording(names), addresses, scripts)
    made_with = edition_of_conversion() + "\n".join([*sorted(names), *sorted(addresses)]).encode()
    for plan in pages:
        frame = frame_set.frame_at(plan.address, plan.section)
        yield Leaf(
            f"{PREFIX}/{file_of(plan.address)}",
            _digest(made_with, plan.needs, frame.digest.encode()),
            lambda plan=plan: twins.of_page(stamp(frame_set, plan.make()), plan.address).encode(),  # type: ignore[misc]
        )
    for page in frame_set.prose.values():
        yield Leaf(
            f"{PREFIX}/{page.file}",
            _digest(made_with, page.html.encode()),
            lambda page=page: twins.of_page(page.html, page.address).encode(),  # type: ignore[misc]
        )
    for path, data in scripts.items():
        yield Leaf(
            f"{PREFIX}/{path}",
            _digest(made_with, data),
            lambda data=data: twins.of_script(data),  # type: ignore[misc]
        )


def _digest(*parts: bytes) -> bytes:
    return hashlib.blake2b(b"\0".join(parts), digest_size=16).digest()
