"""Notices: each with its disclosure fields, list, period and chain."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from generator.documents import columns_of, count_of, heading_of, redactions_of
from generator.pages.commonmark import document
from generator.pages.notice_lists import notice_list_plans
from generator.pages.page import Heading, Page
from generator.pages.plan import Plan
from generator.pages.renderer import Renderer, day, moment
from generator.pages.search_entry import SearchEntry, district_of
from generator.pages.tags import Article, news, published_at
from generator.records import Notice
from generator.records.periods import CONSULTATION
from generator.register import Register
from generator.regulation import period_of


def notice_plans(renderer: Renderer) -> Iterator[Plan]:
    """``/notices/<id>/``, after the lists of them."""
    yield from notice_list_plans(renderer)
    for id_ in renderer.register.notices:
        yield Plan(
            f"/notices/{id_}/",
            "notices",
            partial(_notice, renderer, id_),
            partial(_search_entry, renderer.register, id_),
        )


def _search_entry(register: Register, id_: str) -> SearchEntry:
    notice = register.notices[id_]
    return SearchEntry(
        "公告",
        notice.title,
        on=day(notice.published),
        years=(f"{notice.published.year}",),
        district=district_of(register.bodies[notice.issuer]),
        group=notice.kind,
        names=tuple(filter(None, (notice.document_number, notice.index_number))),
        state=_mark_of_state(notice),
    )


def _mark_of_state(notice: Notice) -> str:
    """What a list and a search say of a notice that is not simply valid: 已归档, 已修改."""
    words = ("已归档" if notice.archived else "", notice.validity)
    return "，".join(word for word in words if word not in ("", "有效"))


def _before(register: Register, notice: Notice) -> list[Notice]:
    named = (*notice.follows, *((notice.corrects,) if notice.corrects else ()))
    return [register.notices[id_] for id_ in dict.fromkeys(named)]


def _after(register: Register, notice: Notice) -> list[Notice]:
    corrections = register.corrections.get(notice.id, ())
    followers = register.followers.get(notice.id, ())
    return [*followers, *(other for other in corrections if other not in followers)]


def _notice(renderer: Renderer, id_: str) -> Page:
    register = renderer.register
    notice = register.notices[id_]
    address = f"/notices/{notice.id}/"
    up = "../../"
    body = document(notice.body, up) if notice.body else None
    issuer = register.bodies[notice.issuer]
    article = Article(
        notice.title,
        published_at(notice),
        notice.source or issuer.name,
        issuer.name,
        notice.keywords or (notice.kind, register.site.award),
        changed=notice.redacted_on,
    )
    return renderer.page(
        "notice.html",
        address=address,
        section="notices",
        title=notice.title,
        description=f"{issuer.name}于 {day(notice.published)} 发布的{notice.kind}：{notice.title}",
        contents=_contents(register, notice, body.headings if body else ()),
        article=article,
        things=(news(register.site, article, notice.kind, address),),
        heading_of_period=_heading_of_period(notice),
        periods=bool(notice.publicity),
        notice=notice,
        issuer=issuer,
        disclosure=_disclosure(notice, issuer.name),
        body=Markup(body.html) if body else "",
        heading_of=lambda list_: heading_of(register, list_),
        count_of=lambda list_: count_of(register, list_),
        columns_of=lambda list_: columns_of(register, list_),
        redactions=redactions_of(notice),
        period=period_of(register, renderer.calendar, notice),
        consulting=notice.period_words is CONSULTATION,
        corrections=register.corrections.get(notice.id, ()),
        corrected=register.notices[notice.corrects] if notice.corrects else None,
        paper=paper_of(notice.id) if register.site.documents.made else "",
        before=_before(register, notice),
        after=_after(register, notice),
    )


def paper_of(id_: str) -> str:
    """The path of a notice's PDF below the root of the site."""
    return f"notices/{id_}/{id_}.pdf"


def _contents(register: Register, notice: Notice, body: tuple[Heading, ...]) -> tuple[Heading, ...]:
    lists = [
        Heading(f"list-{place}", heading_of(register, list_))
        for place, list_ in enumerate(notice.lists, 1)
    ]
    rest = [
        Heading(anchor, words)
        for anchor, words, there in (
            ("difference", "与公示名单的差异", notice.difference),
            ("withheld", "按规定不公示的内容", notice.withheld),
            ("revokes", "撤销的称号", notice.revokes),
            ("objection", _heading_of_period(notice), notice.publicity),
            ("attachments", "附件", notice.attachments),
        )
        if there
    ]
    return (*body, *lists, *rest)


def _heading_of_period(notice: Notice) -> str:
    return "怎样提意见" if notice.period_words is CONSULTATION else "公示期与异议"


def _disclosure(notice: Notice, issuer: str) -> list[tuple[str, str]]:
    """The information-disclosure fields, in the order in which government sites show them."""
    return [
        ("索引号", notice.index_number or ""),
        ("主题分类", notice.topic or ""),
        ("发文机关", issuer),
        ("发文字号", notice.document_number or ""),
        ("成文日期", day(notice.made)),
        ("发布日期", moment(notice)),
        ("标题", notice.title),
        ("主题词", "、".join(notice.keywords)),
        ("有效性", notice.validity),
        ("公开方式", notice.openness),
        ("信息来源", notice.source or ""),
        ("责任编辑", notice.editor or ""),
    ]
