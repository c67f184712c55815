"""Revocations held against their rules: told by record and notice alike (articles 31 to 33).

Each article hands in the ground it is about. An event in a holder's record that no notice
explains has no ground; article 31, the first that speaks of publishing a revocation, tells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.regulation.case import Case
from generator.regulation.titles import KIND, rule_for


def announced(case: Case, ground: str, code: str) -> Iterator[Problem]:
    """What is wrong between the holders' records and the 撤销公告 on this ground."""
    for revocation in case.revocations:
        if revocation.ground != ground or (row := revocation.row) is None:
            continue
        notice, holder, event = revocation.notice, revocation.awardee, revocation.event
        assert notice is not None  # a row stands in one
        edition = case.edition_on(revocation.on)
        rule = rule_for(edition, ground)
        about = case.by(rule, edition)
        if edition and rule is None:
            what = f"因{ground}撤销称号的规定"
            yield case.lacks(edition, f"{code}-ground-unknown", what, "revocations")
        elif edition is None:
            yield case.about(notice).cannot_tell(
                f"{code}-edition-unknown",
                f"“{row.on}”施行的是哪个版本的办法没有录入",
                "请在 regulation/ 补入施行日期",
            )
        if notice.kind != KIND:
            yield about(notice, "kind").error(
                f"{code}-kind",
                f"撤销“{holder.name}”称号的公告种类是“{notice.kind}”",
                f"撤销称号用{KIND}",
                notice.kind,
            )
        if event is None:
            yield about(notice, "revokes", revocation.row_place).error(
                f"{code}-standing-missing",
                f"公告撤销了“{holder.name}”的称号，获奖记录中没有依这份公告的撤销",
                f"请在 {case.register.places['awardee', holder.id].path} 的 standing 中补上，"
                f"notice 写 {notice.id}",
                holder.id,
            )
        elif event.on != row.on:
            yield about(holder, "standing", revocation.event_place, "on").error(
                f"{code}-day",
                f"撤销日期“{event.on}”与公告“{notice.id}”所写的 {row.on} 不一致",
                "请核对，两处写成一样",
                str(event.on),
            )
        elif event.round != row.round:
            yield about(holder, "standing", revocation.event_place).error(
                f"{code}-round",
                f"撤销的是“{event.round or '全部'}”荣誉，公告“{notice.id}”写的是"
                f"“{row.round or '全部'}”",
                "请核对 round，两处写成一样",
                event.round or "",
            )


def unexplained(case: Case, ground: str, code: str) -> Iterator[Problem]:
    """Events of revocation that no 撤销公告 explains. Cited by the rule on `ground`."""
    for revocation in case.revocations:
        event = revocation.event
        if revocation.row or event is None:
            continue
        holder, notice = revocation.awardee, revocation.notice
        edition = case.edition_on(event.on)
        about = case.by(rule_for(edition, ground), edition)
        wrong = f"所写的公告“{notice.id}”没有撤销它" if notice else "没有写撤销公告"
        yield about(holder, "standing", revocation.event_place, "notice").error(
            f"{code}-notice-other" if notice else f"{code}-notice-missing",
            f"“{holder.name}”的称号于“{event.on}”撤销，{wrong}",
            f"请补入{KIND}，在 revokes 写明，并在 standing 的 notice 写它的编号",
            notice.id if notice else "",
        )
    for notice in case.register.notices.values():
        if notice.kind == KIND and not notice.revokes:
            edition = case.edition_on(notice.published.date())
            about = case.by(rule_for(edition, ground), edition)
            yield about(notice, "revokes").error(
                f"{code}-nobody",
                f"撤销公告“{notice.title}”没有写撤销了谁的称号",
                "请在 revokes 写明获奖者、事由和日期",
            )
