"""A small file that would become a huge workbook is refused in a sentence, before it is loaded."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.editing.importing.workbook import Book, hidden, opened, too_large
from generator.problems import Stop
from tests.editing.importing.conftest import HEAD, ROWS
from tests.privacy.files import with_parts, workbook
from tests.program import Run

SHEET = "xl/worksheets/sheet1.xml"
END = b"</sheetData>"
DATA = workbook(lambda book: None)


def after(more: bytes) -> bytes:
    """A workbook whose first sheet has `more` after its cells."""
    return with_parts(DATA, {SHEET: lambda sheet: sheet.replace(END, END + more)})


def rows(more: bytes) -> bytes:
    """A workbook whose first sheet has `more` rows."""
    return with_parts(DATA, {SHEET: lambda sheet: sheet.replace(END, more + END)})


def merged(*areas: bytes) -> bytes:
    cells = b"".join(b'<mergeCell ref="%s"/>' % area for area in areas)
    return b"<mergeCells>%s</mergeCells>" % cells


def loaded(file: Path) -> Book | list[str]:
    """The workbook, or the sentences that refuse it; at once in either case."""
    begun = time.process_time()
    try:
        return opened(file)
    except Stop as stop:
        return [problem.sentence for problem in stop.problems]
    finally:
        assert time.process_time() - begun < 20  # loaded whole, it would take minutes


LARGE = "文件展开后太大"
HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("all merged", lambda: after(merged(b"A1:XFD1048576")), "最大的是“A1:XFD1048576”"),
    ("columns merged", lambda: after(merged(b"A:XFD")), "最大的是“A:XFD”"),
    ("many merged", lambda: after(merged(*[b"A1:CV20000"] * 999)), "最大的是“A1:CV20000”"),
    (
        "link over all",
        lambda: after(b'<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>'),
        "最大的是“A1:XFD1048576”",
    ),
    (
        "in another encoding, with a prefix",
        lambda: with_parts(
            DATA,
            {
                "xl/extra.bin": '<?xml version="1.0"?><x:s xmlns:x="u"><x:mergeCell'
                ' ref="&#65;1:XFD1048576"/></x:s>'.encode("utf-16")
            },
        ),
        "最大的是“A1:XFD1048576”",
    ),
    ("empty rows", lambda: rows(b'<row r="9"/>' * 60_000), "各表一共有 60002 行，太多"),
    ("millions of rows", lambda: rows(b"<row/>" * 2_000_000), LARGE),
    ("millions of attributes", lambda: rows(b"<row%s/>" % (b' a=""' * 1_100_000)), LARGE),
    ("bomb", lambda: with_parts(DATA, {"xl/media/a.png": bytes(101 * 1024 * 1024)}), LARGE),
    (
        "formats",
        lambda: with_parts(
            DATA,
            {
                "xl/styles.xml": lambda part: part.replace(
                    b"<cellXfs", b"<xf/>" * 70_000 + b"<cellXfs"
                )
            },
        ),
        "种格式，太多",
    ),
    (
        "entities",
        lambda: with_parts(DATA, {SHEET: lambda s: b'<!DOCTYPE a [<!ENTITY a "a">]>' + s[55:]}),
        "文件损坏，或不是真正的 .xlsx",
    ),
]


@pytest.mark.parametrize(
    ("made", "said"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE]
)
def test_too_much_is_one_sentence(tmp_path: Path, made: Callable[[], bytes], said: str) -> None:
    file = tmp_path / "list.xlsx"
    data = made()
    file.write_bytes(data)
    sentences = loaded(file)
    assert isinstance(sentences, list)
    (sentence,) = sentences
    assert said in sentence
    assert "请" in sentence


def test_what_is_only_claimed_is_no_matter(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    claim = b'<dimension ref="A1:XFD1048576"/>'
    columns = b"".join(b'<col min="%d" max="16384" hidden="1"/>' % n for n in range(1, 16_385))
    file.write_bytes(
        with_parts(
            DATA,
            {
                SHEET: lambda s: s.replace(
                    b"<sheetData>", b"%s<cols>%s</cols><sheetData>" % (claim, columns)
                )
            },
        )
    )
    book = loaded(file)
    assert isinstance(book, Book)
    assert next(problem.file for problem in hidden(book, book.sheets[0])).endswith("A列")


def test_a_cell_in_the_last_place_is_told(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(rows(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    book = loaded(file)
    assert isinstance(book, Book)
    (problem,) = too_large(book, book.sheets[0])
    assert problem.message == "用到了 1048576 行、16384 列"


def test_a_title_may_be_merged_over_the_list(
    take: Callable[..., Run], book: Callable[..., Path]
) -> None:
    book([["拟奖名单"], HEAD, *ROWS], lambda sheet: sheet.merge_cells("A1:H1"))
    assert take("--dry-run").code == 0


def test_the_command_tells_it(take: Callable[..., Run], workplace: Path) -> None:
    (workplace / "list.xlsx").write_bytes(after(merged(b"A1:XFD1048576")))
    assert take().lines == [
        "list.xlsx: 错误 合并的单元格或链接太大，最大的是“A1:XFD1048576”；"
        "请把名单单独复制到一张新表，另存一份"
    ]
