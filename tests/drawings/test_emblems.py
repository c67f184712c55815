"""Emblems: the same id always the same, different ids different, small, and without a style."""

from __future__ import annotations

import re
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.drawings.emblem import emblem, hatched

CONTENT = Path(__file__).parents[2] / "content"
IDS = sorted(path.stem for path in (CONTENT / "awardees").glob("*.yml"))
MANY = [f"holder-{number:05}" for number in range(5_000)]
FIRST_STROKES = [("9", "12", "h", "18"), ("24", "21", "v", "30"), ("9", "24", "h", "18")]
STROKE = re.compile(r"M(\d+) (\d+)([hv])(\d+)")


def _points(svg: str) -> set[tuple[int, int]]:
    """The points of the lattice that strokes run over, as units of a stroke's width."""
    covered = set()
    for x, y, way, far in STROKE.findall(svg):
        for on in range(0, int(far), 6):
            across, down = (on, 0) if way == "h" else (0, on)
            # A stroke is described by its middle line, half its width from its edge.
            left, top = (int(x), int(y) - 3) if way == "h" else (int(x) - 3, int(y))
            covered.add(((left + across - 9) // 6, (top + down - 9) // 6))
    return covered


def test_an_emblem_depends_on_the_id_alone() -> None:
    assert emblem("shili-shuiwu") == emblem("shili-shuiwu")
    # A stored one: an emblem is known to readers and must not change with a version.
    assert STROKE.findall(emblem("shili-shuiwu"))[:3] == FIRST_STROKES


def test_ids_that_are_alike_have_emblems_that_are_not() -> None:
    """Each differs from every other of the demonstration in at least a tenth of its ground."""
    drawn = {id_: _points(emblem(id_)) for id_ in [*IDS, "holder-1", "holder-2", "holder-3"]}
    for one in drawn:
        for other in drawn:
            if one < other:
                assert len(drawn[one] ^ drawn[other]) >= 16, (one, other)


def test_few_of_many_are_alike() -> None:
    assert len({emblem(id_) for id_ in MANY}) > 0.99 * len(MANY)


@pytest.mark.parametrize("id_", [*IDS, "a", "x" * 64])
def test_an_emblem_is_small_well_formed_and_keeps_to_the_policy(id_: str) -> None:
    svg = emblem(id_)
    root = ElementTree.fromstring(svg)
    assert root.get("aria-hidden") == "true"
    assert root.get("viewBox") == "0 0 96 96"
    assert not re.search(r"\s(?:style|id|href|on\w+)=", svg)
    assert "#" not in svg, "colours come from classes, so that both themes have their own"
    for each in root.iter():
        for name in (each.get("class") or "").split():
            assert name == "emblem" or re.fullmatch(r"(?:paint|line)-[a-z]+", name)


def test_none_of_many_is_large() -> None:
    assert max(len(emblem(id_).encode()) for id_ in MANY) < 1200


@pytest.mark.parametrize("id_", MANY[:50])
def test_strokes_hang_together_and_stay_within_the_frame(id_: str) -> None:
    points = _points(emblem(id_))
    assert all(0 <= x < 13 and 0 <= y < 13 for x, y in points)
    seen, edge = set(), [next(iter(points))]
    while edge:
        x, y = edge.pop()
        if (x, y) in points and (x, y) not in seen:
            seen.add((x, y))
            edge += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    assert seen == points


def test_where_no_title_is_left_there_is_no_emblem() -> None:
    svg = hatched()
    assert "paint-main" not in svg
    assert "line-accent" not in svg
    assert ElementTree.fromstring(svg).get("aria-hidden") == "true"


def test_ten_thousand_are_drawn_in_no_time() -> None:
    """30 µs each; the limit leaves room for a busy machine."""
    start = time.process_time()
    for id_ in MANY:
        emblem(id_)
    assert (time.process_time() - start) / len(MANY) < 150e-6
