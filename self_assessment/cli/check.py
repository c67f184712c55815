"""``self-assessment check``: a filing looked at before it is handed in, or when it came in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.problems import Level, Problem, refusal, visible
from generator.terminal import clock
from generator.terminal.options import Format, Shown, Strict
from generator.terminal.outcome import show
from self_assessment.cli.options import CriteriaFolder

if TYPE_CHECKING:
    from self_assessment.criteria import CriteriaSet
    from self_assessment.filing.checking import Checked

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="由自评表单导出的 .json 文件。", show_default=False)
]


def check(
    file: File,
    criteria: CriteriaFolder = None,
    strict: Strict = False,
    shown: Shown = Format.TEXT,
) -> None:
    """核对一份自评报告：格式、准则、得分、日期；不改动文件，也不把内容送到别处。"""
    from self_assessment.criteria import Library
    from self_assessment.filing.checking import check_filing
    from self_assessment.filing.reading import read_filing

    name = file.as_posix()
    library = Library(criteria)
    data = _bytes(file)
    if isinstance(data, Problem):
        return _told([data], None, shown, strict)
    read = read_filing(data, name, size=file.stat().st_size)
    if read.filing is None:
        return _told(read.problems, None, shown, strict)
    checked = check_filing(read.filing, name, library, clock.now())
    return _told([*read.problems, *checked.problems], checked, shown, strict)


def _bytes(file: Path) -> bytes | Problem:
    from self_assessment.filing.reading import LARGEST

    if not file.exists():
        raise typer.BadParameter(f"没有文件 {file}")
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        why = f"打不开（{refusal(error)}）"
        return Problem(file.as_posix(), 1, Level.ERROR, "file-unreadable", why, "请检查权限")


def _told(
    problems: Sequence[Problem], checked: Checked | None, shown: Format, strict: bool
) -> None:
    if checked is not None and shown is Format.TEXT:
        for line in _lines(checked):
            typer.echo(visible(line))
    show(
        problems,
        shown,
        strict=strict,
        kept="",
        done="核对通过：文件有效，得分重新计算一致。",
        valid=checked is not None,
        **(_facts(checked) if checked else {}),
    )


def _lines(checked: Checked) -> list[str]:
    """What the filing says of itself, in lines for people."""
    filing = checked.filing
    of = "" if checked.of is None else f"/{checked.of}"
    return [
        f"组织：{filing.organisation.name or '（未填写）'}",
        f"年度：{filing.year}",
        f"准则：{_criteria_words(checked)}",
        f"已评分：{checked.scored}{of} 条",
        f"总分：{_total_words(checked)}",
    ]


def _criteria_words(checked: Checked) -> str:
    criteria = checked.criteria
    if criteria is None:
        return f"{checked.filing.criteria.id}，未能对照"
    return f"{criteria.standard} {criteria.name}，{_verified_words(criteria)}"


def _verified_words(criteria: CriteriaSet) -> str:
    if criteria.verified is None:
        return "尚未有人与标准文本核对"
    return f"{criteria.verified.by} {criteria.verified.on} 与标准文本核对"


def _total_words(checked: Checked) -> str:
    stored = checked.filing.totals.total
    if checked.totals is None:
        return f"文件中写的是 {stored or '无'}，未能重新计算"
    if checked.criteria is not None and checked.criteria.total is None:
        return "这套准则没有分值，只有得分率"
    if not checked.equal:
        return f"文件中写的是 {stored or '无'}，重新计算是 {checked.totals.total or '无'}，不一致"
    if stored is None:
        return "条款没有评完，还没有总分"
    return f"{stored}，重新计算一致"


def _facts(checked: Checked) -> dict[str, object]:
    """The same for programs. Keys are stable."""
    filing, criteria = checked.filing, checked.criteria
    return {
        "id": filing.id,
        "schema_version": filing.schema_version,
        "organisation": filing.organisation.name,
        "credit_code": filing.organisation.credit_code,
        "year": filing.year,
        "criteria": {
            "id": filing.criteria.id,
            "digest": filing.criteria.digest,
            "known": criteria is not None,
            "verified": bool(criteria and criteria.verified),
        },
        "items": {"scored": checked.scored, "of": checked.of},
        "total": filing.totals.total,
        "recomputed": checked.totals.total if checked.totals else None,
        "equal": checked.equal,
        "left_out": len(filing.left_out),
    }
