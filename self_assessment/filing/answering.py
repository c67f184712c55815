"""A filing held against the criteria set that it answers: scores, percents, bands, consensus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from self_assessment.criteria import CriteriaSet
from self_assessment.filing.filing import Filing, Totals
from self_assessment.filing.finding import AGAIN, Finding, error, warning
from self_assessment.filing.teamwork import Consensus
from self_assessment.scoring import Scores, band_of

Check = Callable[[Filing, CriteriaSet], Iterator[Finding]]


def unequal_scores(stored: Totals, computed: Scores) -> Iterator[Finding]:
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
"""Every check of a filing by its criteria, but for the scores."""
