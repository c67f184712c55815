"""A filing held against its criteria, its own arithmetic, and the calendar.

What cannot be right is an error (a score that its percent does not give, a digest of other
criteria, a day that never was); what one should look at before handing in is a warning (no
commitment, items without a score); the rest is a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.problems import Problem
from self_assessment.criteria import CriteriaSet, Library
from self_assessment.filing.calendar import calendar_faults
from self_assessment.filing.filing import Filing, Totals
from self_assessment.filing.finding import Finding, error, note, warning
from self_assessment.filing.teamwork import Consensus
from self_assessment.scoring import band_of, totals

Check = Callable[[Filing, CriteriaSet], Iterator[Finding]]
AGAIN = "请在表单中打开这份文件，核对后重新导出"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a filing says of itself, what it comes to, and what is wrong with it.

    `criteria` is None where the set is not known here; then nothing could be recomputed.
    """

    filing: Filing
    criteria: CriteriaSet | None
    totals: Totals | None
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
        return None if self.totals is None else not [*_scores(self.filing.totals, self.totals)]


def check_filing(filing: Filing, name: str, library: Library) -> Checked:
    """Holds a filing against the criteria that it names. `name` is the file's, as typed.

    Raises Stop where the criteria set itself is broken.
    """
    findings: list[Finding] = [*_alone(filing)]
    criteria = library.get(filing.criteria.id) if library.has(filing.criteria.id) else None
    computed = None
    if criteria is None:
        findings.insert(0, _unknown(filing, library))
    elif criteria.digest != filing.criteria.digest:
        findings.insert(0, _other_digest(filing, criteria))
        criteria = None
    if criteria is not None:
        computed = totals(criteria, {id_: item.percent for id_, item in filing.items.items()})
        findings += _scores(filing.totals, computed)
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


def _scores(stored: Totals, computed: Totals) -> Iterator[Finding]:
    """Every score that is not what the percents give. `computed` is what they give."""
    for what, mine, theirs in (
        ("条款得分", stored.items, computed.items),
        ("类目得分", stored.categories, computed.categories),
    ):
        for id_ in sorted(mine.keys() | theirs.keys()):
            if not _same(mine.get(id_), theirs.get(id_)):
                yield _unequal(f"得分 › {what} › {id_}", mine.get(id_), theirs.get(id_))
    if not _same(stored.total, computed.total):
        yield _unequal("得分 › 总分", stored.total, computed.total)


def _same(mine: str | None, theirs: str | None) -> bool:
    if mine is None or theirs is None:
        return mine is theirs
    return Decimal(mine) == Decimal(theirs)


def _unequal(where: str, mine: str | None, theirs: str | None) -> Finding:
    wrong = "没有写" if mine is None else f"写的是“{mine}”"
    right = f"按得分率重新计算是 {theirs}" if theirs is not None else "按得分率还得不出这个得分"
    return error("score-unequal", where, f"{wrong}，{right}", AGAIN, mine or "")


def _items_known(filing: Filing, criteria: CriteriaSet) -> Iterator[Finding]:
    """What is answered is in the criteria."""
    items = {item.id: item for item in criteria.items}
    for id_, answer in filing.items.items():
        if id_ not in items:
            yield error("item-unknown", "各条款", f"准则中没有条款“{id_}”", AGAIN, id_)
            continue
        elements = {element.id for element in criteria.rubrics[items[id_].rubric].elements}
        for element in answer.elements.keys() - elements:
            yield error(
                "element-unknown", f"各条款 › {id_}", f"没有要素“{element}”", AGAIN, element
            )
    headings = {heading.id for heading in criteria.headings}
    for id_ in filing.profile.keys() - headings:
        yield error("heading-unknown", "组织概述", f"准则中没有标题“{id_}”", AGAIN, id_)


def _percents_fit(filing: Filing, criteria: CriteriaSet) -> Iterator[Finding]:
    """A percent is a step of the set, and lies in the band that is written beside it."""
    bands = {band.id: band for band in criteria.bands}
    for id_, answer in filing.items.items():
        where = f"各条款 › {id_}"
        for element, part in answer.elements.items():
            if part.band is not None and part.band not in bands:
                there = f"{where} › 分要素内容 › {element} › 要素档位"
                yield error("band-unknown", there, f"没有“{part.band}”这一档", AGAIN, part.band)
        if answer.percent is None:
            if answer.band is not None:
                yield error(
                    "band-alone",
                    f"{where} › 档位",
                    f"写了“{answer.band}”，却没有得分率",
                    AGAIN,
                    answer.band,
                )
            continue
        band = band_of(criteria, answer.percent)
        if band is None:
            yield error(
                "percent-step",
                f"{where} › 得分率",
                f"“{answer.percent}”不在级差上",
                f"应是 {criteria.step} 的倍数",
                str(answer.percent),
            )
        elif answer.band is not None and answer.band != band.id:
            yield error(
                "band-unequal",
                f"{where} › 档位",
                f"写的是“{answer.band}”，得分率 {answer.percent}% 在 {band.id} 这一档",
                AGAIN,
                answer.band,
            )


def _consensus_holds(filing: Filing, criteria: CriteriaSet) -> Iterator[Finding]:
    """What was agreed is what the item has, and the spread is that of its inputs."""
    known = {item.id for item in criteria.items}
    for id_, agreed in filing.consensus.items():
        where = f"合议 › {id_}"
        if id_ not in known:
            yield error("consensus-unknown", "合议", f"准则中没有条款“{id_}”", AGAIN, id_)
            continue
        answer = filing.items.get(id_)
        percent = answer.percent if answer else None
        if percent != agreed.percent:
            now = "没有得分率" if percent is None else f"得分率却是 {percent}%"
            yield error(
                "consensus-unequal",
                f"{where} › 商定得分率",
                f"商定的是“{agreed.percent}%”，条款{now}",
                "请确认以哪个为准；改了得分率的，请重新合议",
                str(agreed.percent),
            )
        if agreed.inputs and agreed.spread != (spread := _spread(agreed)):
            yield error(
                "spread-unequal",
                f"{where} › 分差",
                f"写的是“{agreed.spread}”，按各人得分率计算是 {spread}",
                AGAIN,
                str(agreed.spread),
            )


def _spread(agreed: Consensus) -> int:
    return max(agreed.inputs.values()) - min(agreed.inputs.values())


def _all_scored(filing: Filing, criteria: CriteriaSet) -> Iterator[Finding]:
    """Every item has a score before the report is handed in."""
    without = [
        item.id
        for item in criteria.items
        if (answer := filing.items.get(item.id)) is None or answer.percent is None
    ]
    if without:
        named = "、".join(without[:6]) + ("等" if len(without) > 6 else "")
        yield warning(
            "item-unscored", "各条款", f"还有 {len(without)} 条没有评分：{named}", "请补上后再报送"
        )


BY_CRITERIA: tuple[Check, ...] = (_items_known, _percents_fit, _consensus_holds, _all_scored)


def _alone(filing: Filing) -> Iterator[Finding]:
    """What can be told without the criteria."""
    yield from _ids_once(filing)
    yield from calendar_faults(filing)
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
