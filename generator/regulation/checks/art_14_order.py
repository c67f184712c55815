"""Article 14: the stages of an evaluation, and its notices, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.problems import Problem
from generator.records import Edition, Notice, Round
from generator.records.regulation import NoticeOrder
from generator.regulation.case import Case
from generator.regulation.order import (
    can_precede,
    days_in_order,
    moment,
    names_in_order,
    surely_before,
)

CALL = "申报通知"


def stages_in_order(case: Case) -> Iterator[Problem]:
    """评定按规定的程序依次进行，每一程序的首日不早于上一程序的首日。"""
    for round_, edition in case.rounds():
        if not edition.stage_lines:
            yield case.lacks(edition, "art-14-stages-unknown", "评定程序", "stage_lines")
            continue
        about = case.by(edition.stage_lines[0], edition)
        if not round_.lines:
            yield about(round_).cannot_tell(
                "art-14-dates-unknown", f"{round_.title}没有录入各程序的日期", "查明后补入 lines"
            )
        for place, line in enumerate(round_.lines):
            rule = next((r for r in edition.stage_lines if set(line.kinds) <= set(r.kinds)), None)
            if rule:
                yield from names_in_order(case, round_, place, rule, edition)
                yield from days_in_order(case, round_, place, rule, edition)
            else:
                names = "、".join(case.register.holder_kinds[kind].name for kind in line.kinds)
                yield about(round_, "lines", place, "kinds").error(
                    "art-14-line-kinds",
                    f"“{names}”在{edition.short}中没有共同的评定程序",
                    "程序不同的类别请分开写",
                )


def every_kind_has_its_line(case: Case) -> Iterator[Problem]:
    """每一类获奖者都经过评定程序，一类只有一条程序线。"""
    for round_, edition in case.rounds():
        if not edition.stage_lines or not round_.lines:
            continue  # told by stages_in_order
        covered = [kind for line in round_.lines for kind in line.kinds]
        honoured = {given.awardee.kind for given in case.register.given[round_.id]}
        for kind, name in ((k.id, k.name) for k in edition.holder_kinds):
            if covered.count(kind) > 1 or (kind in honoured and kind not in covered):
                yield case.about(
                    round_,
                    "lines",
                    rule=next((r for r in edition.stage_lines if kind in r.kinds), None),
                    edition=edition,
                ).error(
                    "art-14-line-count",
                    f"“{name}”有 {covered.count(kind)} 条程序线",
                    f"请在 lines 中为{name}写一条",
                    kind,
                )


def notices_in_order(case: Case) -> Iterator[Problem]:
    """一次评定的公告按程序先后发布。"""
    for round_, edition in case.rounds():
        if (rule := edition.notice_order) is None:
            yield case.lacks(edition, "art-14-notices-unknown", "公告次序", "notice_order")
            continue
        yield from _in_order(case, round_, edition, rule)


def notices_follow_backwards(case: Case) -> Iterator[Problem]:
    """公告承接的是同一次评定中更早程序的、已经发布的公告。"""
    for round_, edition in case.rounds():
        if (rule := edition.notice_order) is None:
            continue  # told by notices_in_order
        for notice in case.register.of_round[round_.id]:
            for place, id_ in enumerate(notice.follows):
                earlier = case.register.notices[id_]
                if wrong := _not_followed(notice, earlier, rule.kinds):
                    yield case.about(notice, "follows", place, rule=rule, edition=edition).error(
                        "art-14-follows",
                        f"{notice.kind}承接的{earlier.kind}“{id_}”{wrong}",
                        "只承接同一次评定中在前的公告，请核对编号和发布时间",
                        id_,
                    )


def notices_belong_to_a_round(case: Case) -> Iterator[Problem]:
    """评定程序中的公告都属于某一次评定。"""
    rule = case.register.edition.notice_order
    for notice in case.register.notices.values():
        if rule and notice.kind in rule.kinds and not notice.round:
            yield case.about(notice, rule=rule, edition=case.register.edition).error(
                "art-14-no-round",
                f"{notice.kind}“{notice.title}”没有写属于哪次评定，无法对照办法检查",
                "请补上 round: 年份",
            )


def _not_followed(notice: Notice, earlier: Notice, order: tuple[str, ...]) -> str:
    """Why `notice` cannot follow `earlier`, in words; empty where it can."""
    if not can_precede(earlier, notice):
        return f"发布于“{moment(earlier)}”，不早于自己"
    if notice.kind not in order or earlier.kind not in order:
        return ""
    if order.index(earlier.kind) > order.index(notice.kind):
        return "在程序上更晚"
    return "" if earlier.round == notice.round else "不属于同一次评定"


def _in_order(case: Case, round_: Round, edition: Edition, rule: NoticeOrder) -> Iterator[Problem]:
    about = case.by(rule, edition)
    of_kind: dict[str, list[Notice]] = {}
    for kind in rule.kinds:
        those = [n for n in case.register.of_round[round_.id] if n.kind == kind]
        # That nothing comes before the call is article 15's own.
        if those and not (kind == CALL and edition.call):
            of_kind[kind] = those
    for (first, *_), (notice, *_) in pairwise(of_kind.values()):
        if surely_before(notice, first):
            yield about(notice, "published").error(
                "art-14-notice-early",
                f"{notice.kind}发布于“{moment(notice)}”，"
                f"早于{first.kind}“{first.title}”（{moment(first)}）",
                f"次序为{'、'.join(rule.kinds)}，请核对发布时间和种类",
                moment(notice),
            )
    # A later batch may still be under way, so this is only a warning.
    last: Notice | None = None
    for those in reversed(of_kind.values()):
        for notice in those[1:] if last else ():
            if last and surely_before(last, notice):
                yield about(notice, "published").warning(
                    "art-14-notice-late",
                    f"{notice.kind}发布于“{moment(notice)}”，晚于{last.kind}“{last.title}”"
                    f"（{moment(last)}），其后没有后续公告",
                    "请核对发布时间；另有一批的，后续公告发布后不再提示",
                    moment(notice),
                )
        if last is None or those[-1].published > last.published:
            last = those[-1]
