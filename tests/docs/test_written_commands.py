"""What is written is what runs: every command line of the documents, typed as it stands there.

They run one after another in one copy of the demonstration, by the programs as they are installed.
What sets a machine up, and every target of ``make``, is run by ``.ci/written`` and ``.ci/run``,
once, because it takes minutes. `make bench` and `make lock` are not run as they are written: the
benches take hours (tests/benchmarks runs them small), and the other asks a registry. Batch files
can only be read here: tests/serving/test_starters.py holds their commands against the program.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from urllib.request import urlopen

import openpyxl
import pytest

TOP = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
DOCUMENTS = sorted(
    {
        *(file for name in ("README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md")
          if (file := TOP / name).exists()),
        TOP / "starters/README.md",
        *(TOP / "content/pages").glob("*.md"),
        *(TOP / "docs").glob("*.md"),
    }
)  # fmt: skip
TOOLS = {
    "award-site",
    "self-assessment",
    "make",
    "python",
    "python3",
    "pip",
    "npm",
    "npx",
    "git",
    "sh",
}
NOT_RUN = {"make bench", "make lock"}

STEPS: dict[str, str | tuple[str, str]] = {
    "award-site check": "检查通过",
    "award-site new notice": "已新建 content/notices/2026/2026-qt-03.yml",
    "award-site new 公告 --kind 拟奖公示": "已新建 content/notices/2026/2026-gs-02.yml",
    "award-site template list": "已生成 名单.xlsx",
    "award-site template 名单 --out 名单.xlsx": "已生成 名单.xlsx",
    "award-site import 名单.xlsx --as 名单 --notice 2026-gs-02": (
        "已写入 content/notices/2026/2026-gs-02.yml：1 行"
    ),
    "award-site import LIST.xlsx --as list --notice ID": (
        "award-site import 名单.xlsx --as list --notice 2026-gs-02",
        "已写入 content/notices/2026/2026-gs-02.yml：1 行",
    ),
    "award-site scrub FILE": (
        "award-site scrub 名单.xlsx --out 清理后.xlsx",
        "已生成 清理后.xlsx",
    ),
    "award-site scrub 名单.xlsx": "已生成 名单-清理后.xlsx",
    "award-site redact --dry-run": "没有需要删除的个人信息",
    "award-site redact": "没有需要删除的个人信息",
    "award-site schema": '"title": "公告"',
    "self-assessment build": "表单已做好：build/form/form.html",
    "self-assessment build --out DIR": (
        "self-assessment build --out form",
        "表单已做好：form/form.html",
    ),
    "award-site build": "网站已生成：site/",
    "award-site build --form DIR": (
        "award-site build --form form --no-search",
        "网站已生成：site/",
    ),
    "award-site build --content DIR --out DIR": (
        "award-site build --content content --out other --no-search",
        "网站已生成：other/",
    ),
    "self-assessment check FILE": ("self-assessment check filing.json", "组织："),
    "self-assessment keygen": "私钥已存到 office.key",
    "award-site serve": "预览在 ",
    "award-site serve --lan": "预览在 ",
}  # fmt: skip
"""What is written, in an order in which it can be typed; what is typed, where it has placeholders;
and what is then told."""

NAMED = {
    "award-site new": "KIND",
    "award-site template": "KIND",
    "award-site import": "FILE",
    "award-site scrub": "FILE",
    "self-assessment check": "FILE",
}
"""Commands that a text names without what they must be given: they ask for it."""

ANSWERS = {
    "公告种类": "其他",
    "标题": "关于示例事项的通知",
    "发布时间": "2026-11-02 09:00",
    "姓名": "示例人",
}
"""What is answered at the terminal; else the return key."""


def written() -> set[str]:
    """Every command line of the documents."""
    found: set[str] = set()
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        fences = re.findall(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
        lines = chain.from_iterable(block.splitlines() for kind, block in fences if kind != "yaml")
        for line in (*lines, *re.findall(r"`([^`\n]+)`", prose)):
            words = line.partition("  #")[0].split()
            if len(words) > 1 and (words[0] in TOOLS or words[0].startswith(".venv/")):
                found.add(" ".join(words))
    return found


def test_every_command_in_the_documents_is_known() -> None:
    ci = " ".join((TOP / file).read_text(encoding="utf-8") for file in (".ci/run", ".ci/written"))
    makes = {line for line in written() if line.startswith("make ")} - NOT_RUN
    assert {line for line in makes if not re.search(rf"\b{line}$", ci, re.MULTILINE)} == set()
    assert written() - makes - NOT_RUN - STEPS.keys() - NAMED.keys() == set()
    assert STEPS.keys() | NAMED.keys() <= written()  # and none is kept that nobody writes any more


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the demonstration, for all commands, one after another."""
    desk = tmp_path_factory.mktemp("desk")
    shutil.copytree(TOP / "content", desk / "content")
    shutil.copy(TOP / "self_assessment/example/example-filing.json", desk / "filing.json")
    return desk


