"""A round begun: its place in the term is counted on, its stages are those of the edition."""

from __future__ import annotations

from generator.editing.drafting.draft import Draft
from generator.editing.drafting.interview import Interview, Question, in_form
from generator.editing.drafting.yaml_lines import Value
from generator.records import Edition, Round
from generator.register import Register
from generator.regulation import Calendar


def begin_round(register: Register, calendar: Calendar, interview: Interview) -> Draft:
    """The draft of a round. Raises Unanswered."""
    latest = register.rounds[max(register.rounds)] if register.rounds else None
    term = register.edition.term
    step = (term.rounds_every if term else None) or 1
    offered = str(latest.year + step) if latest else ""

    def unused(text: str) -> str:
        if text in register.rounds:
            raise ValueError(f"“{text}”年的评定已经有了")
        return in_form(Round, "id")(text)

    year = interview.ask(
        Question("id", "编号，即申报通知的年份", suggestion=offered, accept=unused)
    )
    title = latest.title.replace(latest.id, year) if latest else f"{year}年度评定"
    title = interview.ask(
        Question("title", "名称", suggestion=title, known=True, accept=in_form(Round, "title"))
    )
    interview.end()
    filled: dict[str, Value] = {"id": year, "title": title}
    if term and latest and latest.term and latest.order:
        begun = min(r.year for r in register.rounds.values() if r.term == latest.term)
        same = int(year) < begun + term.years
        filled["term"] = str(latest.term if same else latest.term + 1)
        filled["order"] = str(latest.order + 1 if same else 1)
    if lines := _lines(register.edition):
        filled["lines"] = lines
    return Draft(
        "round",
        f"rounds/{year}.yml",
        "一次评定。各程序的日期定下后，在 name 下面加写 first 和 last，如 first: 2026-03-10。",
        filled,
        {"summary": "概述：评定进行到哪一步。"},
    )


def _lines(edition: Edition) -> list[Value]:
    return [
        {"kinds": [*rule.kinds], "stages": [{"name": name} for name in rule.stages]}
        for rule in edition.stage_lines
    ]
