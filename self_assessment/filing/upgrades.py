"""Filings of earlier schema versions, brought along one version at a time.

`STEPS[n]` makes version n + 1 of version n. Version 1 is the first that was ever published, so
there is no step yet; the twin of this chain is ``form/src/filing/upgrades.ts``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from self_assessment.filing.filing import VERSION

Raw = dict[str, Any]
Step = Callable[[Raw], Raw]

STEPS: Final[Mapping[int, Step]] = {}
OLDEST: Final = 1


class NotUpgradable(Exception):
    """A filing of an earlier version lacks what its step needs, or there is no step."""


def upgraded(filing: Raw, steps: Mapping[int, Step] = STEPS, to: int = VERSION) -> Raw:
    """The filing as version `to`; the one that went in is not changed by the chain itself.

    Raises NotUpgradable where no chain leads there.
    """
    for version in range(int(filing["schema_version"]), to):
        if version not in steps:
            raise NotUpgradable(f"no step from version {version}")
        try:
            filing = {**steps[version](filing), "schema_version": version + 1}
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise NotUpgradable(f"version {version} lacks something") from error
    return filing
