"""Pictures: every one on the built site has its size and its words; sizes are read from files."""

from __future__ import annotations

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from generator.pages.pictures import Size, size_of
from tests.sites import CONTENT, Built

DRAWN = sorted(CONTENT.glob("files/**/*.svg"))
TAG = re.compile(r"<img\b[^>]*>")


@pytest.fixture(scope="module")
def site(shipped: Built) -> Path:
    return shipped.root


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_the_size_of_a_picture_is_in_its_head(kind: str) -> None:
    for size in (1, 1), (640, 300), (4000, 3000):
        assert size_of(saved(Image.new("RGB", size, "white"), kind)) == Size(*size)


def test_webp_without_loss_too() -> None:
    assert size_of(saved(Image.new("RGBA", (321, 123)), "WEBP", lossless=True)) == Size(321, 123)


def saved(picture: Image.Image, kind: str, **options: bool) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg width="640" height="300">', Size(640, 300)),
        ("<?xml version='1.0'?>\n<svg\n viewBox='0 0 12.4 30'>", Size(12, 30)),
        ('<svg viewBox="0 0 64 30" width="100%">', Size(64, 30)),
        ('<svg width="64px" height="30px" viewBox="0 0 1 1">', Size(64, 30)),
        ("<svg>", None),
        ("%PDF-1.7", None),
        ("", None),
    ],
)
def test_the_size_of_a_drawing(svg: str, size: Size | None) -> None:
    assert size_of(svg.encode()) == size


@pytest.mark.parametrize(
    "head", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF1234WEBP"]
)
def test_a_picture_cut_short_has_no_size(head: bytes) -> None:
    assert size_of(head) is None


def test_every_picture_of_the_site_has_its_size_and_its_words(site: Path) -> None:
    seen = 0
    for page in site.rglob("*.html"):
        for tag in TAG.findall(page.read_text(encoding="utf-8")):
            for attribute in ('width="[0-9]', 'height="[0-9]', 'alt="'):
                assert re.search(rf"\s{attribute}", tag), (page, tag)
            seen += "/files/" in tag
    assert seen > 12


def test_files_that_only_guides_offer_are_published(site: Path) -> None:
    assert (site / "files/guide/home.png").read_bytes().startswith(b"\x89PNG")


def test_a_revoked_holder_shows_no_picture_no_emblem_and_no_story(site: Path) -> None:
    page = (site / "awardees/shili-xianlan/index.html").read_text(encoding="utf-8")
    main = page.partition("<main")[2]
    assert main.index("已撤销") < main.index("该称号已撤销") < main.index("推荐单位")
    for gone in ("<img", "paint-main", 'id="story"', 'id="practices"', 'class="pulls"', "lead"):
        assert gone not in main


def test_a_holder_without_a_picture_has_an_emblem(site: Path) -> None:
    page = (site / "awardees/wang-shili/index.html").read_text(encoding="utf-8")
    assert '<svg class="emblem"' in page.partition("<main")[2]


@pytest.mark.parametrize("file", DRAWN, ids=lambda path: path.stem)
def test_drawings_are_small_have_a_ground_and_no_script(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    ElementTree.fromstring(text)
    assert len(text.encode()) < 8_000
    assert not re.search(r"<script|\son\w+=|href=|style=|<image|<foreignObject", text)
    assert re.search(r'<rect width="640" height="\d+" fill="#FBF9F5"/>', text), "readable in dark"
