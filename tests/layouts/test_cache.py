"""Frames come from the cache when nothing they are made of has changed, and MkDocs stays away."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from generator.layouts import LayoutSet, layouts
from generator.layouts.making import SLOTS
from tests.layouts.specimen_site import LAYOUT_DATA, PROSE

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PROGRAM = """
import sys
sys.argv[0] = "mkdocs"
from pathlib import Path
from tests.layouts.specimen_site import LAYOUT_DATA, PROSE
from generator.layouts import layouts
made = layouts(LAYOUT_DATA, PROSE, Path(sys.argv[1]))
loaded = {"mkdocs", "material", "markdown", "fontTools"} & set(sys.modules)
print(made.digest.hex(), ",".join(sorted(loaded)))
"""


def run(cache: Path, seed: str = "0") -> subprocess.CompletedProcess[str]:
    places = os.pathsep.join([str(ROOT), str(HERE)])
    surroundings = {**os.environ, "PYTHONPATH": places, "PYTHONHASHSEED": seed}
    surroundings.pop("NO_MKDOCS_2_WARNING", None)
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(cache)],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )


def test_a_hit_imports_no_renderer(layout_set: LayoutSet, frame_cache: Path) -> None:
    assert run(frame_cache).stdout.split() == [layout_set.digest.hex()]


def test_building_prints_nothing_of_its_own(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert "mkdocs" in done.stdout


def test_hash_seed_decides_no_byte(tmp_path: Path) -> None:
    run(tmp_path / "a", seed="1")
    run(tmp_path / "b", seed="2")
    assert layouts(LAYOUT_DATA, PROSE, tmp_path / "a") == layouts(
        LAYOUT_DATA, PROSE, tmp_path / "b"
    )


def test_damaged_entry_is_made_again(layout_set: LayoutSet, tmp_path: Path) -> None:
    layouts(LAYOUT_DATA, PROSE, tmp_path)
    (store,) = tmp_path.rglob("*.sqlite")
    whole = store.read_bytes()
    for damaged in (b"", whole[:-1], whole[:-4000] + bytes(4000), b"\0" * 8000):
        store.write_bytes(damaged)
        assert layouts(LAYOUT_DATA, PROSE, tmp_path) == layout_set
        assert store.stat().st_size > 100_000


def test_whatever_is_shown_makes_other_layouts(layout_set: LayoutSet, frame_cache: Path) -> None:
    made = layouts(replace(LAYOUT_DATA, motto="质量第一"), PROSE, frame_cache)
    assert made.layouts != layout_set.layouts
    assert layouts(LAYOUT_DATA, (), frame_cache).prose == {}
    assert layouts(LAYOUT_DATA, PROSE, frame_cache) == layout_set


def test_old_layouts_are_let_go(tmp_path: Path) -> None:
    for number in range(SLOTS + 3):
        layouts(replace(LAYOUT_DATA, motto=f"第 {number} 句"), (), tmp_path)
    (store,) = tmp_path.rglob("*.sqlite")
    (count,) = sqlite3.connect(store).execute("SELECT count(*) FROM kept").fetchone()
    assert 1 < count <= SLOTS
