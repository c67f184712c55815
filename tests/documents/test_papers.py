"""Notices as official documents: measured on the page, read back, and the same on every day."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from generator.documents import Paper, printed, typefaces
from generator.documents.numbering import numeral
from generator.documents.paper import Annex, Heading, Paragraph, Run
from generator.documents.prose import Numbers, blocks_of, table
from generator.reading import read_tree
from generator.records import Site
from tests.documents.sheets import facts_of, pages_of, text_of

TOP = Path(__file__).parents[2]
CONTENT = TOP / "content"
SITE = Site.model_validate(read_tree((CONTENT / "site.yml").read_bytes()))
FACES = typefaces(SITE, CONTENT)
LONG = "武汉市质量强市工作委员会办公室关于开展市长质量奖评定工作的通知" * 6

PLAIN = Paper(
    title="关于示例的通知",
    number="示质办〔2026〕3号",
    blocks=(),
    annexes=(),
    beside=(),
    issuer="示例质量强市工作委员会办公室",
    made=dt.date(2026, 10, 8),
    note="",
    subject="其他，示例",
    keywords=("示例", "通知"),
)


def said(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(text),)) for text in texts)


def test_a_page_holds_22_lines_of_28_characters(tmp_path: Path) -> None:
    paper = dataclasses.replace(PLAIN, blocks=said(*[LONG] * 12))
    pages = pages_of(printed(paper, FACES), tmp_path)
    body = [line for line in pages[1] if "—" not in line.text]
    assert len(body) == 22
    assert max(len(line.text) for line in body) == 28
    full = [line for line in body if len(line.text) == 28]
    assert min(line.left for line in full) == pytest.approx(28, abs=0.5)
    assert max(line.right for line in full) == pytest.approx(210 - 26, abs=0.5)
    steps = [below.top - above.top for above, below in pairwise(body)]
    assert steps == pytest.approx([225 / 22] * 21, abs=0.05)
    assert body[0].top >= 37 - 0.5
    assert body[-1].bottom <= 297 - 35 + 0.5


def test_page_numbers_stand_outside_on_odd_and_even_pages(tmp_path: Path) -> None:
    paper = dataclasses.replace(PLAIN, blocks=said(*[LONG] * 12))
    pages = pages_of(printed(paper, FACES), tmp_path)
    numbers = [next(line for line in page if line.text.startswith("—")) for page in pages]
    assert [number.text for number in numbers] == [f"—{n}—" for n in range(1, len(pages) + 1)]
    for place, number in enumerate(numbers, 1):
        assert number.top > 297 - 35
        edge = 210 - 26 - number.right if place % 2 else number.left - 28
        assert edge == pytest.approx(14 * 25.4 / 72, abs=1)  # a dash does not fill its square


def test_numbers_of_headings_go_down_four_levels() -> None:
    text = "# 甲\n\n## 乙\n\n### 丙\n\n#### 丁\n\n## 戊\n\n# 己\n\n## 庚\n"
    words = [b.text for b in blocks_of(text, Numbers()) if isinstance(b, Heading)]
    assert words == ["一、甲", "（一）乙", "1. 丙", "（1）丁", "（二）戊", "二、己", "（一）庚"]


def test_numbers_that_a_writer_gave_are_kept_and_counted_on() -> None:
    numbers = Numbers()
    words = [b.text for b in blocks_of("# 一、甲\n\n# 二、乙\n", numbers) if isinstance(b, Heading)]
    assert words == ["一、甲", "二、乙"]
    assert numbers.heading("丙", 1).text == "三、丙"


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")]
)
def test_numerals(number: int, written: str) -> None:
    assert numeral(number) == written


def test_signature_without_a_seal(tmp_path: Path) -> None:
    """7.3.5.2: two characters in from the right; the date begins two characters further right."""
    pdf = printed(dataclasses.replace(PLAIN, blocks=said("示例。")), FACES)
    (page,) = pages_of(pdf, tmp_path)
    signed = next(line for line in page if line.text == PLAIN.issuer)
    dated = next(line for line in page if line.text == "2026年10月8日")
    assert 210 - 26 - signed.right == pytest.approx(2 * 16 * 25.4 / 72, abs=1)
    assert dated.left - signed.left == pytest.approx(2 * 16 * 25.4 / 72, abs=1)
    listed = subprocess.run(
        ["pdfimages", "-list", str(tmp_path / "read.pdf")], check=True, capture_output=True
    ).stdout.decode()
    assert len(listed.splitlines()) == 2  # the two lines of its head: no picture, so no seal


def test_a_date_longer_than_its_issuer_ends_two_characters_from_the_edge(tmp_path: Path) -> None:
    paper = dataclasses.replace(PLAIN, blocks=said("示例。"), issuer="示例办")
    (page,) = pages_of(printed(paper, FACES), tmp_path)
    signed = next(line for line in page if line.text == "示例办")
    dated = next(line for line in page if line.text == "2026年10月8日")
    assert 210 - 26 - dated.right == pytest.approx(2 * 16 * 25.4 / 72, abs=1)
    assert dated.left - signed.left == pytest.approx(2 * 16 * 25.4 / 72, abs=1)


@pytest.mark.parametrize("count", range(18, 24))
def test_a_signature_never_stands_on_a_page_alone(tmp_path: Path, count: int) -> None:
    paper = dataclasses.replace(PLAIN, blocks=said(*[f"第{n}点。" for n in range(count)]))
    pages = pages_of(printed(paper, FACES), tmp_path)
    last = [line.text for line in pages[-1]]
    assert f"第{count - 1}点。" in last
    assert PLAIN.issuer in last


def test_a_long_list_breaks_over_pages_and_repeats_its_heads(tmp_path: Path) -> None:
    rows = [[f"{n}", f"示例第{n}有限公司", "示例区", "一行说明" * 8] for n in range(1, 301)]
    listed = table(["序号", "名称", "所在区", "简要事迹"], rows)
    paper = dataclasses.replace(PLAIN, blocks=said("见附件。"), annexes=(Annex("名单", (listed,)),))
    pdf = printed(paper, FACES)
    pages = pages_of(pdf, tmp_path)
    of_list = pages[1:]
    assert len(of_list) > 3
    assert pages[1][0].text == "附件"
    for page in of_list:
        assert sum(line.text == "名称" for line in page) == 1
        assert all(line.bottom < 297 - 35 + 0.5 for line in page if "—" not in line.text)
    whole = text_of(pdf, tmp_path)
    assert all(f"示例第{n}有限公司" in whole for n in range(1, 301))


def test_a_row_longer_than_a_page_is_cut_nowhere(tmp_path: Path) -> None:
    deeds = "".join(f"第{n}项做法。" for n in range(1, 900))
    paper = dataclasses.replace(PLAIN, annexes=(Annex("名单", (table(["事迹"], [[deeds]]),)),))
    pages = pages_of(printed(paper, FACES), tmp_path)
    beside = ("—", "事迹", "附件", "名单")
    lines = [line.text for page in pages for line in page if not line.text.startswith(beside)]
    whole = "".join(lines)
    assert all(f"第{n}项做法" in whole for n in range(1, 900))


def test_what_the_file_says_of_itself(tmp_path: Path) -> None:
    pdf = printed(PLAIN, FACES)
    facts = facts_of(pdf, tmp_path)
    assert facts["Title"] == PLAIN.title
    assert facts["Author"] == PLAIN.issuer
    assert facts["Keywords"] == "示例, 通知"
    assert facts["Tagged"] == "yes"
    assert facts["Page size"].startswith("595.276 x 841.89")
    assert b"pdfaid:part>2<" in pdf
    assert b"pdfaid:conformance>A<" in pdf


def test_a_text_is_never_markup(tmp_path: Path) -> None:
    words = '#include "x" $1^2$ *b* _i_ `c` @ref <label> [x] \\ // 注 #{1+1}'
    paper = dataclasses.replace(PLAIN, title=words, blocks=said(words))
    whole = text_of(printed(paper, FACES), tmp_path)
    assert whole.count("#include") == 2
    assert "@ref" in whole
    assert "#{1+1}" in whole


def test_the_same_bytes_on_any_day_and_machine(tmp_path: Path) -> None:
    script = (
        "import sys, hashlib\n"
        "from tests.documents.test_papers import FACES, LONG, PLAIN, said\n"
        "import dataclasses\n"
        "from generator.documents import printed\n"
        "paper = dataclasses.replace(PLAIN, blocks=said(LONG, LONG))\n"
        "print(hashlib.sha256(printed(paper, FACES)).hexdigest())\n"
    )
    told = set()
    for zone, language in (("Asia/Shanghai", "zh_CN.UTF-8"), ("America/New_York", "C")):
        environment = {**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": "7"}
        run = [sys.executable, "-c", script]
        out = subprocess.run(run, check=True, capture_output=True, cwd=TOP, env=environment)
        told.add(out.stdout)
    assert len(told) == 1
