"""Names of published files: each can be held by every server, and no two are the same anywhere."""

from __future__ import annotations

import unicodedata

import pytest

from generator.problems import Level, Stop
from generator.reading.names import unportable
from tests.program import AwardSite
from tests.publishing.works import TODAY, Works

NOTICE = "notices/2024/2024-gs-01.yml"
REASONS = {
    "con.txt": "是系统保留的设备名",
    "aux": "是系统保留的设备名",
    "LPT1.tar.gz": "是系统保留的设备名",
    "com¹.csv": "是系统保留的设备名",
    "nul .csv": "是系统保留的设备名",
    "a?.csv": "有“?”",
    "a:b.csv": "有“:”",
    'a"b".csv': '有“"”',
    "a\\b.csv": "有“\\”",
    "a.csv ": "以点或空格结尾",
    "a.": "以点或空格结尾",
    "a\tb.csv": "有看不见的字符",
    "a\u202eb.csv": "有看不见的字符",
    "console.csv": "",
    "com.csv": "",
    "名单 (2).csv": "",
    "a~!@#$%^&()[]{};',+=`.csv": "",
}


@pytest.mark.parametrize("name", REASONS)
def test_what_windows_cannot_hold(name: str) -> None:
    assert unportable(name) == REASONS[name]


def offer(works: Works, *names: str) -> None:
    """Puts files beside the records and offers them by a hand-written page."""
    links = ""
    for name in names:
        works.write(f"files/{name}", "名称\n示例公司\n")
        address = name.replace("?", "%3F").replace(" ", "%20").replace("\t", "%09")
        links += f"\n[名单](/files/{address})\n"
    page = works.content / "pages/about.md"
    page.write_text(page.read_text(encoding="utf-8") + links, encoding="utf-8")


@pytest.mark.parametrize("name", ["con/a.csv", "2024/aux.csv", "a?.csv", "2024 /a.csv", "a\tb.csv"])
def test_a_published_file_of_such_a_name_is_told(
    award_site: AwardSite, works: Works, name: str
) -> None:
    offer(works, name)
    works.write("files/neibu/nul.csv", "不公开的附件叫什么都行")
    where = ("--content", works.content, "--cache", works.cache, "--out", works.out)
    for command in ("check", "build"):
        run = award_site(command, *where, "--today", TODAY)
        (told,) = (line for line in run.lines if " 错误 " in line)
        assert "在 Windows 上不能用：" in told
        assert told.endswith("；请改名，引用它的地方一并改")
        assert not works.out.exists()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025/List.csv", "2025/list.CSV"),
        ("A/x.csv", "a/x.csv"),
        (unicodedata.normalize("NFC", "é.csv"), unicodedata.normalize("NFD", "é.csv")),
        (unicodedata.normalize("NFC", "É.csv"), unicodedata.normalize("NFD", "é.csv")),
    ],
)
def test_of_twins_the_second_is_told(works: Works, one: str, other: str) -> None:
    offer(works, one, other)
    with pytest.raises(Stop) as stopped:
        works.build()
    (problem,) = (p for p in stopped.value.problems if p.level is Level.ERROR)
    first, second = sorted((one, other))
    assert problem.file == f"{works.content}/files/{second}"
    assert f"与“files/{first}”只差大小写或字符的编码形式" in problem.message


def test_pages_with_the_same_address_are_twins(works: Works) -> None:
    page = works.content / "pages/about.md"
    page.with_suffix(".MD").write_bytes(page.read_bytes())
    with pytest.raises(Stop, match="只差大小写"):
        works.build()


def test_an_id_is_no_device(works: Works) -> None:
    works.edit(NOTICE, "id: 2024-gs-01", "id: con")
    with pytest.raises(Stop, match="编号“con”在 Windows 上不能作文件名；请换一个，如 con-1"):
        works.build()
