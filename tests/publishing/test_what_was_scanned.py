"""What is published is what was scanned, and never a file of ``confidential/`` (article 30)."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.problems import Level, Problem, Stop
from generator.reading.folder import WITHHELD
from tests.canaries import with_canaries
from tests.outputs import everything
from tests.privacy.files import WHOLE_ID
from tests.program import AwardSite
from tests.publishing.works import SMALL, TODAY, Works, tree

LIST, PICTURE, PAGE = "files/2024/名单.csv", "files/awardees/yihao.svg", "pages/about.md"
SCORES = f"{WITHHELD}/2024.yml"
REMEDY = "请删去；要公开的，另做一份不含不公开内容的文件 〔第三十条〕"


@pytest.fixture
def secret(works: Works) -> Works:
    """A place of work whose edition says what secrecy rests on."""
    works.edit("regulation/2023.yml", "articles:\n", "secrecy: {article: 30}\narticles:\n")
    works.write(f"{WITHHELD}/.minutes", "评审组的记录")
    return works


def link(target: Path, file: Path) -> None:
    file.symlink_to(target)


def link_to_a_link(target: Path, file: Path) -> None:
    file.with_name(".beside").symlink_to(target)
    file.symlink_to(".beside")


LEAKS: list[tuple[Callable[[Path, Path], object], str, str]] = [
    (link, SCORES, ":1: 错误 这是符号链接，指向不公开的“{}”"),
    (link_to_a_link, SCORES, ":1: 错误 这是符号链接，指向不公开的“{}”"),
    (os.link, SCORES, ":1: 错误 与不公开的“{}”是同一个文件（硬链接）"),
    (os.link, f"{WITHHELD}/.minutes", ":1: 错误 与不公开的“{}”是同一个文件（硬链接）"),
    (shutil.copy, SCORES, ": 错误 与不公开的“{}”内容完全相同"),
    (shutil.copy, f"{WITHHELD}/.minutes", ": 错误 与不公开的“{}”内容完全相同"),
]


@pytest.mark.parametrize(("leak", "target", "message"), LEAKS)
def test_no_link_and_no_copy_publishes_what_is_withheld(
    award_site: AwardSite,
    secret: Works,
    leak: Callable[[Path, Path], object],
    target: str,
    message: str,
) -> None:
    file = secret.content / LIST
    file.unlink()
    leak(secret.content / target, file)
    where = ("--content", secret.content, "--cache", secret.cache, "--out", secret.out)
    for command in ("check", "build"):
        run = award_site(command, *where, "--today", TODAY)
        assert run.code == 1
        said = f"{file.as_posix()}{message.format(target)}；{REMEDY}"
        assert [line for line in run.lines if " 错误 " in line] == [said]
        assert not secret.out.exists()


def test_a_link_stays_in_its_room_whichever_that_is(secret: Works) -> None:
    links = {
        "awardees/spy.yml": SCORES,
        "bodies.yml": LIST,
        "cultivation/spy.yml": LIST,
        "files/spy.csv": "site.yml",
        "pages/spy.md": "awardees/yihao.yml",
        f"{WITHHELD}/spy.yml": "awardees/yihao.yml",
    }
    (secret.content / "bodies.yml").unlink()
    for path, target in links.items():
        (secret.content / path).symlink_to(secret.content / target)
    os.link(secret.content / SCORES, secret.content / "pages/2024.yml")
    found = {p.file.removeprefix(f"{secret.content}/"): p.message for p in errors(secret)}
    assert found.keys() == links.keys() | {"pages/2024.yml"}
    assert all(message.startswith(("这是符号链接", "与不公开的")) for message in found.values())
    assert found["bodies.yml"] == "这是符号链接，指向内容文件夹最上层之外、指向文件夹或已失效"


def errors(works: Works) -> list[Problem]:
    with pytest.raises(Stop) as stopped:
        works.build()
    return [problem for problem in stopped.value.problems if problem.level is Level.ERROR]


def test_blank_files_are_no_copies(works: Works) -> None:
    works.write(f"{WITHHELD}/.gitkeep", "\n")
    works.write(LIST, "\n")
    works.build()
    assert (works.out / LIST).read_bytes() == b"\n"


STAGES = [
    "regulation.examination.gather",
    "regulation.examination.assemble",
    "privacy.examine_and_scan.scan",
    "privacy.scan.Scanned",
    "publishing.build.prepared",
    "publishing.preparation.prose_bodies",
    "publishing.build.layouts",
    "publishing.build.renew",
    "output.trees._all_made",
    "output.trees.amiss",
    "output.trees.exchange",
]
"""Where a build is held up for a moment, in the order in which it comes there."""


def personal(file: Path, withheld: Path) -> None:
    """Other bytes of the same size and time, with a personal number."""
    stat = file.stat()
    file.write_bytes(f"身份证号 {WHOLE_ID}\n".encode().ljust(stat.st_size)[: stat.st_size])
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def linked(file: Path, withheld: Path) -> None:
    file.unlink()
    file.symlink_to(withheld)


def hard_linked(file: Path, withheld: Path) -> None:
    file.unlink()
    os.link(withheld, file)


@pytest.mark.parametrize(
    ("path", "swap"),
    [(LIST, personal), (PICTURE, linked), (PAGE, hard_linked), ("files/host/top.html", linked)],
)
def test_what_is_swapped_while_a_site_is_made_goes_out_as_scanned_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, swap: Callable[[Path, Path], None]
) -> None:
    sown = with_canaries(SMALL, tmp_path / "sown")
    works = Works.at(tmp_path, sown.content).warmed()
    works.edit("site.yml", "host:\n", "host:\n  header: files/host/top.html\n")
    works.write("files/host/top.html", "<p>示例主站</p>\n")
    works.write(LIST, "名称\n" * 20)
    file, version = works.content / path, (works.content / path).read_bytes()
    works.build()
    before, refused = tree(works.out), []
    for stage in STAGES:
        place, _, name = stage.rpartition(".")
        module = importlib.import_module(f"generator.{place}")
        whole: Callable[..., Any] = getattr(module, name)

        def held_up(*given: Any, whole: Callable[..., Any] = whole, **named: Any) -> Any:
            swap(file, works.content / WITHHELD / "canaries.yml")
            return whole(*given, **named)

        version += b"\n"  # so that it is to be published anew
        file.unlink()
        file.write_bytes(version)
        with monkeypatch.context() as hooked:
            hooked.setattr(module, name, held_up)
            try:
                works.build()
            except Stop:
                refused.append(stage)
                assert tree(works.out) == before, stage
            else:
                assert path.endswith((".md", ".html")) or (works.out / path).read_bytes() == version
                before = tree(works.out)
        out = b"".join(before.values())
        assert WHOLE_ID.encode() not in out
        assert not sown.found_in(out), stage
    assert not [name for name, data in everything(works.out) if sown.found_in(data)]
    assert refused == STAGES[: len(refused)]
    assert 3 < len(refused) < len(STAGES)
