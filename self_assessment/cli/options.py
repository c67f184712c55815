"""Options of this program alone; the others are those of ``generator.terminal.options``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

FormOut = Annotated[
    Path, typer.Option("--out", help="表单生成到哪个文件夹。", metavar="DIR", readable=False)
]
Source = Annotated[
    Path,
    typer.Option("--source", help="中间文件放在哪个文件夹。", metavar="DIR", readable=False),
]
CriteriaId = Annotated[
    str, typer.Option("--criteria", help="准则的编号，或准则文件（.yml）。", metavar="ID")
]
CriteriaFolder = Annotated[
    Path | None,
    typer.Option("--criteria", help="另有准则时，所在的文件夹。", metavar="DIR", readable=False),
]
OUT = Path("build/form")
"""Where the form is made, and where ``award-site build --form`` takes it from."""
