"""Firefox ESR, from disk and without a network: the whole way, and what only Firefox does."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyrage
import pytest

from self_assessment.building import make_form
from self_assessment.building.node import ROOT
from self_assessment.criteria import USUAL, Library
from self_assessment.scoring import band_of, totals
from tests.browsing import hosted
from tests.firefox import Firefox
from tests.program import AwardSite as Program
from tests.self_assessment.exporting.reading import bare, excel_text, pdf_text, word_text
from tests.self_assessment.filings import CRITERIA, a_filing, saved
from tests.self_assessment.form.firefox_writer import FirefoxWriter, tree_of, writing
from tests.self_assessment.form.writer import CHANGING, CODE, TEXT

KEY = pyrage.x25519.Identity.generate()
NAME = "示例有限公司"
RESULT = next(item for item in CRITERIA.items if item.kind == "result")
BY_HAND = (next(iter(CRITERIA.items)), RESULT)
"""Items that are written and scored here. The others come from a file, as others wrote them."""
PERCENTS = {item.id: 25 + 5 * (at % 15) for at, item in enumerate(CRITERIA.items)}
FIELDS = [
    (item, element) for item in CRITERIA.items for element in CRITERIA.rubrics[item.rubric].elements
]
TEXTS = {
    f"{item.id}-{element.id}": f"{item.name}：{element.name}怎样做。\n成效见台账第 {at} 页。"
    for at, (item, element) in enumerate(FIELDS, 10_001)
}
"""A text for each field of each item, which ends in a number of its own."""
TABLE = {
    "title": "产品质量结果",
    "r0-name": "出厂合格率",
    "r0-unit": "%",
    "r0-c0": "98.1",
    "r0-c1": "98.6",
    "r0-c2": "99.05",
    "r0-target": "99.5",
    "r0-benchmark": "97.7",
    "r0-source": "行业协会年报",
    "note": "来自检验台账。",
}
"""What is written into the cells of a result table."""


@pytest.fixture(scope="module")
def window(form: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One Firefox for tests that start with a copy of the form of their own."""
    with writing(form, tmp_path_factory.mktemp("firefox")) as writer:
        yield writer.firefox


