"""The regulation in plain words, article by article, and how its editions differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.pages.page import Heading, Page
from generator.pages.plan import Plan
from generator.pages.renderer import Renderer, day
from generator.pages.search_entry import SearchEntry
from generator.problems import article_name
from generator.records import Edition, Ruled

UNKNOWN = "未录入"


def regulation_plans(renderer: Renderer) -> Iterator[Plan]:
    """``/regulation/``. Every article of the edition in use has the anchor ``art-<number>``."""
    edition = renderer.register.edition
    mark = partial(
        SearchEntry, "办法", edition.title, group=edition.short, parts=_articles(edition)
    )
    yield Plan("/regulation/", "regulation", partial(_regulation, renderer), mark)


def _articles(edition: Edition) -> tuple[Heading, ...]:
    return tuple(
        Heading(f"art-{article.number}", f"{article_name(article.number)}　{article.heading}")
        for article in edition.articles
    )


def _regulation(renderer: Renderer) -> Page:
    register = renderer.register
    edition = register.edition
    others = [each for each in register.editions.values() if each.id != edition.id]
    editions = [edition, *sorted(others, key=lambda each: each.id, reverse=True)]
    assumed = register.site.assume_in_force
    contents = [*_articles(edition)]
    if others:
        contents.append(Heading("editions", "各版本的不同"))
    return renderer.page(
        "regulation.html",
        address="/regulation/",
        section="regulation",
        title=edition.title,
        description=f"{edition.title}（{edition.status}）逐条大意，以及各版本的不同",
        contents=tuple(contents),
        edition=edition,
        editions=editions,
        others=editions[1:],
        assumed=register.editions[assumed] if assumed else None,
        differences=[
            (label, [value(each) or UNKNOWN for each in editions]) for label, value in _ROWS
        ],
    )


def _cited(rule: Ruled, words: str) -> str:
    basis = article_name(rule.article) if rule.article else rule.basis
    return f"{words}（{basis}）" if basis else words


def _names(edition: Edition, kinds: tuple[str, ...]) -> str:
    names = {kind.id: kind.name for kind in edition.holder_kinds}
    return "、".join(names.get(kind, kind) for kind in kinds)


def _tiers(edition: Edition) -> str:
    return "；".join(f"{t.name}（{_names(edition, t.kinds)}）" for t in edition.tiers)


def _term(edition: Edition) -> str:
    if not (term := edition.term):
        return ""
    every = f"，每 {term.rounds_every} 年评定一次" if term.rounds_every else ""
    return _cited(term, f"每 {term.years} 年一{term.name}{every}")


def _quotas(edition: Edition) -> str:
    tiers = {tier.id: tier.name for tier in edition.tiers}
    counters = {kind.id: kind.counter for kind in edition.holder_kinds}
    return "；".join(
        _cited(
            q,
            f"每{'次评定' if q.per == '评定' else '届'}{tiers.get(q.tier, q.tier)}"
            f"{_names(edition, q.kinds)}不超过 {q.at_most} {counters.get(q.kinds[0], '')}",
        )
        for q in edition.quotas
    )


def _scores(edition: Edition) -> str:
    return "；".join(
        _cited(
            s,
            f"{_names(edition, (s.kind,))}依据{s.standard}，总分 {s.total}"
            + (f"，一般不低于 {s.floor}" if s.floor is not None else ""),
        )
        for s in edition.scores
    )


def _publicity(edition: Edition) -> str:
    return "；".join(
        _cited(p, f"{p.notice}不少于 {p.at_least} {'个工作日' if p.unit == '工作日' else p.unit}")
        for p in edition.publicity
    )


def _reapplication(edition: Edition) -> str:
    rule = edition.reapplication
    return _cited(rule, f"获奖年度起 {rule.years} 年内不得再次申报") if rule else ""


def _reports(edition: Edition) -> str:
    rule = edition.reports
    return _cited(rule, f"每年 {rule.due.replace('-', ' 月 ')} 日前报送") if rule else ""


def _force(edition: Edition) -> str:
    days = (
        ("公布", edition.published),
        ("施行", edition.effective_from),
        ("失效", edition.expires),
    )
    known = "，".join(f"{word} {day(on)}" for word, on in days if on)
    rule = edition.force
    if known or not rule:
        return known
    after = f"公布后 {rule.days_after_publication} 日施行" if rule.days_after_publication else ""
    valid = f"有效期 {rule.valid_years} 年" if rule.valid_years else ""
    return _cited(rule, "，".join(words for words in (after, valid) if words))


_ROWS: tuple[tuple[str, Callable[[Edition], str]], ...] = (
    ("状态", lambda edition: edition.status),
    ("发文字号", lambda edition: edition.document_number or ""),
    ("施行与有效期", _force),
    ("奖项", _tiers),
    ("届与评定", _term),
    ("名额", _quotas),
    ("评定标准", _scores),
    ("公示时间", _publicity),
    ("再次申报", _reapplication),
    ("自评报告", _reports),
)
