"""Files that are no readable text, or no files at all, are each told once and stop nothing else."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import MOST
from tests.program import AwardSite, laid_over

GOOD = Path(__file__).parent / "good"
ACME = "content/awardees/acme.yml"
TEXT = (GOOD / "awardees/acme.yml").read_text(encoding="utf-8")
Told = Callable[[], str]


@pytest.fixture
def content(workplace: Path) -> Path:
    return laid_over(GOOD, workplace / "content", {})


@pytest.fixture
def told(award_site: AwardSite, content: Path) -> Told:
    """The one problem that the program tells."""

    def check() -> str:
        run = award_site("check", "--content", "content", "--today", "2026-10-12")
        assert run.code == 1, run.out
        assert len(run.lines) == 1, run.out
        return run.lines[0]

    return check


BYTES = {
    "gbk": (
        TEXT.encode("gbk"),
        3,
        "文件不是 UTF-8 编码，很可能是 GBK（ANSI）编码；请用记事本打开，另存为时编码选“UTF-8”",
    ),
    "utf-16": (TEXT.encode("utf-16"), 1, "文件是 UTF-16 编码；请另存为“UTF-8”"),
    "random": (
        b"id: \xff\xff\x80\n",
        1,
        "文件不是 UTF-8 编码；请用记事本打开，另存为时编码选“UTF-8”",
    ),
    "empty": (b"", 1, "文件是空的；请填写内容，或删除这个文件"),
    "nul": (
        TEXT.encode() + b"# \0\n",
        10,
        "文件中有 YAML 不允许的控制字符；请删除看不见的字符后重试",
    ),
    "escape": (
        b"id: \x1b[31macme\n",
        1,
        "文件中有 YAML 不允许的控制字符；请删除看不见的字符后重试",
    ),
    "brackets": (
        b"id: acme\nname: " + b"[" * 1_000_000,
        2,
        "嵌套层次过深；请按样例检查缩进和括号",
    ),
    "20 MB": (
        b"# \n" * 7_000_000,
        1,
        "文件有 20.0 MB，超过上限 2 MB；请把附件放入 files/ 并在记录中引用，或检查是否放错了文件",
    ),
}


@pytest.mark.parametrize("case", BYTES)
def test_bytes_that_are_no_record(told: Told, content: Path, case: str) -> None:
    data, line, sentence = BYTES[case]
    (content / "awardees/acme.yml").write_bytes(data)
    assert told() == f"{ACME}:{line}: 错误 {sentence}"


def test_the_mark_of_windows_before_utf_8_is_no_matter(
    award_site: AwardSite, content: Path
) -> None:
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages/about.md").write_text("---\ntitle: 甲\ndescription: 乙\n---\n丙\n", "utf-8")
    (content / "files/form.csv").write_text("甲,乙\n1,2\n", "utf-8")
    files = [file for file in content.rglob("*.*") if file.suffix in {".yml", ".md", ".csv"}]
    for file in files:
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert award_site("check", "--content", "content", "--today", "2026-10-12").code == 0


def test_of_many_unknown_keys_some_are_told_and_the_rest_is_counted(
    award_site: AwardSite, content: Path
) -> None:
    with (content / "awardees/acme.yml").open("a", encoding="utf-8") as file:
        file.writelines(f"nanme{number}: x\n" for number in range(100_000))
    begun = time.process_time()
    run = award_site("check", "--content", "content", "--today", "2026-10-12")
    assert time.process_time() - begun < 5
    assert len(run.lines) == MOST + 1
    assert (
        run.lines[0] == f"{ACME}:1: 错误 还有 {100_000 - MOST} 处没有逐一列出；请先改好列出的各处"
    )
    assert run.lines[1].endswith("不认识的键“nanme0”；是不是 name")


def test_of_many_holders_that_are_not_there_some_are_told(
    award_site: AwardSite, content: Path
) -> None:
    notice = next((content / "notices").rglob("*.yml"))
    rows = "".join(f"      - {{awardee: nobody-{number}}}\n" for number in range(5_000))
    with notice.open("a", encoding="utf-8") as file:
        file.write(f"lists:\n  - rows:\n{rows}")
    run = award_site("check", "--content", "content", "--today", "2026-10-12")
    assert len(run.lines) == MOST + 1
    assert f"还有 {5_000 - MOST} 处没有逐一列出" in run.lines[0]


def test_a_file_of_any_size_is_refused_without_reading_it(told: Told, content: Path) -> None:
    with (content / "awardees/acme.yml").open("wb") as file:
        file.truncate(1 << 40)  # a terabyte, sparse
    assert "超过上限 2 MB" in told()


def test_billion_laughs_end_at_once(told: Told, content: Path) -> None:
    lines = ["a0: &a0 [哈, 哈]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    (content / "awardees/acme.yml").write_text("\n".join(lines), encoding="utf-8")
    started = time.monotonic()
    assert "锚点与引用" in told()
    assert time.monotonic() - started < 1


LINK = "这是符号链接，指向“{}/”之外、指向文件夹或已失效；请把文件本身复制进来"


def test_a_link_out_of_the_folder_is_refused(told: Told, content: Path) -> None:
    secret = content.parent / "secret.yml"
    secret.write_text(TEXT.replace("acme", "spy"), encoding="utf-8")
    (content / "awardees/spy.yml").symlink_to(secret)
    assert told() == f"content/awardees/spy.yml:1: 错误 {LINK.format('awardees')}"


@pytest.mark.parametrize("target", ["..", "nowhere.yml", "loop.yml"])
def test_a_link_to_a_folder_to_nothing_or_to_itself_is_refused(
    told: Told, content: Path, target: str
) -> None:
    (content / "awardees/loop.yml").symlink_to(target)
    assert told() == f"content/awardees/loop.yml:1: 错误 {LINK.format('awardees')}"


def test_a_file_that_is_linked_away_is_not_missing_too(told: Told, content: Path) -> None:
    (content / "files/form.txt").unlink()
    (content / "files/form.txt").symlink_to("/etc/hostname")
    assert told() == f"content/files/form.txt:1: 错误 {LINK.format('files')}"


def test_a_link_within_the_folder_is_taken(award_site: AwardSite, content: Path) -> None:
    (content / "files/form.txt").rename(content / "files/form-2026.txt")
    (content / "files/form.txt").symlink_to("form-2026.txt")
    assert award_site("check", "--content", "content").code == 0


def test_a_pipe_is_refused_and_not_waited_for(told: Told, content: Path) -> None:
    os.mkfifo(content / "awardees/pipe.yml")
    assert told() == (
        "content/awardees/pipe.yml:1: 错误 这不是普通文件（是管道、套接字或设备）；"
        "请删除，或换成文件"
    )


def test_a_folder_named_like_a_record_holds_records(award_site: AwardSite, content: Path) -> None:
    (content / "awardees/old.yml").mkdir()
    (content / "awardees/beta.yml").rename(content / "awardees/old.yml/beta.yml")
    assert award_site("check", "--content", "content").code == 0


def test_a_name_that_is_no_utf8_is_refused(told: Told, content: Path) -> None:
    name = os.fsencode(content / "awardees") + b"/\xce\xe4\xba\xba.yml"
    with open(name, "wb") as file:
        file.write(TEXT.encode())
    assert told().endswith("错误 文件名不是 UTF-8 编码；请改名；压缩包请按 UTF-8 重新解开")


def test_a_line_break_in_a_name_does_not_break_the_line(told: Told, content: Path) -> None:
    (content / "awardees/a\nb.txt").write_text("")
    assert told().startswith("content/awardees/a␣b.txt:1: 错误 不认识的文件")


def test_files_of_editors_and_systems_are_passed_over(award_site: AwardSite, content: Path) -> None:
    for name in (
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$call.yml",
        "call.yml~",
        ".call.yml.swp",
    ):
        (content / "notices" / name).write_bytes(b"\xff\xfe")
    assert award_site("check", "--content", "content").code == 0