@pytest.fixture(scope="module")
def office_form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form of an office that has `KEY`."""
    folder = tmp_path_factory.mktemp("office")
    content = shutil.copytree(ROOT / "content", folder / "content")
    site = content / "site.yml"
    lines = site.read_text(encoding="utf-8").splitlines(keepends=True)
    ours = [
        f"  recipient: {KEY.to_public()}\n" if line.startswith("  recipient:") else line
        for line in lines
    ]
    assert ours != lines
    site.write_text("".join(ours), encoding="utf-8")
    make_form(content, folder / "form", Library(), USUAL, folder / "source")
    return folder / "form" / "form.html"


def test_the_whole_way(office_form: Path, self_assessment: Program, tmp_path: Path) -> None:
    """Taken in, gone on with, closed, reopened, put out in every way, taken in elsewhere."""
    with writing(office_form, tmp_path / "writer") as writer:
        assert "还没有草稿" in writer.text(".start-drafts")
        writer.take_in(_begun(tmp_path))
        _go_on(writer)
        writer.saved()
        first = tree_of(writer.exported())

    with writing(office_form, tmp_path / "writer") as writer:
        draft = writer.text(".draft")
        assert NAME in draft
        assert "导出于" in draft
        writer.firefox.clicks(".draft-open")
        assert writer.value("about-name") == NAME
        assert "已保存" in writer.text(".status-saved")
        writer.go("overview")
        total = totals(CRITERIA, PERCENTS).total
        assert f"总分 {total} 分" in writer.text(".total")
        kept = writer.exported()
        assert _lasting(tree_of(kept)) == _lasting(first)
        typed = [NAME, CODE, *TEXTS.values(), *TABLE.values()]
        assert _missing(typed, word_text(writer.exported("docx").read_bytes())) == []
        assert _missing(typed, excel_text(writer.exported("xlsx").read_bytes())) == []
        sealed = pyrage.decrypt(writer.exported("age").read_bytes(), [KEY])
        assert _lasting(json.loads(sealed)) == _lasting(first)
        paper, pages = _printed(writer, tmp_path)
        assert _missing(typed, paper) == []
        # Fonts in Firefox's PDF name few of their Chinese signs, but all of their figures.
        figures = [text for whole in typed for text in re.findall(r"[\d.]{4,}", whole)]
        assert _missing(figures, pages) == []
        # A copy of the form elsewhere knows nothing of the first: it is a colleague's.
        colleague = FirefoxWriter(writer.firefox, Path(shutil.copy(office_form, tmp_path)))
        colleague.open()
        assert colleague.count(".draft") == 0
        colleague.take_in(kept)
        assert _lasting(tree_of(colleague.exported())) == _lasting(first)
    checked = self_assessment("check", kept)
    assert checked.code == 0, checked.out
    assert f"总分：{total}，重新计算一致" in checked.out


def test_each_copy_of_the_file_has_its_own_drafts(
    window: Firefox, form: Path, tmp_path: Path
) -> None:
    """Firefox keeps one store for each path. The page says so, and where the drafts are."""
    here, copied = tmp_path / "form.html", tmp_path / "form(1).html"
    for copy in (here, copied):
        shutil.copy(form, copy)
    writer, other = FirefoxWriter(window, here), FirefoxWriter(window, copied)
    writer.open()
    writer.begin()
    writer.write("about-name", NAME)
    writer.saved()
    other.open()
    assert other.count(".draft") == 0
    assert "这里还没有草稿" in other.text(".start-drafts")
    assert "改名、移动或另存一份，就看不到原来的草稿" in other.text(".start-pc")
    writer.open()
    assert NAME in writer.text(".draft")


def test_killed_after_the_mark_loses_nothing(form: Path, tmp_path: Path) -> None:
    with Firefox(tmp_path) as firefox:
        writer = FirefoxWriter(firefox, form)
        writer.open()
        writer.begin()
        writer.write("about-name", NAME)
        writer.go("4.1.2")
        writer.write("4.1.2-approach", TEXT)
        writer.score("4.1.2", 45)
        writer.saved()
        address = writer.address
        firefox.kill()
    with writing(form, tmp_path) as again:
        assert NAME in again.text(".draft")
        again.open(address)
        assert again.value("4.1.2-approach") == TEXT
        assert again.text(".ruler-value") == "45%"


def test_damaged_file_is_refused_with_its_remedy(
    window: Firefox, form: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.json"
    damaged.write_text(json.dumps(a_filing())[:900], encoding="utf-8")
    writer = FirefoxWriter(window, Path(shutil.copy(form, tmp_path)))
    writer.open()
    window.chooses("#start-import", damaged)
    assert writer.text(".note-strong") == (
        "文件不完整或已损坏（可能只传了一半），没有导入。请重新取得这个文件。"
    )
    assert writer.count(".draft") == 0
    assert writer.count("#incoming-open") == 0


_REACH = """async (address) => {
  const blocked = [];
  document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.blockedURI));
  const picture = new Image();
  const shown = new Promise((done) => {
    picture.onload = () => done(true);
    picture.onerror = () => done(false);
  });
  picture.src = `${address}/picture.svg`;
  document.body.append(picture);
  const fetched = await fetch(`${address}/data`, { mode: "no-cors" }).then(() => true, () => false);
  return { fetched, shown: await shown, blocked: blocked.sort() };
}"""


def test_nothing_goes_out_even_where_there_is_a_network(form: Path, tmp_path: Path) -> None:
    """The policy in the page holds: a host that could be reached is not."""
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    (tmp_path / "picture.svg").write_text(picture, encoding="utf-8")
    with hosted(tmp_path) as host, Firefox(tmp_path / "writer", connected=True) as firefox:
        FirefoxWriter(firefox, form).open()
        reached = firefox.evaluates(_REACH, host)
    assert reached == {
        "fetched": False,
        "shown": False,
        "blocked": [f"{host}/data", f"{host}/picture.svg"],
    }
    assert len(firefox.wrong) >= 2
    assert all("Content-Security-Policy" in each for each in firefox.wrong)


def _begun(folder: Path) -> Path:
    """A filing with all items written and scored but those that are written here."""
    items = {
        item.id: {
            "elements": {
                element.id: {"text": TEXTS[f"{item.id}-{element.id}"]}
                for element in CRITERIA.rubrics[item.rubric].elements
            },
            "percent": PERCENTS[item.id],
            "band": band_of(CRITERIA, PERCENTS[item.id]).id,
        }
        for item in CRITERIA.items
        if item not in BY_HAND
    }
    percents = {item: PERCENTS[item] for item in items}
    return saved(folder, a_filing(items=items, totals=totals(CRITERIA, percents)._asdict()))


def _go_on(writer: FirefoxWriter) -> None:
    writer.write("about-name", NAME)
    writer.write("about-credit_code", CODE)
    writer.write("about-award_year", "2024")
    for item in BY_HAND:
        writer.go(item.id)
        for element in CRITERIA.rubrics[item.rubric].elements:
            writer.write(f"{item.id}-{element.id}", TEXTS[f"{item.id}-{element.id}"])
        writer.score(item.id, PERCENTS[item.id])
    writer.firefox.clicks(f'[id="{RESULT.id}-tables"] > button')
    writer.firefox.waits("() => document.activeElement.id.endsWith('-title')")
    table = writer.firefox.evaluates("() => document.activeElement.id").removesuffix("-title")
    for cell, text in TABLE.items():
        writer.write(f"{table}-{cell}", text)


def _printed(writer: FirefoxWriter, folder: Path) -> tuple[str, str]:
    """The report to print, as it stands in the page and as it is on paper, without blanks.

    Nobody answers the window in which Firefox asks how to print: that one is left out.
    """
    writer.firefox.evaluates("() => { window.print = () => {}; }")
    writer.firefox.clicks("#export-print")
    report = writer.firefox.evaluates("() => document.getElementById('print').textContent")
    file = folder / "report.pdf"
    writer.firefox.prints(file)
    return bare(report), pdf_text(file.read_bytes())


def _lasting(tree: dict[str, Any]) -> dict[str, Any]:
    """A filing without what an export says of itself."""
    return {key: value for key, value in tree.items() if key not in CHANGING}


def _missing(typed: list[str], held: str) -> list[str]:
    """Lines that somebody typed and a file does not hold."""
    return [line for text in typed for line in text.splitlines() if bare(line) not in held]
