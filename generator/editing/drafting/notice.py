"""A notice begun: its number, what it follows, and its period of publicity are found out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import get_args

from generator.editing.drafting.draft import Draft
from generator.editing.drafting.interview import Interview, Question, in_form
from generator.editing.drafting.numbering import document_number, index_number, notice_id
from generator.editing.drafting.period import period
from generator.editing.drafting.yaml_lines import Value
from generator.records import Edition, Notice
from generator.records.notice import Revoked
from generator.records.regulation import NoticeKind
from generator.register import Register
from generator.regulation import Calendar, judged_by
from generator.regulation.periods import judging, rule_for

CORRECTION, REVOCATION = "更正公告", "撤销公告"
HOUR = "09:00"
READERS = {"drafted_by": "拟稿人", "reviewed_by": "审核人", "approved_by": "签发人"}
"""Who reads a notice before it is published: names for the record, which are never published."""


def begin_notice(register: Register, calendar: Calendar, interview: Interview) -> Draft:
    """The draft of a notice. Raises Unanswered, and Stop where a year's calendar is not known."""
    kinds = {kind: kind for kind in get_args(NoticeKind)}
    kind = interview.ask(Question("kind", "公告种类", kinds))
    edition, round_ = _round(register, interview, kind)
    of_kind = [n for n in register.notices.values() if n.kind == kind]
    issuer = interview.ask(_issuer(register, edition, kind, of_kind))
    before = next((n for n in reversed(of_kind) if n.issuer == issuer), None) or (
        of_kind[-1] if of_kind else None
    )
    published = interview.ask(
        Question("published", "发布时间，如 2026-10-09 09:00", accept=_moment)
    )
    year = int(published[:4] or 0)
    offered = before.title if before else ""
    if offered and before:
        offered = re.sub(rf"{before.round or before.published.year}", round_ or str(year), offered)
    title = interview.ask(
        Question("title", "标题", suggestion=offered, accept=in_form(Notice, "title"))
    )
    filled: dict[str, Value] = {"kind": kind, "title": title, "issuer": issuer}
    filled |= {"published": published, "made": published[:10]}
    if round_:
        filled["round"] = round_
        if follows := _follows(register, edition, kind, round_):
            filled["follows"] = follows
    filled |= _special(register, interview, kind, published[:10])
    id_ = interview.ask(_id(register, notice_id(kind, year, of_kind, register.notices.keys())))
    if number := index_number(year, register.notices.values()):
        filled["index_number"] = number
    readers = {field: interview.ask(_reader(field, words)) for field, words in READERS.items()}
    interview.end()
    day = dt.date.fromisoformat(published[:10])
    judge = judging(register, round_, day)
    if rule := rule_for(judge, kind):
        body = register.bodies[issuer]
        filled["publicity"] = period(register, calendar, judge, rule, day, body, before)
    if words := next((rule.any_of for rule in edition.must_say if rule.notice == kind), None):
        filled["body"] = f"申报和评定的各个环节{words[0]}。"
    if known := {field: name for field, name in readers.items() if name}:
        filled["confidential"] = known
    return Draft(
        "notice",
        f"notices/{year}/{id_}.yml",
        f"{kind}。名单写在 lists 里；已有 Excel 名单的，可用 award-site import 导入。",
        {"id": id_, **filled},
        _examples(document_number(year, issuer, register.notices.values()), issuer, published),
    )


def _round(register: Register, interview: Interview, kind: str) -> tuple[Edition, str]:
    """The edition that the notice is judged by, and its round; empty for one outside of rounds."""
    rounds = {id_: round_.title for id_, round_ in reversed([*register.rounds.items()])}
    order = register.edition.notice_order
    needed = bool(order and kind in order.kinds)
    latest = next(iter(rounds), "")
    asked = Question("round", "属于哪次评定", rounds, latest if needed else "", optional=not needed)
    id_ = interview.ask(asked)
    if id_ not in register.rounds:
        return register.edition, ""
    return judged_by(register, register.rounds[id_]).edition or register.edition, id_


def _issuer(register: Register, edition: Edition, kind: str, of_kind: list[Notice]) -> Question:
    rule = next((rule for rule in edition.issuers if rule.notice == kind), None)
    bodies = {
        id_: body.name
        for id_, body in register.bodies.items()
        if rule is None or body.role in rule.by
    }
    used = [n.issuer for n in of_kind if n.issuer in bodies]
    office = register.site.office if register.site.office in bodies else ""
    offered = (used[-1] if used else office) or next(iter(bodies), "")
    known = len(bodies) == 1 or rule is None
    return Question("issuer", "发文机关", bodies, offered, known=known)


def _moment(text: str) -> str:
    """A moment with its hour: 09:00 where only the day is told."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        text = f"{text} {HOUR}"
    return in_form(Notice, "published")(text)


def _id(register: Register, offered: str) -> Question:
    def accept(text: str) -> str:
        if text in register.notices:
            raise ValueError(f"编号“{text}”已经用过；编号不重复使用")
        return in_form(Notice, "id")(text)

    return Question("id", "编号", suggestion=offered, known=True, accept=accept)


def _reader(field: str, words: str) -> Question:
    option = field.replace("_", "-")
    return Question(option, f"{words}的姓名，只存档不公开；发布前必须补上", optional=True)


def _follows(register: Register, edition: Edition, kind: str, round_: str) -> list[str]:
    """The notices of the same round that come just before, in the order of the edition."""
    order = edition.notice_order.kinds if edition.notice_order else ()
    earlier = order[: order.index(kind)] if kind in order else ()
    for step in reversed(earlier):
        if those := [n.id for n in register.of_round[round_] if n.kind == step]:
            return those
    return []


def _special(register: Register, interview: Interview, kind: str, day: str) -> Mapping[str, Value]:
    """What only one kind of notice has: what is corrected, or whose title is taken back."""
    if kind == CORRECTION:
        titles = {id_: notice.title for id_, notice in reversed([*register.notices.items()])}
        corrected = interview.ask(Question("corrects", "更正的公告", titles))
        return {"corrects": corrected, "follows": [corrected]}
    if kind == REVOCATION:
        names = {id_: awardee.name for id_, awardee in register.awardees.items()}
        grounds = {ground: ground for ground in get_args(Revoked.model_fields["ground"].annotation)}
        revoked = interview.ask(Question("awardee", "撤销谁的称号", names))
        ground = interview.ask(Question("ground", "事由", grounds))
        return {"revokes": [{"awardee": revoked, "ground": ground, "on": day}]}
    return {}


def _examples(number: str, issuer: str, published: str) -> dict[str, Value]:
    day = published[:10]
    return {
        "document_number": number or f"某质办〔{day[:4]}〕1号",
        "index_number": f"SZZLJ/{day[:4]}-00001",
        "topic": "质量强市",
        "keywords": ["质量奖"],
        "source": "信息来源",
        "editor": "责任编辑的姓名",
        "media": [{"name": "媒体名称", "on": day}],
        "lists": [{"tier": "奖项编号", "kind": "类别编号", "rows": [{"name": "名称"}]}],
        "withheld": [{"what": "不公示的内容", "reason": "理由"}],
        "body": "正文。\n\n## 一、小标题\n\n可以分段。",
        "attachments": [{"file": f"files/{day[:4]}/附件.xlsx", "title": "附件的标题"}],
        "confidential": READERS,
    }
