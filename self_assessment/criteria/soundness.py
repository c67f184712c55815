"""Whether the parts of a criteria set fit together: sums, ids, bands, what names what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from self_assessment.criteria.model import CriteriaSet

Fault = tuple[str, str]
"""What is wrong, and the remedy."""


def unsound(criteria: CriteriaSet) -> Iterator[Fault]:
    """Everything that does not fit together in a set, each as a sentence with its remedy."""
    yield from _twice("条款", (item.id for item in criteria.items))
    yield from _twice("类目", (category.id for category in criteria.categories))
    yield from _twice("组织概述标题", (heading.id for heading in criteria.headings))
    yield from _bands(criteria)
    yield from _rubrics(criteria)
    yield from _points(criteria)
    yield from _names(criteria)


def _twice(what: str, ids: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            yield f"{what}编号“{id_}”用了两次", "每个编号只用一次"
        seen.add(id_)


def _bands(criteria: CriteriaSet) -> Iterator[Fault]:
    if not criteria.step or 100 % criteria.step:
        yield f"级差“{criteria.step}”除不尽 100", "写 5 或 10 这样的数"
        return
    covered = [
        percent
        for band in criteria.bands
        for percent in range(band.low, band.high + 1, criteria.step)
    ]
    if covered != [*range(0, 101, criteria.step)]:
        yield (
            "档位没有由低到高、不重不漏地盖住 0 到 100",
            f"每档的上下限按级差 {criteria.step} 相接，如 0-5、10-25",
        )


def _rubrics(criteria: CriteriaSet) -> Iterator[Fault]:
    bands = {band.id for band in criteria.bands}
    for id_, rubric in criteria.rubrics.items():
        elements = {element.id for element in rubric.elements}
        yield from _twice(f"评分要点 {id_} 的要素", (element.id for element in rubric.elements))
        if rubric.bands.keys() != bands:
            odd = "、".join(sorted(rubric.bands.keys() ^ bands))
            yield f"评分要点 {id_} 的各档与档位不一致：{odd}", "每档都写，不多不少"
        for band, words in rubric.bands.items():
            if words.keys() != elements:
                odd = "、".join(sorted(words.keys() ^ elements))
                yield f"评分要点 {id_} 的 {band} 档与要素不一致：{odd}", "每个要素都写一句"


def _points(criteria: CriteriaSet) -> Iterator[Fault]:
    for category in criteria.categories:
        if not category.items:
            yield f"类目 {category.id} 没有条款", "写上条款，或删去这个类目"
    without = [item.id for item in criteria.items if item.points is None]
    if without and len(without) < len([*criteria.items]):
        yield f"有的条款没有分值：{'、'.join(without)}", "要么都写，要么都不写"
        return
    for category in criteria.categories:
        points = [item.points or 0 for item in category.items]
        if without and category.points is not None:
            yield f"类目 {category.id} 有分值，它的条款却没有", "删去类目的分值，或补上条款的"
        elif not without and category.points != sum(points):
            yield (
                f"类目 {category.id} 的分值是“{category.points}”，它的条款合计却是 {sum(points)}",
                "核对两处的分值",
            )


def _names(criteria: CriteriaSet) -> Iterator[Fault]:
    items = {item.id for item in criteria.items}
    for item in criteria.items:
        if item.rubric not in criteria.rubrics:
            known = "、".join(criteria.rubrics)
            yield f"条款 {item.id} 用了没有的评分要点“{item.rubric}”", f"可写 {known}"
            continue
        elements = {element.id for element in criteria.rubrics[item.rubric].elements}
        for element in {**item.looks_for, **item.weaknesses}:
            if element not in elements:
                yield (
                    f"条款 {item.id} 的指引写到没有的要素“{element}”",
                    f"可写 {'、'.join(sorted(elements))}",
                )
        for link in item.links:
            if link not in items:
                yield f"条款 {item.id} 的相关条款“{link}”不存在", "写本准则中的条款编号"