@pytest.mark.parametrize("line", NAMED)
def test_a_command_that_is_only_named_asks_for_what_it_needs(line: str, desk: Path) -> None:
    run = subprocess.run(_words(line), cwd=desk, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (
        2,
        f"用法不对：缺少 {NAMED[line]}。用 --help 查看说明。\n",
    )


def test_what_is_written_runs(desk: Path) -> None:
    for line, asked in STEPS.items():
        typed, told = asked if isinstance(asked, tuple) else (line, asked)
        if "template" in line:
            (desk / "名单.xlsx").unlink(missing_ok=True)
        said = "".join(_said(typed, desk))
        assert told in said, (line, said)
        if "new " in line:
            assert "还需补充：没有记录" not in said
        if "template" in line:
            _fill(desk / "名单.xlsx")
    assert (desk / "site/self-assessment/form.html").exists()
    assert (desk / "other/index.html").exists()


def _words(line: str) -> list[str]:
    program, *words = shlex.split(line)
    return [str(PROGRAMS / program), *words]


def _said(line: str, desk: Path) -> Iterator[str]:
    """What a command says at a terminal where its questions are answered, until it is done."""
    ours, side = os.openpty()
    program = subprocess.Popen(
        _words(line), cwd=desk, stdin=side, stdout=side, stderr=side, start_new_session=True
    )
    os.close(side)
    lines = ""
    try:
        while heard := _heard(ours):
            lines += heard
            yield heard
            if lines.endswith("："):
                question = lines.splitlines()[-1]
                assert lines.count(question) < 4, (line, lines)  # what is answered is not taken
                answer = next((ANSWERS[word] for word in ANSWERS if word in question), "")
                os.write(ours, f"{answer}\n".encode())
            if served := re.search(r"预览在 (\S+) ，.*停止。", lines):
                with urlopen(served[1]) as page:
                    assert "质量奖" in page.read().decode()
                program.send_signal(signal.SIGINT)
                lines = ""
        assert program.wait(timeout=60) == 0, (line, lines)
    finally:
        program.kill()
        program.wait()
        os.close(ours)


def _heard(handle: int) -> str:
    data = b""
    while True:
        try:
            data += os.read(handle, 4096)
            return data.decode()
        except UnicodeDecodeError:  # in the middle of a character
            continue
        except OSError:  # the program has ended
            return ""


def _fill(file: Path) -> None:
    workbook = openpyxl.load_workbook(file)
    sheet = workbook.worksheets[0]
    row = {
        "名称": "示例星火航天电子有限公司",
        "奖项": "市长质量奖",
        "类别": "组织",
        "所在区": "蔡甸区",
    }
    for cell in sheet[1]:
        sheet.cell(2, cell.column, row.get(str(cell.value)))
    workbook.save(file)
