"""A reader sees the old site or the new one, whole, and never finds none."""

from __future__ import annotations

import os
import re
import threading
from itertools import count
from pathlib import Path

import pytest

from generator.output import exchange as exchanging
from generator.output.exchange import exchange
from tests.publishing.works import Works, tree

PAGES = [
    "404.html",
    "about/index.html",
    "awardees/yihao/index.html",
    "index.html",
    "notices/2024-gs-01/index.html",
    "notices/index.html",
    "rounds/2024/index.html",
]
MOTTO = re.compile(r"主题语\d+")


class Reader(threading.Thread):
    """Opens the site again and again, and in each opening reads several pages."""

    def __init__(self, out: Path) -> None:
        super().__init__(daemon=True)
        self.seen: list[frozenset[str]] = []
        self.failed: list[OSError] = []
        self.openings = 0
        self.enough = False
        self._out = out

    def run(self) -> None:
        while not self.enough:
            try:
                self.seen.append(self._opening())
            except OSError as error:
                self.failed.append(error)
            self.openings += 1

    def _opening(self) -> frozenset[str]:
        mottos: set[str] = set()
        folder = os.open(self._out, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for page in PAGES:
                with open(os.open(page, os.O_RDONLY, dir_fd=folder), encoding="utf-8") as file:
                    mottos.update(MOTTO.findall(file.read()))
        finally:
            os.close(folder)
        return frozenset(mottos)

    def another(self) -> None:
        """Waits until the site was opened after now, and read to the end."""
        until = self.openings + 2
        while self.openings < until:
            self.join(0.001)


def test_each_opening_shows_one_site(works: Works) -> None:
    works.edit("site.yml", "好质量，看得见", "主题语0")
    works.build()
    reader = Reader(works.out)
    reader.start()
    for number in range(4):
        works.edit("site.yml", f"主题语{number}", f"主题语{number + 1}")
        works.build()
        reader.another()
    reader.enough = True
    reader.join()
    assert reader.failed == []
    assert {len(mottos) for mottos in reader.seen} == {1}
    assert [*dict.fromkeys(reader.seen)] == [frozenset({f"主题语{n}"}) for n in range(5)]


def test_a_file_that_is_being_read_stays_as_it_is(works: Works) -> None:
    works.edit("site.yml", "好质量，看得见", "主题语0")
    works.build()
    whole = (works.out / "index.html").read_text(encoding="utf-8")
    with (works.out / "index.html").open(encoding="utf-8") as file:
        begun = file.read(100)
        for number in range(3):
            works.edit("site.yml", f"主题语{number}", f"主题语{number + 1}")
            works.build()
        assert begun + file.read() == whole


@pytest.mark.parametrize("at_once", [True, False])
def test_two_folders_change_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    if not at_once:
        monkeypatch.setattr(exchanging, "_at_once", lambda one, other: False)
    one, other = _two(tmp_path)
    exchange(one, other)
    assert tree(tmp_path) == {"one/b": b"B", ".other/a": b"A"}


@pytest.mark.parametrize("refused", [1, 2])
def test_a_site_that_cannot_be_replaced_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    one, other = _two(tmp_path)
    _refusing(monkeypatch, refused)
    with pytest.raises(PermissionError):
        exchange(one, other)
    assert tree(tmp_path) == {"one/a": b"A", ".other/b": b"B"}


def test_an_old_site_that_is_being_read_is_put_away_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = _two(tmp_path)
    (other / ".award-site").write_text("本文件夹\nb\n", encoding="utf-8")
    _refusing(monkeypatch, 3)
    exchange(one, other)
    assert tree(other) == {"a": b"A"}
    exchanging.recover(one, other)
    assert tree(other) == {"a": b"A"}
    assert (one / "b").read_bytes() == b"B"


def _refusing(monkeypatch: pytest.MonkeyPatch, refused: int) -> None:
    """The rename of that number is refused, as Windows does where a file is open."""
    calls = count(1)

    def rename(source: Path, target: Path) -> None:
        if next(calls) == refused:
            raise PermissionError(13, "没有权限")
        os.rename(source, target)

    monkeypatch.setattr(exchanging, "_at_once", lambda one, other: False)
    monkeypatch.setattr(exchanging, "rename", rename)


def _two(place: Path) -> tuple[Path, Path]:
    one, other = place / "one", place / ".other"
    one.mkdir()
    other.mkdir()
    (one / "a").write_bytes(b"A")
    (other / "b").write_bytes(b"B")
    return one, other


def test_without_an_exchange_in_one_step_the_site_is_the_same(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchanging, "_at_once", lambda one, other: False)
    works.edit("site.yml", "好质量，看得见", "主题语0")
    for number in range(3):
        works.edit("site.yml", f"主题语{number}", f"主题语{number + 1}")
        works.build()
        assert tree(works.out) == works.clean()


def test_without_hard_links_the_site_is_the_same(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(source: str, target: str) -> None:
        raise OSError(95, "不支持")

    monkeypatch.setattr(os, "link", refuses)
    for number in range(3, 6):
        works.build()
        works.edit("awardees/zhang.yml", f"SL-2024-{number}", f"SL-2024-{number + 1}")
    works.build()
    assert tree(works.out) == works.clean()
