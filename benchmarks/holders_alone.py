"""award-site making the holders' pages alone: the work that is left to Hugo in the contest.

``python -m benchmarks.holders_alone build …`` is award-site with every other page, open data and
feeds left out. It is no way to publish anything, only a fair neighbour for Hugo.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any

from generator.cli import main as award_site

HOLDER = re.compile(r"/awardees/[^/]+/")


def main() -> None:
    """Leaves as award-site does. Raises KeyError where publishing has other parts by now."""
    parts = vars(importlib.import_module("generator.publishing.preparation"))
    plans = parts["plans"]
    replaced = {"plans", "data_files", "dangling"}
    if missing := replaced - parts.keys():
        raise KeyError(missing)

    def holders(renderer: Any) -> Iterator[Any]:
        return (plan for plan in plans(renderer) if HOLDER.fullmatch(plan.address))

    # The navigation leads to pages that are not made.
    parts.update(plans=holders, data_files=lambda *_: (), dangling=lambda *_: ())
    award_site()


if __name__ == "__main__":
    main()
