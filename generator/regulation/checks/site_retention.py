"""How long persons who were not chosen are named, and that nothing else is taken out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Ruled
from generator.register import rows_of
from generator.regulation.case import Case, named
from generator.regulation.retention import (
    PASSING,
    Kept,
    commended_on,
    details,
    due,
    is_person,
    kept,
)
from generator.regulation.working_days import months_after

RULE = Ruled.model_validate({"basis": "《个人信息保护法》第十九条、第四十七条"})


def details_kept_no_longer(case: Case) -> Iterator[Problem]:
    """未获奖个人的信息，保存期限届满后从公告里删除。"""
    there = [*kept(case.register, case.appearances)]
    of_notice: dict[str, list[Kept]] = {}
    for one in due(case.register, there, case.today):
        of_notice.setdefault(one.seen.at[1], []).append(one)
    for id_, those in of_notice.items():
        yield case.about(those[0].seen, rule=RULE).note(
            "site-retention-due",
            f"未获奖的 {len(those)} 人（{named([one.seen.name for one in those])}）的"
            f"{details(one.row for one in those)}，保存期限到“{those[0].until}”已满",
            f"请运行 award-site redact {id_}，公告里会写明何时、依据什么删除",
            str(those[0].until),
        )
    for round_ in dict.fromkeys(round_ for round_, one in there if one.until is None):
        last = max(notice.published.date() for notice in case.register.of_round[round_])
        if months_after(last, case.register.site.retention.months) < case.today:
            title = case.register.rounds[round_].title
            yield case.about(("round", round_), rule=RULE).cannot_tell(
                "site-retention-outcome-unknown",
                f"{title}没有录入表彰通报，谁没有获奖、个人信息保存到哪天无从核对",
                "查明后补入表彰通报",
            )


def only_those_not_chosen_taken_out(case: Case) -> Iterator[Problem]:
    """删除了个人信息的，只是候选名单里未获奖的个人，并且在表彰之后删除。"""
    register = case.register
    for notice in register.notices.values():
        listing = register.notices[notice.corrects] if notice.corrects else notice
        round_ = notice.round or listing.round
        commended = commended_on(register, round_) if round_ else None
        for listed in rows_of(notice):
            if (redacted := listed.row.redacted) is None:
                continue
            about = case.about(notice, *listed.where, "redacted", rule=RULE)
            if listing.kind not in PASSING:
                yield about.error(
                    "site-retention-decision",
                    f"{listing.kind}“{notice.title}”的名单里有一行删除了个人信息",
                    f"只有{'、'.join(PASSING)}可以删除；决定和获奖者保留，请恢复这一行",
                )
            elif not is_person(register, listed.row.kind or listed.list.kind):
                yield about.error(
                    "site-retention-no-person",
                    "删除了个人信息的一行，类别不是个人",
                    "只有未获奖个人的信息可以删除，请恢复这一行，或核对类别（kind）",
                )
            elif commended is None or redacted.on < commended:
                yield case.about(notice, *listed.where, "redacted", "on", rule=RULE).error(
                    "site-retention-early",
                    f"删除日期“{redacted.on}”早于表彰通报"
                    + (f"（{commended}）" if commended else "，这次评定还没有表彰通报"),
                    "表彰之前名单须保持完整，请核对日期",
                    str(redacted.on),
                )
