"""The cache is its owner's alone, and holds nothing of what is confidential (article 30)."""

from __future__ import annotations

import os
import re
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.publishing import Watch
from generator.records.secrecy import KEY, locked
from tests.canaries import with_canaries
from tests.program import AwardSite
from tests.publishing.works import SMALL, TODAY, Works

_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes, and whatever in them can be unpacked."""
    yield data
    for found in _PACKED.finditer(data):
        try:
            yield zlib.decompressobj(wbits=47).decompress(data[found.start() :])
        except zlib.error:
            continue


def files(cache: Path) -> list[Path]:
    return [file for file in cache.rglob("*") if file.is_file()]


def open_to_others(*places: Path) -> list[str]:
    return [str(place) for place in places if place.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)]


def test_no_canary_is_in_any_byte_of_the_cache(award_site: AwardSite, workplace: Path) -> None:
    sown = with_canaries(SMALL, workplace / "content")
    broken = {
        "awardees/a.yml": "id: a\nconfidential: {liaison: qzcanary9001x, qzcanary9002x: 1}\n",
        f"{KEY}/b.yml": "groups:\n  - {name: '<b>qzcanary9003x', qzcanary9004x: {}}\n",
        f"{KEY}/c.yml": "scores: [qzcanary9005x\n",
        f"{KEY}/d.yml": "bars:\n  - {name: qzcanary9006x, decided: 2020-01-01}\n",
        f"{KEY}/e.yml": "round: 2024\nscores:\n  - {awardee: qzcanary9007x, kind: organisation,"
        " tier: award, score: 7777777}\n",
    }

    def told(*commands: str) -> None:
        for command in commands:
            award_site(command, "--today", TODAY, "--cache", "cache")
        kept = files(workplace / "cache")
        assert len(kept) > 1
        for file in kept:
            for data in unpacked(file.read_bytes()):
                assert not sown.found_in(data), file
                assert b"qzcanary" not in data, file
                assert b"7777777" not in data, file

    told("check", "build", "check", "build")
    assert (workplace / "site/index.html").exists()
    for path, text in broken.items():
        (sown.content / path).write_text(text, encoding="utf-8")
        told("check", "check")
        if path != f"{KEY}/d.yml":
            (sown.content / path).unlink()
    zhang = sown.content / "awardees/zhang.yml"  # one edit: the bundles are made of what was kept
    tree = yaml.safe_load(zhang.read_text(encoding="utf-8"))
    zhang.write_text(yaml.safe_dump(tree | {"post": "另一职务"}, allow_unicode=True), "utf-8")
    told("build", "check")


def test_what_is_locked_opens_with_its_file_alone() -> None:
    value = "示例市得分 654.75".encode()
    for file in (b"", b"a", b"b" * 5000):
        hidden = locked(value, file)
        assert hidden != value
        assert locked(hidden, file) == value
        assert locked(hidden, file + b" ") != value
    assert locked(b"", b"a") == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_nobody_else_may_enter_the_cache(award_site: AwardSite, works: Works) -> None:
    where = ("--content", works.content, "--cache", works.cache, "--out", works.out)
    for place in [works.cache, *works.cache.rglob("*")]:  # as another version left it
        place.chmod(0o755 if place.is_dir() else 0o644)
    (works.cache / "records/old.sqlite").write_text("")
    for command in ("build", "check"):
        assert award_site(command, *where, "--today", TODAY).code == 0
    (works.cache / "records/old.sqlite").unlink()
    assert not open_to_others(works.cache, *works.cache.rglob("*"))
    assert open_to_others(works.out, *files(works.out))  # a server reads these

    mine = works.cache / "mine"
    mine.mkdir()
    works.cache.chmod(0o755)
    mine.chmod(0o755)
    assert award_site("check", *where, "--today", TODAY).code == 0
    assert open_to_others(works.cache, *works.cache.rglob("*")) == [str(works.cache), str(mine)]


def test_a_new_cache_is_closed_from_the_beginning(works: Works) -> None:
    works = works._replace(cache=works.cache.with_name("new"))
    seen: list[str] = []

    def look(done: int, of: int) -> None:
        seen.extend(open_to_others(works.cache, *works.cache.rglob("*")))

    works.build(watch=Watch(look, look, look, look))
    assert seen == []
    assert files(works.cache)
