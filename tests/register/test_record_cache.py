"""A record_cache makes a run faster and never another one."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import cast

import pytest

from generator.incremental import stamp as stamps
from generator.records import Entry
from generator.register import RecordCache, gather
from generator.regulation import Examination, examine
from tests.program import AwardSite
from tests.register.laid_out import facts

LINJIANG = Path(__file__).parents[1] / "cities" / "linjiang"
EDITED = "awardees/lj-yunwu.yml"
FIRST = "awardees/lj-baifan.yml"
"""The file that is read first."""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a content folder whose files have not been changed for a while."""
    monkeypatch.setattr(stamps, "SETTLED", 20_000_000)  # this clock ticks every 4 ms
    content = tmp_path / "content"
    shutil.copytree(LINJIANG, content)
    settle()
    return content


def settle() -> None:
    time.sleep(0.03)


def shelved(content: Path, cache: Path) -> Examination:
    """An examination with the record cache in `cache`, its showcases taken before it closes."""
    with RecordCache(cache, content) as record_cache:
        found = examine(content, record_cache)
        facts(found.register, found.withheld)
        same(found, examine(content))
    return found


def same(one: Examination, other: Examination) -> None:
    assert facts(one.register, one.withheld) == facts(other.register, other.withheld)
    assert one.register.digests == other.register.digests
    assert one.register.places == other.register.places
    assert one.problems == other.problems


def test_the_second_run_reads_nothing_and_says_the_same(content: Path, tmp_path: Path) -> None:
    first = shelved(content, tmp_path / "cache")
    second = shelved(content, tmp_path / "cache")
    assert len(first.gathered.read_again) == len(list(content.rglob("*.yml")))
    assert second.gathered.read_again == ()


def test_an_edited_file_is_read_again_and_no_other(content: Path, tmp_path: Path) -> None:
    shelved(content, tmp_path / "cache")
    file = content / EDITED
    file.write_text(file.read_text("utf-8").replace("云雾", "雾云"), "utf-8")
    found = shelved(content, tmp_path / "cache")
    assert found.gathered.read_again == (EDITED,)
    assert "雾云" in found.register.awardees["lj-yunwu"].name


def test_an_edited_showcase_is_shown(content: Path, tmp_path: Path) -> None:
    shelved(content, tmp_path / "cache")
    file = content / EDITED
    file.write_text(file.read_text("utf-8").replace("虚构的获奖者", "改过的获奖者"), "utf-8")
    with RecordCache(tmp_path / "cache", content) as record_cache:
        showcase = examine(content, record_cache).register.showcase_of("lj-yunwu")
    assert showcase
    assert showcase.summary.startswith("改过的获奖者")


def test_a_removed_and_a_renamed_file_are_forgotten(content: Path, tmp_path: Path) -> None:
    shelved(content, tmp_path / "cache")
    (content / "cultivation/dong-qu.yml").unlink()
    (content / "awardees/old").mkdir()
    (content / EDITED).rename(content / "awardees/old/lj-yunwu.yml")
    found = shelved(content, tmp_path / "cache")
    assert found.register.pools == {}
    assert found.register.places["awardee", "lj-yunwu"].path == "awardees/old/lj-yunwu.yml"


def test_a_mistake_is_told_from_the_shelf_too(
    award_site: AwardSite, content: Path, tmp_path: Path
) -> None:
    file = content / EDITED
    file.write_text(file.read_text("utf-8").replace("sector: tea", "sektor: tea"), "utf-8")
    settle()
    arguments = ("check", "--content", content, "--cache", tmp_path / "cache")
    first = award_site(*arguments)
    assert first.code == 1
    assert "不认识的键“sektor”" in first.out
    assert award_site(*arguments) == first


def test_a_change_within_the_same_tick_is_noticed(content: Path, tmp_path: Path) -> None:
    file = content / EDITED
    file.touch()
    stamp = file.stat().st_mtime_ns
    shelved(content, tmp_path / "cache")
    file.write_text(file.read_text("utf-8").replace("云雾", "雾云"), "utf-8")
    os.utime(file, ns=(stamp, stamp))
    found = shelved(content, tmp_path / "cache")
    assert "雾云" in found.register.awardees["lj-yunwu"].name


