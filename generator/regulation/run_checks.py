"""All checks, in the order of the articles, over one case."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from generator.problems import Problem
from generator.regulation import checks
from generator.regulation.case import Case

Check = Callable[[Case], Iterator[Problem]]


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check: the public functions of the modules of ``checks``, by article and place."""
    found: list[Check] = []
    for module in sorted(info.name for info in pkgutil.iter_modules(checks.__path__)):
        members = vars(importlib.import_module(f"{checks.__name__}.{module}")).values()
        found += [
            member
            for member in members
            if inspect.isfunction(member)
            and member.__module__.endswith(module)
            and not member.__name__.startswith("_")
        ]
    return tuple(found)


def run_checks(case: Case) -> Iterator[Problem]:
    """What every check finds."""
    for check in all_checks():
        yield from check(case)
