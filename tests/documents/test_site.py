"""PDFs on the site: one beside each notice, linked, made again only when needed, or told."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pylopdf_fonts_zh_cn import serif_path

from generator.publishing import build
from tests.documents.sheets import text_of
from tests.documents.test_papers import FACES
from tests.program import AwardSite

LINJIANG = Path(__file__).parents[1] / "cities" / "linjiang"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(LINJIANG, tmp_path / "content")
    return tmp_path / "content"


def notices(content: Path) -> list[Path]:
    return sorted((content / "notices").rglob("*.yml"))


def build_it(content: Path, workplace: Path) -> Path:
    build(content, workplace / "site", workplace / ".cache")
    return workplace / "site"


def test_every_notice_has_its_paper_and_links_to_it(content: Path, workplace: Path) -> None:
    site = build_it(content, workplace)
    for file in notices(content):
        folder = site / "notices" / file.stem
        assert (folder / f"{file.stem}.pdf").read_bytes().startswith(b"%PDF-")
        assert f'notices/{file.stem}/{file.stem}.pdf"' in (folder / "index.html").read_text("utf-8")


def test_a_list_stands_on_the_paper_as_on_the_page(content: Path, workplace: Path) -> None:
    site = build_it(content, workplace)
    (listed,) = [file for file in notices(content) if "commend" in file.stem][:1] or [
        file for file in notices(content) if "rows:" in file.read_text("utf-8")
    ][:1]
    whole = text_of((site / f"notices/{listed.stem}/{listed.stem}.pdf").read_bytes(), workplace)
    assert "序号不代表排名" in whole


def test_an_edited_notice_changes_its_paper_alone(content: Path, workplace: Path) -> None:
    site = build_it(content, workplace)
    before = {file: file.read_bytes() for file in site.rglob("*.pdf")}
    edited = next(f for f in notices(content) if "body:" in f.read_text("utf-8"))
    text = edited.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    edited.write_text(text.replace(title, f"{title}改"), "utf-8")
    build_it(content, workplace)
    changed = {file for file, data in before.items() if file.read_bytes() != data}
    assert site / f"notices/{edited.stem}/{edited.stem}.pdf" in changed


def test_what_no_paper_says_changes_none(content: Path, workplace: Path) -> None:
    site = build_it(content, workplace)
    before = {file: file.stat().st_ino for file in site.rglob("*.pdf")}
    holder = content / "awardees/lj-matou.yml"
    text = holder.read_text("utf-8")
    assert "LJ-2025-Y03" in text
    holder.write_text(text.replace("LJ-2025-Y03", "LJ-2025-Y99"), "utf-8")
    build_it(content, workplace)
    assert {file: file.stat().st_ino for file in site.rglob("*.pdf")} == before


def test_a_character_that_no_typeface_has_stops_the_build(
    award_site: AwardSite, content: Path, workplace: Path
) -> None:
    site = build_it(content, workplace)
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    edited = notices(content)[0]
    lines = edited.read_text("utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("title:"))
    rare = next(chr(n) for n in range(0x20000, 0x2A6DF) if n not in FACES.characters)
    lines[place] += rare
    edited.write_text("\n".join(lines) + "\n", "utf-8")
    run = award_site("build", "--content", content, "--no-search")
    assert run.code == 1
    told = [line for line in run.lines if f"U+{ord(rare):X}" in line]
    assert told[0].startswith(f"{edited.as_posix()}:{place + 1}: 错误 ")
    assert f"“{rare}”" in told[0]
    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == before


def test_a_typeface_that_is_not_there_is_told(
    award_site: AwardSite, content: Path, workplace: Path
) -> None:
    site = content / "site.yml"
    site.write_text(site.read_text("utf-8") + "documents:\n  title: 方正小标宋简体\n", "utf-8")
    run = award_site("build", "--content", content, "--no-search")
    assert run.code == 1
    assert "字体“方正小标宋简体”不在字体文件夹里" in run.out


def test_the_offices_own_typeface_is_used(content: Path, workplace: Path) -> None:
    def typefaces_in(site: Path) -> str:
        paper = min(site.rglob("*.pdf"))
        run = subprocess.run(["pdffonts", paper], check=True, capture_output=True, text=True)
        return run.stdout

    assert "OwnFangsong" not in typefaces_in(build_it(content, workplace))
    fonts = content / "files/fonts"
    fonts.mkdir(parents=True)
    with TTFont(serif_path(), lazy=True) as font:  # the package's own, under another name
        for one in [*font["name"].names]:
            place = (one.platformID, one.platEncID, one.langID)
            font["name"].setName("OwnFangsong", one.nameID, *place)
        font.save(fonts / "own.otf")
    site = content / "site.yml"
    chosen = "documents: {folder: files/fonts, body: OwnFangsong}\n"
    site.write_text(site.read_text("utf-8") + chosen, "utf-8")
    built = build_it(content, workplace)
    assert "OwnFangsong" in typefaces_in(built)
    assert not (built / "files/fonts").exists()  # a licensed typeface is not given away


def test_a_site_may_do_without(content: Path, workplace: Path) -> None:
    site = content / "site.yml"
    site.write_text(site.read_text("utf-8") + "documents: {made: 否}\n", "utf-8")
    built = build_it(content, workplace)
    assert not list(built.rglob("*.pdf"))
    assert ".pdf" not in (built / f"notices/{notices(content)[0].stem}/index.html").read_text(
        "utf-8"
    )
