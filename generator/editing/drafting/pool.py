"""A cultivation pool begun, with its first entry."""

from __future__ import annotations

from generator.editing.drafting.draft import Draft
from generator.editing.drafting.interview import Interview, Question, in_form
from generator.editing.drafting.yaml_lines import Value
from generator.records.cultivation import Entry
from generator.register import Register
from generator.regulation import Calendar


def begin_pool(register: Register, calendar: Calendar, interview: Interview) -> Draft:
    """The draft of a pool. A pool without anyone in it is not published. Raises Unanswered."""
    bodies = {
        id_: body.name
        for id_, body in register.bodies.items()
        if body.role in {"区", "功能区", "部门", "协会"} and id_ not in register.pools
    }
    body = interview.ask(Question("body", "培育单位", bodies))
    name = interview.ask(Question("name", "第一个培育对象的名称", accept=in_form(Entry, "name")))
    steps = {step.id: step.name for step in register.site.ladder}
    step = interview.ask(Question("step", "梯次", steps, next(iter(steps), "")))
    since = interview.ask(Question("since", "入库年份", accept=in_form(Entry, "since")))
    interview.end()
    holder = next((id_ for id_, a in register.awardees.items() if a.name == name), None)
    entry: dict[str, Value] = {"awardee": holder} if holder else {"name": name}
    entry |= {"step": step, "since": since}
    shown = "、".join(f"{id_}（{words}）" for id_, words in steps.items())
    return Draft(
        "pool",
        f"cultivation/{body}.yml",
        f"培育库。已有获奖记录的写 awardee（编号），其他写 name；梯次 step 可写 {shown}；"
        "出库加写 until（年份），不删除。",
        {"body": body, "entries": [entry]},
        {"summary": "概述：怎样培育。"},
    )
