"""The scan measured on the labelled corpus."""

from __future__ import annotations

import pytest

from tests.privacy.corpus import clean, measured, real


def test_every_number_is_found_and_look_alikes_are_left_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    figures = measured()
    with capsys.disabled():
        print(f"\nprivacy scan: {figures}")  # noqa: T201 - the figures are what is asked for
    assert figures.missed == ()
    assert figures.false_alarms < 0.001


def test_the_corpus_is_what_it_says() -> None:
    assert len({line.text for line in clean(10_000)}) > 9_000
    assert len({line.number for line in real(1_000)}) > 990
    assert all(line.kind is None for line in clean(10))
