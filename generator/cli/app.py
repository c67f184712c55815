"""The commands put together."""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from generator.cli.build import build_site
from generator.cli.check import check
from generator.cli.importing import import_list
from generator.cli.new import new
from generator.cli.redact import redact
from generator.cli.schema import schema
from generator.cli.scrub import scrub_file
from generator.cli.serve import serve
from generator.cli.template import template
from generator.terminal.outcome import WRONG_USE
from generator.terminal.running import run
from generator.terminal.words import Command, Group

app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=False,
    help="把市长质量奖的记录检查一遍，生成公开网站。",
)
app.command("check", cls=Command)(check)
app.command("build", cls=Command)(build_site)
app.command("schema", cls=Command)(schema)
app.command("serve", cls=Command)(serve)
app.command("new", cls=Command)(new)
app.command("import", cls=Command)(import_list)
app.command("template", cls=Command)(template)
app.command("scrub", cls=Command)(scrub_file)
app.command("redact", cls=Command)(redact)


@app.callback(invoke_without_command=True)
def award_site(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本。")] = False,
) -> None:
    """把市长质量奖的记录检查一遍，生成公开网站。"""
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"award-site {installed('mayor-quality-award')}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
        raise typer.Exit(WRONG_USE)


def main() -> None:
    """The program ``award-site``. Leaves with 0, 1, 2 or 130; see ``outcome.py``."""
    gc.disable()  # a run is short and makes records, not cycles: collecting costs a third of it
    code = run(app, "award-site", "网站")
    gc.freeze()  # the last collection, at the end of the process, would look at every record
    sys.exit(code)
