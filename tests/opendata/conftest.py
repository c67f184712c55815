from __future__ import annotations

from pathlib import Path

import pytest

from tests.opendata.cities import CITIES, DEMO, SMALL, City, copied, emptied


@pytest.fixture(scope="session")
def demo() -> City:
    """The demonstration: all kinds of notice, and no address of its own."""
    return City(DEMO)


@pytest.fixture(scope="session")
def small() -> City:
    """A small city at https://zl.example.gov.cn/zl/."""
    return City(SMALL)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> City:
    """A city without holders, notices, rounds and pools."""
    content = copied(SMALL, tmp_path_factory.mktemp("empty"))
    emptied(content)
    return City(content)


@pytest.fixture(scope="session", params=[*CITIES, "empty"])
def city(request: pytest.FixtureRequest) -> City:
    """Each city in turn."""
    if request.param in CITIES:
        return City(CITIES[request.param])
    found: City = request.getfixturevalue("empty")
    return found


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small city's records."""
    return copied(SMALL, tmp_path)
