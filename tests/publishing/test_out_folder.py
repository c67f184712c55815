"""The output folder: what is not ours is refused and kept, what stands in the way is told."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.output.trees import held
from tests.program import AwardSite, Run, runner
from tests.publishing.works import TODAY, Works, tree

BUILT = "网站已生成"
ALONE = ("--jobs", 1, "--no-search")


@pytest.fixture
def cli(award_site: AwardSite, works: Works, monkeypatch: pytest.MonkeyPatch) -> AwardSite:
    """``award-site build`` of the small content into ``site``, with further options."""
    monkeypatch.chdir(works.content.parent)

    def build(*options: object) -> Run:
        places = ["--content", "content", "--out", "site", "--cache", "cache"]
        return award_site("build", *places, "--today", TODAY, *ALONE, *options)

    return build


def refusal(run: Run) -> str:
    """The one problem that a run told."""
    assert run.code == 1
    assert run.err == "未通过：1 个错误，没有改动网站。\n"
    first, last = run.out.splitlines()
    assert last == "共 1 个错误。"
    return first


def test_a_file_in_the_place_of_the_folder(cli: AwardSite, works: Works) -> None:
    works.out.write_text("我的文件", encoding="utf-8")
    assert refusal(cli()) == "site:1: 错误 输出位置是一个文件；请用 --out 指定文件夹"
    assert works.out.read_text(encoding="utf-8") == "我的文件"


@pytest.mark.parametrize("cache", ["kept", "lost"])
@pytest.mark.parametrize("name", ["mine.txt", "mine/a.txt", ".htaccess", "中文.txt"])
def test_what_is_not_ours_is_refused_and_kept(
    cli: AwardSite, works: Works, name: str, cache: str
) -> None:
    works.build()
    (works.out / name).parent.mkdir(exist_ok=True)
    (works.out / name).write_text("我的", encoding="utf-8")
    before = tree(works.out)
    if cache == "lost":
        shutil.rmtree(works.cache)
    works.edit("site.yml", "好质量，看得见", "新的主题语")
    assert refusal(cli()) == (
        f"site:1: 错误 输出文件夹里有不是本程序生成的“{name.split('/')[0]}”；"
        "请移走，或用 --out 另选一个空文件夹；要公开的附件放 content/files/"
    )
    assert tree(works.out) == before


def test_a_folder_of_someone_elses(cli: AwardSite, works: Works) -> None:
    works.out.mkdir()
    for name in ("a", "b", "c", "index.html"):
        (works.out / name).write_text(name, encoding="utf-8")
    assert "“a、b、c等”" in refusal(cli())
    assert len(tree(works.out)) == 4


def test_a_damaged_marker_claims_nothing(cli: AwardSite, works: Works) -> None:
    works.build()
    (works.out / ".award-site").write_bytes(b"\xff\xfe\x00")
    assert "不是本程序生成的" in refusal(cli())


def test_an_empty_folder_is_taken(cli: AwardSite, works: Works) -> None:
    works.out.mkdir()
    assert cli().code == 0
    assert tree(works.out) == works.clean()


def test_files_of_version_control_are_taken_along(cli: AwardSite, works: Works) -> None:
    works.out.mkdir()
    ignore = works.out / ".gitignore"
    ignore.write_text("*\n", encoding="utf-8")
    for number in range(3, 6):
        assert cli().code == 0
        assert ignore.read_text(encoding="utf-8") == "*\n"
        works.edit("awardees/zhang.yml", f"SL-2024-{number}", f"SL-2024-{number + 1}")
    ignore.write_text("*\n!.gitignore\n", encoding="utf-8")
    cli()
    assert tree(works.out) == {**works.clean(), ".gitignore": b"*\n!.gitignore\n"}
    ignore.unlink()
    for number in range(6, 9):
        works.edit("awardees/zhang.yml", f"SL-2024-{number}", f"SL-2024-{number + 1}")
        assert cli().code == 0
        assert tree(works.out) == works.clean()


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("content", "输出位置就是内容文件夹"),
        ("content/", "输出位置就是内容文件夹"),
        ("content/../content", "输出位置就是内容文件夹"),
        ("content/site", "输出位置在内容文件夹“content”里面"),
        ("content/pages/x/y", "输出位置在内容文件夹“content”里面"),
        (".", "内容文件夹“content”在输出位置里面，会被整体替换"),
        ("..", "内容文件夹“content”在输出位置里面，会被整体替换"),
        ("link", "输出位置就是内容文件夹"),
    ],
)
def test_content_and_output_lie_apart(cli: AwardSite, works: Works, out: str, message: str) -> None:
    (works.content.parent / "link").symlink_to("content")
    before = tree(works.content.parent)
    said = refusal(cli("--out", out))
    assert said == f"{Path(out).as_posix()}:1: 错误 {message}；请用 --out 另选一个文件夹"
    assert tree(works.content.parent) == before


def test_a_symbolic_link_to_the_folder_stays_one(cli: AwardSite, works: Works) -> None:
    elsewhere = works.content.parent / "www"
    elsewhere.mkdir()
    works.out.symlink_to(elsewhere)
    for number in range(3, 6):
        assert cli().code == 0
        works.edit("awardees/zhang.yml", f"SL-2024-{number}", f"SL-2024-{number + 1}")
    cli()
    assert works.out.is_symlink()
    assert tree(works.out) == tree(elsewhere) == works.clean()


def test_a_second_build_at_once_is_refused(cli: AwardSite, works: Works) -> None:
    works.build()
    before = tree(works.out)
    works.edit("site.yml", "好质量，看得见", "新的主题语")
    with held(works.out):
        busy = "site:1: 错误 另一次生成正在进行；请等它结束后再试"
        assert refusal(cli()) == busy
        assert refusal(cli("--cache", "another")) == busy
        assert cli("--out", "elsewhere").code == 0
    assert tree(works.out) == before
    assert cli().code == 0


def test_what_was_laid_deep_into_the_site_is_gone_with_its_page(
    cli: AwardSite, works: Works
) -> None:
    works.build()
    works.edit("awardees/zhang.yml", "SL-2024-3", "SL-2024-4")
    works.build()
    (works.out / "awardees/zhang/mine.txt").write_text("我的", encoding="utf-8")
    for number in range(4, 7):
        works.edit("awardees/zhang.yml", f"SL-2024-{number}", f"SL-2024-{number + 1}")
        assert cli().code == 0
        assert tree(works.out) == works.clean()


@pytest.mark.parametrize("path", ["awardees/zhang/mine.txt", "awardees/mine/a.txt", "data/mine/"])
def test_what_was_laid_deep_into_the_site_is_gone_though_nothing_else_changed(
    works: Works, path: str
) -> None:
    first = works.build()
    place = works.out / path
    place.mkdir() if path[-1] == "/" else place.parent.mkdir(exist_ok=True)
    if path[-1] != "/":
        place.write_text("我的", encoding="utf-8")
    built = works.build().renewal
    assert (built.made, built.changed) == (0, path[-1] != "/")
    assert tree(works.out) == works.clean()
    assert works.build().renewal == replace(first.renewal, made=0, changed=0)


def test_bytes_of_the_same_size_and_time_are_put_right(works: Works) -> None:
    works.build()
    page = works.out / "awardees/zhang/index.html"
    stat = page.stat()
    page.write_bytes(page.read_bytes()[::-1])
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    built = works.build().renewal
    assert (built.made, built.changed) == (1, 1)
    assert tree(works.out) == works.clean()


def test_a_site_that_was_copied_is_not_made_anew(works: Works) -> None:
    first = works.build()
    away = works.out.rename(works.out.with_name("away"))
    shutil.copytree(away, works.out)
    assert works.build().renewal.made == 0
    assert works.build().renewal == replace(first.renewal, made=0, changed=0)


def _flip(data: bytes) -> bytes:
    return bytes(byte ^ (0x55 if place % 97 == 50 else 0) for place, byte in enumerate(data))


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: data[:-1], _flip],
    ids=["emptied", "halved", "cut", "flipped"],
)
def test_a_damaged_cache_costs_time_and_nothing_else(
    works: Works, damage: object, monkeypatch: pytest.MonkeyPatch, capsys: object
) -> None:
    assert callable(damage)
    for number in range(3, 5):
        works.build()
        works.edit("awardees/zhang.yml", f"SL-2024-{number}", f"SL-2024-{number + 1}")
    damaged = [file for file in works.cache.rglob("*") if file.is_file()]
    kinds = {file.relative_to(works.cache).parts[0].split("-")[0] for file in damaged}
    assert kinds == {"trees", "records", "layouts"}
    for file in damaged:
        file.write_bytes(damage(file.read_bytes()))
    assert isinstance(capsys, pytest.CaptureFixture)
    run = runner(monkeypatch, capsys)(
        *("build", "--content", works.content, "--out", works.out, "--cache", works.cache),
        *("--today", TODAY, *ALONE),
    )
    assert (run.code, run.err) == (0, "")
    assert BUILT in run.out
    assert tree(works.out) == works.clean()


def test_errors_in_the_records_leave_the_site_as_it_is(cli: AwardSite, works: Works) -> None:
    works.build()
    before = tree(works.out)
    works.edit("site.yml", "好质量，看得见", "新的主题语")
    works.edit("awardees/erhao.yml", "tier: award", "tier: awrad")
    run = cli()
    assert run.code == 1
    assert run.out.startswith("content/awardees/erhao.yml:7: 错误 奖项“awrad”不存在")
    assert run.err == "未通过：1 个错误，没有改动网站。\n"
    assert tree(works.out) == before


def test_warnings_stop_a_strict_build_only(cli: AwardSite, works: Works) -> None:
    works.build()
    before = tree(works.out)
    works.edit("site.yml", "好质量，看得见", "新的主题语")
    works.edit("confidential/2024.yml", "654.75", "554.75")  # “原则上”不低于 600
    assert cli("--strict").code == 1
    assert tree(works.out) == before
    assert cli().code == 0
    assert tree(works.out) == works.clean()
