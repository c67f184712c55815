"""``self-assessment build``: the form as one file."""

from __future__ import annotations

from pathlib import Path

import typer

from generator.terminal.options import CONTENT, Content, Format, Shown
from generator.terminal.outcome import show
from self_assessment.cli.options import OUT, CriteriaId, FormOut, Source
from self_assessment.usual import CRITERIA, SOURCE


def build(
    content: Content = CONTENT,
    out: FormOut = OUT,
    criteria: CriteriaId = CRITERIA,
    source: Source = SOURCE,
    shown: Shown = Format.TEXT,
) -> None:
    """做出自评表单：一个网页文件，断网也能用。"""
    from self_assessment.building import make_form
    from self_assessment.criteria import Library

    file = Path(criteria)
    if file.suffix == ".yml":
        if not file.is_file():
            raise typer.BadParameter(f"没有准则文件 {criteria}")
        library, id_ = Library(file.parent), file.stem
    else:
        library, id_ = Library(), criteria
    made = make_form(content, out, library, id_, source)
    form = f"{out.as_posix()}/form.html"
    what = "表单已做好" if made.again else "表单没有变化"
    facts = {key: value for key, value in made.facts.items() if key != "inputs"}
    show(
        [],
        shown,
        strict=False,
        done=f"{what}：{form}，{made.size / 1024:.0f} KB，SHA-256 {made.facts['sha256'][:12]}…",
        out=out.as_posix(),
        made=made.again,
        **facts,
    )
