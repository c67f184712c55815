"""All checks, in the order of the articles, over one case."""

from __future__ import annotations

import hashlib
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import generator.problems
import generator.register
import generator.regulation
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


@cache
def version() -> str:
    """A digest of everything that decides what the checks find in given facts."""
    digest = hashlib.blake2b(metadata.version("chinesecalendar").encode(), digest_size=8)
    for package in (checks, generator.regulation, generator.register, generator.problems):
        for source in sorted(Path(package.__path__[0]).glob("*.py")):
            digest.update(source.read_bytes())
    return digest.hexdigest()


def run_checks(case: Case) -> Iterator[Problem]:
    """What every check finds."""
    for check in all_checks():
        yield from check(case)
