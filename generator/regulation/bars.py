"""Bars from applying, held against who appears in a round (articles 31 to 33 share it).

One who lost a title is barred by the revocation; one who never held it by a confidential record,
and what is wrong there is told at that record, masked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.problems import Problem
from generator.records import Edition, Round
from generator.records.confidential import Bar
from generator.records.regulation import RevocationRule
from generator.register import Place
from generator.regulation.case import Case, named
from generator.regulation.titles import Revocation, rule_for
from generator.regulation.working_days import anniversary


def barred(case: Case, ground: str, code: str) -> Iterator[Problem]:
    """Those who appear in a round within the years for which this ground bars them."""
    revoked = [r for r in case.revocations if r.ground == ground]
    bars = [
        (Place(path, ("bars", n)), bar)
        for path, internal in case.withheld.internal
        for n, bar in enumerate(internal.bars)
        if bar.ground == ground
    ]
    if not revoked and not bars:
        return
    for round_, edition in case.rounds():
        rule = rule_for(edition, ground)
        if rule is None:
            what = f"因{ground}不得申报的年数"
            yield case.lacks(edition, f"{code}-years-unknown", what, "revocations")
        elif rule.bars_years:
            yield from _revoked(case, round_, edition, rule, revoked, code)
            yield from _on_the_list(case, round_, edition, rule, bars, code)


def _revoked(
    case: Case,
    round_: Round,
    edition: Edition,
    rule: RevocationRule,
    revoked: list[Revocation],
    code: str,
) -> Iterator[Problem]:
    days = {r.awardee.id: r.on for r in sorted(revoked, key=lambda r: r.on)}
    years = rule.bars_years or 0
    untold: dict[str, str] = {}
    for seen in case.appearances[round_.id] if days else ():
        for holder in seen.holders:
            if not (day := days.get(holder.id)):
                continue
            match _bars(case, round_, day, years):
                case True:
                    yield case.about(seen, rule=rule, edition=edition).error(
                        f"{code}-barred",
                        f"“{seen.name}”于“{day}”因{rule.ground}被撤销称号，"
                        f"又出现在{round_.title}的{seen.what}中",
                        f"{anniversary(day, years)} 之前发布申报通知的评定不得申报",
                        seen.name,
                    )
                case None:
                    untold[holder.id] = holder.name
    if untold:
        yield _call_unknown(case, round_, edition, rule, code, [*untold.values()])


def _on_the_list(
    case: Case,
    round_: Round,
    edition: Edition,
    rule: RevocationRule,
    bars: list[tuple[Place, Bar]],
    code: str,
) -> Iterator[Problem]:
    """Told at the bar's own place, where its values are masked: it is confidential."""
    names = {bar.name for _, bar in bars}
    codes = {bar.credit_code for _, bar in bars if bar.credit_code}
    seen_in: dict[str, str] = {}
    for seen in case.appearances[round_.id] if bars else ():
        if seen.name in names:
            seen_in.setdefault(seen.name, seen.what)
        for holder in seen.holders:
            if holder.credit_code in codes:
                seen_in.setdefault(holder.credit_code or "", seen.what)
            for event in holder.standing:
                if event.former_name in names:
                    seen_in.setdefault(event.former_name or "", seen.what)
    hidden = sum(not seen.name for seen in case.appearances[round_.id]) if bars else 0
    years = rule.bars_years or 0
    if hidden and any(_bars(case, round_, bar.decided, years) for _, bar in bars):
        yield case.about(round_, rule=rule, edition=edition).cannot_tell(
            f"{code}-bar-redacted",
            f"{round_.title}的名单有 {hidden} 行已删除个人信息，是否有不得申报者无从核对",
            "删除之前核对过的，不必再核",
        )
    for place, bar in bars:
        what = seen_in.get(bar.name) or seen_in.get(bar.credit_code or "")
        if not what or (covered := _bars(case, round_, bar.decided, years)) is False:
            continue
        about = case.about(place, "name", rule=rule, edition=edition)
        say = about.error if covered else about.note
        yield say(
            f"{code}-bar" if covered else f"{code}-bar-call-unknown",
            ("" if covered else "无法判断：申报通知没有录入；")
            + f"不得申报者出现在评定中：“{bar.name}，决定于 {bar.decided}”",
            f"出现在{round_.title}的{what}等处，请核对名称和决定日期",
        )


def _bars(case: Case, round_: Round, day: dt.date, years: int) -> bool | None:
    """Whether a bar from `day` covers the round's call; None where the call's day is needed."""
    end = anniversary(day, years)
    if called := case.called[round_.id]:
        return day <= called < end
    if day.year < round_.year < end.year:
        return True
    return None if day.year <= round_.year <= end.year else False


def _call_unknown(
    case: Case,
    round_: Round,
    edition: Edition,
    rule: RevocationRule,
    code: str,
    names: list[str],
) -> Problem:
    return case.about(round_, rule=rule, edition=edition).cannot_tell(
        f"{code}-call-unknown",
        f"{round_.title}没有录入申报通知，{named(names)}是否仍在不得申报的年限内无从核对",
        "请补入申报通知",
    )