def test_a_change_while_a_long_reading_goes_on_is_noticed(content: Path, tmp_path: Path) -> None:
    file = content / FIRST
    file.touch()
    stamp = file.stat().st_mtime_ns

    def meanwhile(done: int, of: int) -> None:
        file.write_text(file.read_text("utf-8").replace("白帆", "帆白"), "utf-8")
        os.utime(file, ns=(stamp, stamp))
        while os.stat(pause(tmp_path)).st_mtime_ns - stamp < 200_000_000:
            pass

    with RecordCache(tmp_path / "cache", content) as record_cache:
        read = gather(content, record_cache, progress=meanwhile)
        assert "白帆" in record_cache.record(FIRST, b"").name
    assert next(iter(read.entries)) == FIRST
    found = shelved(content, tmp_path / "cache")
    assert "帆白" in found.register.awardees["lj-baifan"].name


def test_a_folder_that_was_empty_for_a_while(content: Path, tmp_path: Path) -> None:
    cache, away = tmp_path / "cache", tmp_path / "away"
    first = shelved(content, cache)
    content.rename(away)
    content.mkdir()
    with RecordCache(cache, content) as record_cache:
        assert gather(content, record_cache).entries == {}
        assert record_cache.entries() == {}
    content.rmdir()
    away.rename(content)
    again = shelved(content, cache)
    same(again, first)
    assert shelved(content, cache).gathered.read_again == ()


@pytest.mark.parametrize("kept", [False, True], ids=["first run", "later run"])
def test_what_else_is_done_is_done_with_every_record_that_is_read(
    content: Path, tmp_path: Path, kept: bool
) -> None:
    def paths(root: Path, entries: Sequence[Entry]) -> list[str]:
        assert root == content
        return [entry.path for entry in entries]

    if kept:
        shelved(content, tmp_path / "cache")
        (content / FIRST).touch()
    with RecordCache(tmp_path / "cache", content) as record_cache:
        read = gather(content, record_cache, jobs=2, also=paths)
    assert sorted(chain(*cast(tuple[list[str], ...], read.beside))) == sorted(read.read_again)
    assert len(read.read_again) == (1 if kept else len(read.entries))


def pause(folder: Path) -> Path:
    clock = folder / "clock"
    clock.touch()
    return clock


def test_a_register_outlives_its_shelf(content: Path, tmp_path: Path) -> None:
    whole = shelved(content, tmp_path / "cache").register
    with RecordCache(tmp_path / "cache", content) as record_cache:
        register = examine(content, record_cache).register
    assert dict(register.awardees) == dict(whole.awardees)


def test_what_follows_from_the_facts_is_made_out_once(content: Path, tmp_path: Path) -> None:
    made: list[str] = []

    def names() -> list[str]:
        made.append("once more")
        return [awardee.name for awardee in register.awardees.values()]

    for words, times in (("虚构的获奖者", 1), ("改过的获奖者", 1), ("云雾", 1), ("雾云", 2)):
        file = content / EDITED
        text = file.read_text("utf-8")
        if times == 2:
            text = text.replace("云雾", words)
        file.write_text(text.replace("虚构的获奖者", words), "utf-8")
        with RecordCache(tmp_path / "cache", content) as record_cache:
            register = examine(content, record_cache).register
            told = register.recall("names", names)
            assert told == [awardee.name for awardee in register.awardees.values()]
        assert len(made) == times, words


DAMAGES = {
    "not a database": lambda data: b"damaged" * 1000,
    "empty": lambda data: b"",
    "cut short": lambda data: data[: len(data) // 2],
    "overwritten in the middle": lambda data: (
        data[: len(data) // 3] + b"\xff" * (len(data) // 3) + data[2 * len(data) // 3 :]
    ),
    "zeroes after the header": lambda data: data[:4096] + bytes(len(data) - 4096),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_shelf_is_made_anew(content: Path, tmp_path: Path, damage: str) -> None:
    shelved(content, tmp_path / "cache")
    (record_cache,) = (tmp_path / "cache").rglob("*.sqlite")
    record_cache.write_bytes(DAMAGES[damage](record_cache.read_bytes()))
    shelved(content, tmp_path / "cache")
    assert shelved(content, tmp_path / "cache").gathered.read_again == ()


def test_one_flipped_byte_anywhere_never_shows(content: Path, tmp_path: Path) -> None:
    shelved(content, tmp_path / "cache")
    (record_cache,) = (tmp_path / "cache").rglob("*.sqlite")
    good = record_cache.read_bytes()
    for place in range(100, len(good), len(good) // 40):
        record_cache.write_bytes(good[:place] + bytes([good[place] ^ 0x55]) + good[place + 1 :])
        shelved(content, tmp_path / "cache")


def test_two_content_folders_have_a_shelf_each(content: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(content, other)
    (other / "cultivation/dong-qu.yml").unlink()
    shelved(content, tmp_path / "cache")
    assert shelved(other, tmp_path / "cache").register.pools == {}
    assert shelved(content, tmp_path / "cache").gathered.read_again == ()
