"""A holder begun: who it is, and the honour it was given."""

from __future__ import annotations

from generator.editing.drafting.draft import Draft
from generator.editing.drafting.interview import Interview, Question, in_form
from generator.editing.drafting.numbering import numbered
from generator.editing.drafting.yaml_lines import Value
from generator.records import Awardee
from generator.register import Register
from generator.regulation import Calendar, judged_by

COMMENDATION = "表彰通报"


def begin_awardee(register: Register, calendar: Calendar, interview: Interview) -> Draft:
    """The draft of a holder with one honour. Raises Unanswered."""
    rounds = {id_: round_.title for id_, round_ in reversed([*register.rounds.items()])}
    round_ = interview.ask(Question("round", "在哪次评定中获奖", rounds, next(iter(rounds), "")))
    judged = judged_by(register, register.rounds[round_]).edition if round_ in rounds else None
    edition = judged or register.edition
    kinds = {kind.id: kind.name for kind in edition.holder_kinds}
    kind = interview.ask(Question("kind", "类别", kinds))
    tiers = {tier.id: tier.name for tier in edition.tiers if kind in tier.kinds}
    tier = interview.ask(Question("tier", "奖项", tiers))
    name = interview.ask(Question("name", "名称", accept=in_form(Awardee, "name")))
    offered = numbered(f"{round_}-{tier}", register.awardees.keys(), 2)
    filled: dict[str, Value] = {"kind": kind, "name": name}
    for question in _about(register, person=register.holder_kinds[kind].person):
        if answer := interview.ask(question):
            filled[question.option.replace("-", "_")] = answer
    id_ = interview.ask(_id(register, offered))
    interview.end()
    honour: dict[str, Value] = {"round": round_, "tier": tier}
    if given_by := [n.id for n in register.of_round[round_] if n.kind == COMMENDATION]:
        honour["notice"] = given_by[-1]
    return Draft(
        "awardee",
        f"awardees/{id_}.yml",
        f"{kinds[kind]}获奖者。honours 中的 notice 写表彰通报的编号，名单上也要有它。",
        {"id": id_, **filled, "honours": [honour]},
        _examples(person=register.holder_kinds[kind].person),
    )


def _about(register: Register, *, person: bool) -> list[Question]:
    """What else may be told of a holder; all of it can be left for later."""
    places = {id_: b.short for id_, b in register.bodies.items() if b.role in {"区", "功能区"}}
    recommending = places | {
        id_: body.short for id_, body in register.bodies.items() if body.role in {"部门", "协会"}
    }
    sectors = {sector.id: sector.name for sector in register.site.sectors}
    questions = [
        Question("district", "所在区", places, optional=True),
        Question("recommended-by", "推荐单位", recommending, optional=True),
        Question("sector", "行业", sectors, optional=True),
    ]
    texts = [("employer", "工作单位"), ("post", "职务")] if person else []
    texts += [] if person else [("credit-code", "统一社会信用代码")]
    for option, words in texts:
        accept = in_form(Awardee, option.replace("-", "_"))
        questions.append(Question(option, words, optional=True, accept=accept))
    return [
        question for question in questions if question.choices or question.option in dict(texts)
    ]


def _id(register: Register, offered: str) -> Question:
    def accept(text: str) -> str:
        if text in register.awardees:
            raise ValueError(f"编号“{text}”已经用过；编号不重复使用")
        return in_form(Awardee, "id")(text)

    return Question("id", "编号", suggestion=offered, known=True, accept=accept)


def _examples(*, person: bool) -> dict[str, Value]:
    own: dict[str, Value] = (
        {"employer": "工作单位全称", "post": "职务", "quality_work_since": "2008"}
        if person
        else {"credit_code": "91420100MA4K000000", "registered": "2003-05-20"}
    )
    return own | {
        "district": "单位编号",
        "recommended_by": "单位编号",
        "sector": "行业编号",
        "website": "https://www.example.com/",
        "confidential": {"liaison": "联系人", "phone": "办公电话"},
        "showcase": {
            "summary": "一句话介绍，只写可以公开的事实",
            "story": "第一段。\n\n第二段。",
            "practices": [{"title": "做法的名称", "text": "怎样做，有什么效果。"}],
            "results": [
                {
                    "title": "指标名称",
                    "unit": "%",
                    "points": [
                        {"year": "2024", "value": "98.1"},
                        {"year": "2025", "value": "98.6"},
                    ],
                }
            ],
            "promotion": [{"on": "2025-09-10", "what": "宣传推广的内容"}],
        },
    }
