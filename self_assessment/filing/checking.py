"""A filing held against its criteria, its own arithmetic, and the calendar.

What cannot be right is an error (a score that its percent does not give, a digest of other
criteria, a day that never was); what one should look at before handing in is a warning (no
commitment, items without a score); the rest is a note.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.problems import Problem
from self_assessment.criteria import CriteriaSet, Library
from self_assessment.filing.answering import BY_CRITERIA, unequal_scores
from self_assessment.filing.calendar import calendar_faults
from self_assessment.filing.filing import Filing
from self_assessment.filing.finding import AGAIN, Finding, error, note, warning
from self_assessment.scoring import Scores, totals


@dataclass(frozen=True, slots=True)
class Checked:
    """What a filing says of itself, what it comes to, and what is wrong with it.

    `criteria` is None where the set is not known here; then nothing could be recomputed.
    """

    filing: Filing
    criteria: CriteriaSet | None
    totals: Scores | None
    problems: tuple[Problem, ...]

    @property
    def scored(self) -> int:
        """How many of the items have a score."""
        percents = {id_ for id_, item in self.filing.items.items() if item.percent is not None}
        known = {item.id for item in self.criteria.items} if self.criteria else percents
        return len(percents & known)

    @property
    def of(self) -> int | None:
        """How many items there are."""
        return len([*self.criteria.items]) if self.criteria else None

    @property
    def equal(self) -> bool | None:
        """Whether every score of the filing is what its percents give; None where unknown."""
        return (
            None if self.totals is None else not [*unequal_scores(self.filing.totals, self.totals)]
        )


def check_filing(filing: Filing, name: str, library: Library, now: dt.datetime) -> Checked:
    """Holds a filing against the criteria that it names. `name` is the file's, as typed.

    `now` is this moment by the clock of this machine. Raises Stop where the criteria set itself
    is broken.
    """
    findings: list[Finding] = [*_alone(filing, now)]
    criteria = library.get(filing.criteria.id) if library.has(filing.criteria.id) else None
    computed = None
    if criteria is None:
        findings.insert(0, _unknown(filing, library))
    elif criteria.digest != filing.criteria.digest:
        findings.insert(0, _other_digest(filing, criteria))
        criteria = None
    if criteria is not None:
        computed = totals(criteria, {id_: item.percent for id_, item in filing.items.items()})
        findings += unequal_scores(filing.totals, computed)
        for check in BY_CRITERIA:
            findings += check(filing, criteria)
    problems = tuple(
        Problem(name, 1, f.level, f.code, f"{f.where}：{f.message}", f.remedy, f.value, f.article)
        for f in findings
    )
    return Checked(filing, criteria, computed, problems)


def _unknown(filing: Filing, library: Library) -> Finding:
    return error(
        "criteria-unknown",
        "准则",
        f"不认识的准则“{filing.criteria.id}”，得分没有核对",
        f"这里有 {'、'.join(library.ids())}；其他准则请用 --criteria 指明所在文件夹",
        filing.criteria.id,
    )


def _other_digest(filing: Filing, criteria: CriteriaSet) -> Finding:
    return error(
        "criteria-digest",
        "准则摘要",
        f"“{filing.criteria.digest[:12]}…”与准则“{criteria.id}”的“{criteria.digest[:12]}…”不同："
        "条款或分值不是同一套，得分没有核对",
        "请用现在的表单打开这份文件，核对后重新导出",
        filing.criteria.digest,
    )


def _alone(filing: Filing, now: dt.datetime) -> Iterator[Finding]:
    """What can be told without the criteria."""
    yield from _ids_once(filing)
    yield from calendar_faults(filing, now)
    if not filing.organisation.name.strip():
        yield warning("organisation-unnamed", "组织信息 › 组织名称", "没有填写", "请填写全称")
    if not filing.commitment.accepted:
        yield warning(
            "commitment-missing",
            "承诺",
            "没有承诺内容完整、真实、准确",
            "请在表单的“承诺”一页确认，写明法定代表人和日期",
        )
    if filing.incidents.none and filing.incidents.entries:
        yield error(
            "incidents-both",
            "事故情况",
            f"写了没有事故，又列出 {len(filing.incidents.entries)} 件",
            "请核对，只留一种",
            article="第三十二条",
        )
    if filing.incidents.none is None and not filing.incidents.entries:
        yield warning(
            "incidents-unsaid",
            "事故情况",
            "没有说明有没有事故",
            "没有的，请明确写没有",
            article="第三十二条",
        )
    if filing.left_out:
        yield note(
            "secrets-left-out",
            "未列入的秘密内容",
            f"有 {len(filing.left_out)} 处声明为秘密，没有列入本件",
            article="第三十条",
        )


def _ids_once(filing: Filing) -> Iterator[Finding]:
    """Ids of tables and assessments are used once in a filing."""
    seen: dict[str, str] = {}
    for item, answer in filing.items.items():
        for table in answer.tables:
            if table.id in seen:
                yield error(
                    "table-twice",
                    f"各条款 › {item} › 结果表",
                    f"表编号“{table.id}”用了两次，条款 {seen[table.id]} 已经用过",
                    AGAIN,
                    table.id,
                )
            seen.setdefault(table.id, item)
    ids = [assessment.id for assessment in filing.assessments]
    for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        yield error("assessment-twice", "评分人意见", f"编号“{id_}”用了两次", AGAIN, id_)
