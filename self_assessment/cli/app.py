"""The commands put together, and the one place where every exception ends as a sentence."""

from __future__ import annotations

import sys

import typer

from generator.problems import Stop, as_text, ordered
from self_assessment.cli.build import build

app = typer.Typer(add_completion=False, rich_markup_mode=None, help="自评表单的制作和收件核对。")
app.command("build")(build)


@app.callback()
def self_assessment() -> None:
    """自评表单的制作和收件核对。"""


def main() -> None:
    """The program ``self-assessment``."""
    try:
        app()
    except Stop as stop:
        typer.echo(as_text(ordered(stop.problems)))
        sys.exit(1)
