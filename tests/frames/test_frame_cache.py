"""Frames come from the cache when nothing they are made of has changed, and MkDocs stays away."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from specimen_site import CHROME, PROSE

from generator.frames import FrameSet, frames
from generator.frames.fingerprint import fingerprint

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PROGRAM = """
import sys
sys.argv[0] = "mkdocs"
from pathlib import Path
from specimen_site import CHROME, PROSE
from generator.frames import frames
made = frames(CHROME, PROSE, Path(sys.argv[1]))
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


def test_a_hit_imports_no_renderer(frame_set: FrameSet, frame_cache: Path) -> None:
    assert run(frame_cache).stdout.split() == [frame_set.digest]


def test_building_prints_nothing_of_its_own(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert "mkdocs" in done.stdout


def test_hash_seed_decides_no_byte(tmp_path: Path) -> None:
    run(tmp_path / "a", seed="1")
    run(tmp_path / "b", seed="2")
    assert frames(CHROME, PROSE, tmp_path / "a") == frames(CHROME, PROSE, tmp_path / "b")


def test_damaged_entry_is_made_again(frame_set: FrameSet, tmp_path: Path) -> None:
    frames(CHROME, PROSE, tmp_path)
    (entry,) = tmp_path.glob("frames-*")
    whole = entry.read_bytes()
    for damaged in (b"", whole[:-1], whole[:40] + b"\0" + whole[41:]):
        entry.write_bytes(damaged)
        assert frames(CHROME, PROSE, tmp_path) == frame_set
        assert entry.stat().st_size > 1000


def test_whatever_is_shown_changes_the_digest() -> None:
    before = fingerprint(CHROME, PROSE)
    assert fingerprint(replace(CHROME, motto="质量第一"), PROSE) != before
    assert fingerprint(CHROME, ()) != before
    assert fingerprint(CHROME, PROSE) == before


def test_old_entries_are_let_go(tmp_path: Path) -> None:
    for number in range(6):
        frames(replace(CHROME, motto=f"第 {number} 句"), (), tmp_path)
    assert len(list(tmp_path.iterdir())) == 4


def test_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert frames(CHROME, (), tmp_path / "file" / "cache").frames
