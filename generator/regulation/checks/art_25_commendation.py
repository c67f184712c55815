"""Article 25: the commendation, after the publicity and by its list."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Edition, Notice, Round
from generator.regulation.appearances import Appearance
from generator.regulation.case import Case, named

KIND = "表彰通报"


def after_publicity(case: Case) -> Iterator[Problem]:
    """公示期满之后才通报表彰。"""
    for notice, edition in case.notices(KIND):
        rule = edition.commendation
        if rule is None:
            yield case.lacks(edition, "art-25-rule-unknown", "表彰的先后", "commendation")
            continue
        about = case.by(rule, edition)
        published = _publicity(case, notice, rule.after)
        if not published:
            yield about(notice, "follows").error(
                "art-25-no-publicity",
                f"表彰通报“{notice.title}”之前没有{rule.after}",
                f"请补入{rule.after}，并在 follows 写明承接",
            )
        days = [(notice.published.date(), "published")]
        day, key = min([*days, (notice.made, "made")] if notice.made else days)
        for before in published:
            if before.publicity and day <= before.publicity.last:
                yield about(notice, key).error(
                    "art-25-early",
                    f"表彰通报的日期“{day}”不晚于{rule.after}的末日 {before.publicity.last}",
                    f"最早为公示期满次日；请核对“{before.title}”的公示期",
                    str(day),
                )


def none_but_published(case: Case) -> Iterator[Problem]:
    """受表彰者都在同一奖项的公示名单上，有差异的要说明。"""
    for round_, edition in case.rounds():
        rule = edition.commendation
        for notice in case.register.of_round[round_.id]:
            if rule is None or notice.kind != KIND:
                continue
            before = [
                seen for n in _publicity(case, notice, rule.after) for seen in case.rows[n.id]
            ]
            if not before or notice.difference:
                continue
            listed = {who for seen in before for who in _who(seen)}
            for seen in case.rows[notice.id]:
                if not any(who in listed for who in _who(seen)):
                    yield case.about(seen, rule=rule, edition=edition).error(
                        "art-25-not-published",
                        f"“{seen.name}”受到表彰，{rule.after}的{_tier(case, seen)}名单上没有",
                        "请核对名单；确有差异的，在 difference 写明原因",
                        seen.name,
                    )


def honours_as_commended(case: Case) -> Iterator[Problem]:
    """获奖记录与表彰通报的名单一致：每项荣誉都写明所依的通报，名单上的人都有获奖记录。"""
    for round_, edition in case.rounds():
        yield from _honours_listed(case, round_, edition)
        for notice in case.register.of_round[round_.id]:
            for seen in case.rows[notice.id] if notice.kind == KIND else ():
                if not _honoured(seen, notice):
                    yield case.about(seen, rule=edition.commendation, edition=edition).error(
                        "art-25-no-honour",
                        f"“{seen.name}”在表彰名单上，获奖记录中没有依这份通报获得的"
                        f"{_tier(case, seen)}",
                        f"请在 awardees/ 的获奖记录中补上，notice 写 {notice.id}",
                        seen.name,
                    )


def _honours_listed(case: Case, round_: Round, edition: Edition) -> Iterator[Problem]:
    about = case.by(edition.commendation, edition)
    notices = [n for n in case.register.of_round[round_.id] if n.kind == KIND]
    commended = {
        notice.id: {who for seen in case.rows[notice.id] for who in _who(seen)}
        for notice in notices
    }
    untold: list[str] = []
    for awardee, honour, place in case.register.given[round_.id]:
        notice = case.register.notices[honour.notice] if honour.notice else None
        if notice is None and not notices:
            untold.append(awardee.name)
            continue
        if notice is None:
            wrong = "没有写表彰通报"
            code, remedy = "art-25-notice-missing", "请补上 notice: 通报的编号"
        elif notice.kind != KIND or notice.round != round_.id:
            wrong = f"所依的“{notice.id}”不是{round_.title}的表彰通报"
            code, remedy = "art-25-notice-other", "请改为本次评定的表彰通报"
        elif (honour.tier, awardee.id) not in commended[notice.id]:
            wrong = f"所依的通报“{notice.id}”的同一奖项名单上没有"
            code, remedy = "art-25-not-commended", "请核对奖项和表彰名单"
        else:
            continue
        yield about(awardee, "honours", place, "notice").error(
            code,
            f"“{awardee.name}”的{case.register.tiers[honour.tier].name}{wrong}",
            remedy,
            honour.notice or "",
        )
    if untold:
        yield about(round_).cannot_tell(
            "art-25-notice-unknown",
            f"{round_.title}没有录入表彰通报，{len(untold)} 项荣誉无从核对：{named(untold)}",
            "查明后补入表彰通报",
        )


def _publicity(case: Case, notice: Notice, kind: str) -> list[Notice]:
    """The publicity that a commendation follows: what it names, else all of the round's."""
    notices = case.register.notices
    named_ = [notices[id_] for id_ in notice.follows if notices[id_].kind == kind]
    return named_ or [n for n in case.register.of_round[notice.round or ""] if n.kind == kind]


def _who(seen: Appearance) -> list[tuple[str | None, str]]:
    """Whom a row is about, with the tier: its holders by id, one without a record by name."""
    return [(seen.tier, h.id) for h in seen.holders] or [(seen.tier, f"“{seen.name}”")]


def _honoured(seen: Appearance, notice: Notice) -> bool:
    for holder in seen.holders:
        for honour in holder.honours:
            if honour.notice == notice.id and honour.tier == seen.tier:
                return True
    return False


def _tier(case: Case, seen: Appearance) -> str:
    return case.register.tiers[seen.tier].name if seen.tier else "（未写奖项的）"
