"""A notice as a paper: what its page says, in the order of an official document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents.lists import (
    columns_of,
    count_of,
    day_in_words,
    heading_of,
    redactions_of,
)
from generator.documents.paper import Annex, Block, Paper, Paragraph, Run
from generator.documents.prose import Numbers, blocks_of, table
from generator.records import Notice, Publicity
from generator.records.site import Contact
from generator.register import Register

DEMONSTRATION = "演示文件：内容虚构，不是公文"


def composed(register: Register, notice: Notice, length: str) -> Paper:
    """The paper of a notice. `length` is that of its period in words, as its page says it."""
    issuer = register.bodies[notice.issuer].name
    numbers = Numbers()
    blocks = [*blocks_of(notice.body, numbers)] if notice.body else []
    blocks += _sections(register, notice, length, numbers)
    return Paper(
        title=notice.title,
        number=notice.document_number or "",
        blocks=tuple(blocks),
        annexes=tuple(_annexes(register, notice)),
        beside=tuple(attachment.title for attachment in notice.attachments),
        issuer=issuer,
        made=notice.made or notice.published.date(),
        note="（此件公开发布）" if notice.openness == "主动公开" else "",
        subject=f"{notice.kind}，{issuer}",
        keywords=notice.keywords,
        mark=DEMONSTRATION if register.site.demo else "",
    )


def _said(*lines: str) -> Iterator[Paragraph]:
    for line in lines:
        yield Paragraph((Run(line),))


def _sections(register: Register, notice: Notice, length: str, numbers: Numbers) -> Iterator[Block]:
    if notice.difference:
        yield numbers.heading("与公示名单的差异", 1)
        yield from blocks_of(notice.difference, numbers, 2)
    if notice.withheld:
        yield numbers.heading("按规定不公示的内容", 1)
        yield from _said(*(f"{item.what}：{item.reason}。" for item in notice.withheld))
    if notice.revokes:
        yield numbers.heading("撤销的称号", 1)
        for item in notice.revokes:
            name = register.identities[item.awardee].name
            of = f"{register.rounds[item.round].title}的称号" if item.round else "称号"
            yield from _said(f"{name}：自 {day_in_words(item.on)}起撤销{of}，事由为{item.ground}。")
    if notice.publicity:
        yield from _period(notice, notice.publicity, length, numbers)
    if any(list_.rows for list_ in notice.lists):
        yield from _said("名单见附件。")


def _period(notice: Notice, held: Publicity, length: str, numbers: Numbers) -> Iterator[Block]:
    words = notice.period_words
    yield numbers.heading(words.time, 1)
    yield from _said(f"{day_in_words(held.first)}至{day_in_words(held.last)}，共 {length}。")
    if held.basis:
        yield from _said(f"依据：{held.basis}。")
    if held.origin:
        yield from _said(f"来源：{held.origin}。")
    yield numbers.heading("受理方式", 1)
    yield from _said(*_reached(held.contact))
    if held.rules:
        yield numbers.heading("有关要求", 1)
        yield from blocks_of(held.rules, numbers, 2)


def _reached(contact: Contact) -> Iterator[str]:
    for label, value in (
        ("受理单位", contact.office),
        ("地址", contact.address),
        ("邮编", contact.postcode),
        ("电话", contact.phone),
        ("邮箱", contact.email),
        ("接待时间", contact.hours),
    ):
        if value:
            yield f"{label}：{value}"


def _annexes(register: Register, notice: Notice) -> Iterator[Annex]:
    """All lists as one annex: they belong together, and a reader counts them together."""
    if not any(list_.rows for list_ in notice.lists):
        return
    blocks: list[Block] = []
    for list_ in notice.lists:
        columns = columns_of(register, list_)
        heads = ["序号", "名称", *(column.label for column in columns)]
        rows = []
        for number, row in enumerate(list_.rows, 1):
            name = register.name_of(row) + ("（复评）" if row.recertified else "")
            rows.append([f"{number}", name, *(column.of(row) or "—" for column in columns)])
        if not rows:
            continue
        blocks += _said(f"{heading_of(register, list_)}，{count_of(register, list_)}")
        blocks.append(table(heads, rows))
    blocks += _said("注：序号不代表排名。", *redactions_of(notice))
    yield Annex("名单", tuple(blocks))
