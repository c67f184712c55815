"""The commands put together."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from generator.terminal.outcome import WRONG_USE
from generator.terminal.running import run
from generator.terminal.words import Command, Group
from self_assessment.cli.build import build
from self_assessment.cli.check import check
from self_assessment.cli.keygen import keygen

SAYS = "做出自评表单，核对交来的自评报告。"

app = typer.Typer(
    cls=Group, add_completion=False, rich_markup_mode=None, no_args_is_help=False, help=SAYS
)
app.command("build", cls=Command)(build)
app.command("check", cls=Command)(check)
app.command("keygen", cls=Command)(keygen)


@app.callback(invoke_without_command=True)
def self_assessment(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本。")] = False,
) -> None:
    """做出自评表单，核对交来的自评报告。"""
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"self-assessment {installed('mayor-quality-award')}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
        raise typer.Exit(WRONG_USE)


def main() -> None:
    """The program ``self-assessment``. Leaves with 0, 1, 2 or 130."""
    sys.exit(run(app, "self-assessment", "表单"))
