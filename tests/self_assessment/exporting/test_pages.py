"""The report as pages, of Word and of print: nothing is cut, tables go on with their heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.self_assessment.exporting.desk import Desk
from tests.self_assessment.exporting.filings import sentences
from tests.self_assessment.exporting.reading import Placed, pdf_text, pictured, placed, rising, word
from tests.self_assessment.filings import CRITERIA

Filing = dict[str, Any]
MM = 72 / 25.4


@pytest.fixture(scope="module")
def papers(desk: Desk, long_filing: Filing, as_pdf: Callable[[bytes], bytes]) -> dict[str, bytes]:
    """The long filing as PDF: from Word by LibreOffice, and from the browser's print."""
    docx = desk.made("word", long_filing)
    return {"docx": docx, "word": as_pdf(docx), "print": desk.printed(long_filing)}


@pytest.fixture(scope="module")
def words(papers: dict[str, bytes]) -> dict[str, list[Placed]]:
    """Every word of both with its place."""
    return {kind: [*placed(papers[kind])] for kind in ("word", "print")}


@pytest.mark.parametrize("kind", ["word", "print"])
def test_no_sentence_is_lost_at_the_end_of_a_page(
    kind: str, papers: dict[str, bytes], long_filing: Filing
) -> None:
    head = f"{long_filing['organisation']['name']} 2026 年度自评报告"
    held = pdf_text(papers[kind], head)
    wanted = [
        sentence
        for place in range(len([*CRITERIA.items]))
        for at in range(4)
        for sentence in sentences(1000 + 10 * place + at, 24)
    ]
    assert [sentence for sentence in wanted if sentence not in held] == []


@pytest.mark.parametrize("kind", ["word", "print"])
def test_all_words_lie_within_the_margins(kind: str, words: dict[str, list[Placed]]) -> None:
    """Of A4. A full stop may hang over the end of a line, as Chinese type has it.

    The browser's PDF does not tell how tall its letters are: there only the sides are held.
    """
    assert {(round(w.width), round(w.height)) for w in words[kind]} == {(595, 842)}
    sides = [w for w in words[kind] if w.left < 27 * MM or w.right > 595 - 26 * MM + 12.5]
    ends = [w for w in words[kind] if w.top < 10 * MM or w.bottom > 842 - 8 * MM]
    assert sides == []
    assert kind == "print" or ends == []


@pytest.mark.parametrize("kind", ["word", "print"])
def test_no_page_is_empty(
    kind: str, words: dict[str, list[Placed]], papers: dict[str, bytes]
) -> None:
    signs = Counter[int]()
    for one in words[kind]:
        signs[one.page] += len(one.text)
    furniture = len("记0001=1+12026年度自评报告第100页共100页")
    bare = {page for page in range(1, max(signs) + 1) if signs[page] < furniture + 5}
    assert bare <= pictured(papers[kind])


@pytest.mark.parametrize("kind", ["word", "print"])
def test_the_cover_is_one_page(kind: str, words: dict[str, list[Placed]]) -> None:
    second = "".join(one.text for one in words[kind] if one.page == 2)
    assert "目录" in second


def test_lines_do_not_lie_on_each_other(words: dict[str, list[Placed]]) -> None:
    """Two words of a page never cover the same ground by more than a hair."""
    clashes = []
    by_page: dict[int, list[Placed]] = {}
    for one in words["word"]:
        if one.text.isascii() or "\u4e00" <= one.text[0] <= "\u9fff":
            by_page.setdefault(one.page, []).append(one)
    for page in by_page.values():
        page.sort(key=lambda word: word.top)
        for at, one in enumerate(page):
            for other in page[at + 1 : at + 30]:
                across = min(one.right, other.right) - max(one.left, other.left)
                down = min(one.bottom, other.bottom) - max(one.top, other.top)
                low = min(one.bottom - one.top, other.bottom - other.top)
                if across > 2 and down > 0.6 * low:
                    clashes.append((one.page, one.text, other.text))
    assert clashes == []


def test_nothing_printed_is_wider_or_higher_than_its_box(desk: Desk, long_filing: Filing) -> None:
    desk.page.emulate_media(media="print")
    desk.ask("print", long_filing, {"secrets": "keep"})
    over = desk.page.evaluate(
        """() => [...document.querySelectorAll("#print *:not(svg *)")]
        .filter((box) => getComputedStyle(box).display !== "inline" && box.clientWidth > 0)
        .filter((box) => box.scrollWidth > box.clientWidth + 1
          || getComputedStyle(box).overflow !== "visible" && box.tagName !== "svg")
        .map((box) => box.className + ": " + box.textContent.slice(0, 40))"""
    )
    desk.page.emulate_media(media=None)
    assert over == []


def test_pages_are_numbered(words: dict[str, list[Placed]]) -> None:
    for kind in ("word", "print"):
        last = max(word.page for word in words[kind])
        text = "".join(word.text for word in words[kind] if word.page == last)
        assert f"第{last}页" in text.replace(" ", ""), kind
        assert f"共{last}页" in text.replace(" ", ""), kind


@pytest.mark.parametrize("kind", ["word", "print"])
def test_the_head_of_a_table_is_on_every_page_of_it(
    kind: str, words: dict[str, list[Placed]]
) -> None:
    """The opinions of assessors fill pages; each has the head again."""
    pages = {w.page for w in words[kind] if w.text.startswith("之7句写") or w.text == "说明"}
    heads = Counter(w.page for w in words[kind] if w.text == "说明")
    assert len(heads) > 2
    assert pages


def test_the_contents_tell_pages_close_to_the_true_ones(
    papers: dict[str, bytes], words: dict[str, list[Placed]]
) -> None:
    """Word with 宋体 sets lines closer than LibreOffice with the font of this machine: the pages
    told are those of Word, so here they rise with the true ones and lag behind them a little."""
    told = [
        (found[1], int(found[2]))
        for paragraph in word(papers["docx"]).element.body.iter()
        if paragraph.tag.endswith("}p")
        and (found := re.fullmatch(r"(.+?)(\d+)", _said(paragraph)))
        and _style(paragraph).startswith("TOC")
    ]
    assert len(told) > 40
    assert rising([page for _, page in told])
    last = max(word.page for word in words["word"])
    assert 0.7 * last < told[-1][1] <= last


def _said(paragraph: Any) -> str:
    return "".join(part.text or "" for part in paragraph.iter() if part.tag.endswith("}t"))


def _style(paragraph: Any) -> str:
    for part in paragraph.iter():
        if part.tag.endswith("}pStyle"):
            return str(next(iter(part.attrib.values())))
    return ""
