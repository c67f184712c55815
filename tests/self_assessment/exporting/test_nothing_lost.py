"""Every text that somebody typed is in every export, whatever signs it is made of."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.self_assessment.exporting.desk import Desk
from tests.self_assessment.exporting.filings import Marked
from tests.self_assessment.exporting.reading import bare, excel_text, pdf_text, word_text
from tests.self_assessment.filings import CRITERIA

HEAD = "{0[organisation][name]} {0[year]} 年度自评报告"


def test_the_form_takes_the_marked_filing(desk: Desk, marked: Marked) -> None:
    assert desk.ask("valid", marked.whole) is None


def test_the_list_of_texts_has_every_place_of_the_model(desk: Desk, marked: Marked) -> None:
    listed = {one["place"]: one["text"] for one in desk.ask("texts", marked.whole)}
    assert listed.pop("organisation/credit_code") == "91310000MA1FL00012"
    assert {place: bare(text) for place, text in listed.items()} == {
        place: bare(text) for place, text in marked.places.items()
    }


def test_json_holds_all_of_it(exports: dict[str, bytes], marked: Marked) -> None:
    back = json.loads(exports["json"])
    for place, text in marked.places.items():
        found = back
        for key in place.split("/"):
            found = found[int(key)] if isinstance(found, list) else found[key]
        assert found == text.replace("\ud800", "\ufffd"), place


@pytest.mark.parametrize(("kind", "read"), [("excel", excel_text), ("word", word_text)])
def test_a_file_holds_every_text(
    kind: str, read: Callable[[bytes], str], exports: dict[str, bytes], marked: Marked
) -> None:
    held = read(exports[kind])
    assert [place for place, text in _typed(marked, kind) if not _in(text, held)] == []


def test_print_holds_every_text(desk: Desk, exports: dict[str, bytes], marked: Marked) -> None:
    desk.ask("print", marked.whole, {"secrets": "keep"})
    held = bare(desk.page.evaluate("document.getElementById('print').textContent"))
    assert [place for place, text in _typed(marked, "print") if not _in(text, held)] == []


def test_the_printed_pages_show_every_mark(exports: dict[str, bytes], marked: Marked) -> None:
    assert _unseen(pdf_text(exports["print"], HEAD.format(marked.whole)), marked) == []


def test_the_pages_of_the_word_file_show_every_mark(
    exports: dict[str, bytes], marked: Marked, as_pdf: Callable[[bytes], bytes]
) -> None:
    assert _unseen(pdf_text(as_pdf(exports["word"]), HEAD.format(marked.whole)), marked) == []


def test_no_text_runs_or_becomes_markup(desk: Desk, marked: Marked) -> None:
    desk.ask("print", marked.whole, {"secrets": "keep"})
    assert desk.page.locator("#print script, #print textarea, #print input").count() == 0
    assert desk.page.locator("#print [style]").count() == 0


def test_a_filing_of_another_set_loses_nothing_either(desk: Desk, marked: Marked) -> None:
    """Answers under ids that the criteria do not know are shown as they are."""
    whole = json.loads(json.dumps(marked.whole))
    first = next(iter(CRITERIA.items)).id
    whole["items"]["9.9.9"] = whole["items"].pop(first)
    whole["profile"]["Z.1"] = whole["profile"].pop(next(iter(CRITERIA.headings)).id)
    kept = [text for place, text in _typed(marked, "word")]
    for kind, read in (("excel", excel_text), ("word", word_text)):
        held = read(desk.made(kind, whole))
        assert [text for text in kept if not _in(text, held)] == [], kind


def _typed(marked: Marked, kind: str) -> list[tuple[str, str]]:
    """Texts that an export must hold: the history is kept in the files that are data."""
    report = kind in ("word", "print")
    return [(p, t) for p, t in marked.places.items() if not (report and p.startswith("history/"))]


def _in(text: str, held: str) -> bool:
    """Days may be written out: 2026-06-15 as 2026年6月15日. Paragraphs may be numbered between."""
    parts = [part for part in text.splitlines() if bare(part)]
    year, _, rest = text.partition("-")
    if len(text) == 10 and year.isdigit():
        month, _, day = rest.partition("-")
        return text in held or f"{year}年{int(month)}月{int(day)}日" in held
    return all(bare(part) in held for part in parts)


def _unseen(held: str, marked: Marked) -> list[str]:
    """Marks and sentences that pages do not show. Fonts may lack the odd signs around them."""
    wanted = [part for _, text in _typed(marked, "print") for part in _plain(text)]
    return [part for part in wanted if part not in held]


def _plain(text: str) -> list[str]:
    if "记" not in text:
        return [text] if text.isdigit() else []
    mark = f"记{text.partition('记')[2][:4]}"
    if "\n" not in text:
        return [mark]
    sentences = [f"{one}。" for one in text.split("\n")[1].split("。") if one]
    return [mark, f"末{mark}", *sentences]
