"""The benchmark of the privacy scan runs to its end and finds what it has hidden."""

from __future__ import annotations

import pytest

from benchmarks import privacy


def test_the_scan_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["privacy", "--count", "31"])
    monkeypatch.setattr("gc.disable", lambda: None)  # it is for good, and this process goes on
    assert privacy.main() == 0
    told = capsys.readouterr().out
    assert "recall 100.00%" in told
    assert "31 holders: first scan" in told
