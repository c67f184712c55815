"""Frames come from the cache when nothing they are made of has changed, and MkDocs stays away."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from generator.layouts import LayoutSet, layouts
from generator.layouts.fingerprint import fingerprint
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
print(made.digest, ",".join(sorted(loaded)))
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
    assert run(frame_cache).stdout.split() == [layout_set.digest]


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
    (entry,) = tmp_path.glob("layouts-*")
    whole = entry.read_bytes()
    for damaged in (b"", whole[:-1], whole[:40] + b"\0" + whole[41:]):
        entry.write_bytes(damaged)
        assert layouts(LAYOUT_DATA, PROSE, tmp_path) == layout_set
        assert entry.stat().st_size > 1000


def test_whatever_is_shown_changes_the_digest() -> None:
    before = fingerprint(LAYOUT_DATA, PROSE)
    assert fingerprint(replace(LAYOUT_DATA, motto="质量第一"), PROSE) != before
    assert fingerprint(LAYOUT_DATA, ()) != before
    assert fingerprint(LAYOUT_DATA, PROSE) == before


def test_old_entries_are_let_go(tmp_path: Path) -> None:
    for number in range(6):
        layouts(replace(LAYOUT_DATA, motto=f"第 {number} 句"), (), tmp_path)
    assert len(list(tmp_path.iterdir())) == 4


def test_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert layouts(LAYOUT_DATA, (), tmp_path / "file" / "cache").layouts
