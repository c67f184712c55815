"""A register is what its records say, not how they are laid out in files."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.regulation import examine
from tests.register.laid_out import facts, moved, trees, write

LINJIANG = Path(__file__).parents[1] / "cities" / "linjiang"
FILES = trees(LINJIANG)
ONE = examine(LINJIANG)
FACTS = facts(ONE.register, ONE.withheld)


@settings(max_examples=25, deadline=None, database=None, derandomize=True)
@given(seed=st.integers(0, 10**6))
def test_any_order_and_any_split_give_the_same_register(seed: int) -> None:
    chance = Random(seed)
    content = Path(tempfile.mkdtemp(prefix="award-site-"))
    try:
        write(moved(FILES, chance), content, chance)
        shutil.copytree(LINJIANG / "files", content / "files")
        found = examine(content)
    finally:
        shutil.rmtree(content)
    # The order of bodies is by role and code: where neither tells, by id.
    assert facts(found.register, found.withheld) == FACTS


def test_many_processes_give_the_same_register(tmp_path: Path) -> None:
    many = {**FILES}
    for number in range(150):
        many[f"awardees/many/extra-{number}.yml"] = {
            "id": f"extra-{number}",
            "kind": "firm",
            "name": f"示例 {number}",
            "honours": [{"round": "2024", "tier": "rookie"}],
        }
    write(many, tmp_path, Random(1))
    shutil.copytree(LINJIANG / "files", tmp_path / "files")
    alone = examine(tmp_path, jobs=1)
    shared = examine(tmp_path, jobs=3)
    assert len(alone.register.awardees) == 160
    assert facts(alone.register, alone.withheld) == facts(shared.register, shared.withheld)
    assert alone.problems == shared.problems
