"""The benchmark of a start runs to its end."""

from __future__ import annotations

import pytest

from benchmarks import startup


def test_every_start_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(startup, "REPEATS", 1)
    startup.main()
    assert capsys.readouterr().out.count(" times typer alone") == len(startup.STARTS)
