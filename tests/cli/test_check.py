"""``award-site check``: what it prints and how it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program import AwardSite, laid_over

GOOD = Path(__file__).parents[1] / "reading" / "good"
ROW = {"file", "line", "level", "code", "message", "remedy", "value", "article", "edition"}


@pytest.fixture
def content(workplace: Path) -> Path:
    return laid_over(GOOD, workplace / "content", {})


def test_the_content_folder_is_content_unless_told(award_site: AwardSite, content: Path) -> None:
    run = award_site("check")
    assert run.code == 0
    assert "检查通过：2 个获奖者、1 份公告、1 次评定。" in run.out


def test_a_missing_folder_is_one_problem(award_site: AwardSite, workplace: Path) -> None:
    run = award_site("check", "--content", "nowhere")
    assert run.code == 1
    assert run.lines == [
        "nowhere:1: 错误 内容文件夹 nowhere 打不开（不存在）；请检查 --content 指向的位置"
    ]


def test_a_file_for_a_folder_is_one_problem(award_site: AwardSite, content: Path) -> None:
    run = award_site("check", "--content", "content/site.yml")
    assert run.code == 1
    assert run.lines == [
        "content/site.yml:1: 错误 内容文件夹 content/site.yml 打不开（不是文件夹）；"
        "请检查 --content 指向的位置"
    ]


def test_a_folder_without_site_yml(award_site: AwardSite, content: Path) -> None:
    (content / "site.yml").unlink()
    run = award_site("check")
    assert run.code == 1
    assert run.lines == ["content/site.yml:1: 错误 缺少 site.yml；请按样例建立站点记录"]


def test_an_empty_folder(award_site: AwardSite, workplace: Path) -> None:
    (workplace / "content").mkdir()
    run = award_site("check")
    assert run.code == 1
    assert run.lines == ["content/site.yml:1: 错误 缺少 site.yml；请按样例建立站点记录"]


def test_problems_of_all_files_are_told_in_order(award_site: AwardSite, content: Path) -> None:
    for number in range(12):
        (content / f"awardees/new-{number}.yml").write_text("id: x\nneu: y\n", encoding="utf-8")
    run = award_site("check")
    places = [line.split(": ")[0].rsplit(":", 1) for line in run.lines]
    assert places == sorted(places, key=lambda place: (place[0], int(place[1])))
    assert len({file for file, _ in places}) == 12
    assert run.out.splitlines()[-1] == f"共 {len(places)} 个错误。"
    assert run.err == f"未通过：{len(places)} 个错误，没有改动网站。\n"


def test_paths_are_told_as_the_user_typed_them(award_site: AwardSite, content: Path) -> None:
    (content / "awardees/new.yml").write_text("", encoding="utf-8")
    for typed in ("content", "./content", str(content)):
        run = award_site("check", "--content", typed)
        assert run.lines[0].startswith(f"{Path(typed).as_posix()}/awardees/new.yml:1: ")


def test_json_has_exactly_these_keys(award_site: AwardSite, content: Path) -> None:
    told = award_site("check", "--format", "json").json
    assert set(told) == {"ok", "errors", "warnings", "notes", "problems"}
    assert told["ok"] is True
    (content / "awardees/new.yml").write_text("id: Neu\n", encoding="utf-8")
    run = award_site("check", "--format", "json")
    assert run.code == 1
    assert set(run.json) == {"ok", "errors", "warnings", "notes", "problems"}
    assert run.json["ok"] is False
    assert run.json["errors"] == len(run.json["problems"])
    for row in run.json["problems"]:
        assert set(row) == ROW
        assert row["level"] in {"error", "warning", "note"}


@pytest.mark.parametrize("arguments", [("--format", "json"), ("--format=json",)])
def test_json_is_all_that_is_printed(
    award_site: AwardSite, workplace: Path, arguments: tuple[str, ...]
) -> None:
    run = award_site("check", *arguments)
    assert run.code == 1
    assert run.json["problems"][0]["code"] == "content-missing"


def test_the_day_is_the_one_asked_for(award_site: AwardSite, content: Path) -> None:
    assert award_site("check", "--today", "2026-10-09").code == 0


def test_a_defect_of_ours_is_a_sentence_too(
    award_site: AwardSite, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise AssertionError("English words")

    monkeypatch.setattr("generator.privacy.examine_and_scan", broken)
    monkeypatch.setattr("tempfile.tempdir", str(content.parent))
    run = award_site("check")
    assert run.code == 1
    assert run.err.startswith("程序内部出错，网站未改动。")
    assert "English" not in run.err
    (log,) = content.parent.glob("award-site-*.log")
    assert "English words" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("raised", "said", "code"),
    [
        (OSError(28, "No space left on device", "/site/a"), "磁盘已满，没有写完 /site/a", 1),
        (OSError(13, "Permission denied", "/site"), "没有写入权限 /site", 1),
        (OSError(5, "Input/output error"), "系统拒绝了操作（磁盘读写出错）", 1),
        (KeyboardInterrupt(), "已中断", 130),
    ],
)
def test_what_the_system_refuses_is_told_in_chinese(
    award_site: AwardSite,
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    raised: BaseException,
    said: str,
    code: int,
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr("generator.privacy.examine_and_scan", refused)
    run = award_site("check")
    assert run.code == code
    assert run.err.startswith(said)
    assert len(run.err.splitlines()) == 1
