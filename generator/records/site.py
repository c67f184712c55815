"""The site as a whole: whose it is, where it stands, whom to reach, what it is coloured."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from generator.records.allowance import Allowances
from generator.records.links import BodyId, CommonMark, EditionId, File
from generator.records.recipient import Recipient
from generator.records.words import (
    Day,
    FilePath,
    Id,
    Line,
    Name,
    Record,
    Web,
    Whole,
    YesNo,
    unfit,
)


def _colour(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9A-Fa-f]{6}", value.strip()):
        raise unfit("colour-form", f"颜色“{value}”的写法不对", '写成 "#9E1B22" 的形式（要加引号）')
    return value.strip()


def _mount(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"/(?:[A-Za-z0-9._~-]+/)*", value.strip()):
        raise unfit("mount-form", f"挂载路径“{value}”的写法不对", "如 /ztzl/szzlj/，首尾都有 /")
    return value.strip()


def _id_code(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not re.fullmatch(r"[0-9]{10}|bm[0-9]{8}|N[0-9]{9}", text):
        raise unfit(
            "id-code-form",
            f"网站标识码“{text[:20]}”的写法不对",
            "10 位数字，或 bm 加 8 位数字，或 N 加 9 位数字；以主管部门给的为准",
        )
    return text


def _domain(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", text):
        raise unfit(
            "domain-form", f"域名“{text[:40]}”的写法不对", "只写域名，如 www.example.gov.cn"
        )
    return text


def _months(months: int) -> int:
    if not 1 <= months <= 999:
        raise unfit("months-range", f"“{months}”个月不是保存期限", "写 1 至 999 的整数，如 24")
    return months


Colour = Annotated[str, BeforeValidator(_colour)]
Mount = Annotated[str, BeforeValidator(_mount)]
IdCode = Annotated[str, BeforeValidator(_id_code)]
"""网站标识码, as the national register of government sites gives it."""
Domain = Annotated[str, BeforeValidator(_domain)]

Months = Annotated[Whole, AfterValidator(_months)]
MONTHS = 24
"""Months for which the details of persons who were not chosen stay, unless a site has a reason."""


class Contact(Record):
    """How to reach an office. Only offices' numbers belong here, no private ones."""

    office: Name | None = Field(None, title="受理单位")
    address: Line | None = Field(None, title="地址")
    postcode: Line | None = Field(None, title="邮编")
    phone: Line | None = Field(None, title="电话")
    email: Line | None = Field(None, title="邮箱")
    hours: Line | None = Field(None, title="接待时间")


class Link(Record):
    """A page elsewhere, by title and address."""

    title: Name = Field(title="标题")
    address: Web = Field(title="网址")
    accessed: Day | None = Field(None, title="查阅日期")


class NavItem(Record):
    """One entry of the navigation."""

    title: Name = Field(title="名称")
    address: Line = Field(title="站内地址", description="以 / 开头和结尾，如 /notices/")


class Door(Record):
    """A way into the site for one kind of user, shown on the home page."""

    title: Name = Field(title="使用者")
    says: Line = Field(title="一句话说明")
    links: tuple[NavItem, ...] = Field(title="链接", description="两三个常用的去处")


class Sector(Record):
    """A trade, as holders are grouped by."""

    id: Id = Field(title="编号")
    name: Name = Field(title="名称")


class Step(Record):
    """One step of the cultivation ladder (梯次), from the lowest to the highest."""

    id: Id = Field(title="编号")
    name: Name = Field(title="名称")
    says: Line | None = Field(None, title="说明")


class Badge(Record):
    """A mark that an authority gave the host: a link with its picture. None is ever drawn here."""

    address: Web = Field(title="网址", description="主管部门给的链接")
    image: File = Field(title="图标", description="主管部门给的图标文件，放在 files/")


class HostSite(Record):
    """The government site that this one is a part of, and its identity codes.

    Codes are configured, never guessed; one left out leaves its element out.
    """

    name: Name = Field(title="网站名称")
    address: Web | None = Field(None, title="网址")
    domain: Domain | None = Field(None, title="域名")
    id_code: IdCode | None = Field(None, title="网站标识码")
    icp: Line | None = Field(None, title="ICP备案号")
    police: Line | None = Field(None, title="公安备案号")
    police_icon: File | None = Field(None, title="公安备案图标", description="公安机关给的图标文件")
    party_mark: Badge | None = Field(None, title="党政机关标识", description="获准后填写")
    header: FilePath | None = Field(
        None,
        title="主站页首",
        description="一段 HTML 的文件，放在每页最上面，如 files/host/top.html",
    )
    footer: FilePath | None = Field(
        None, title="主站页尾", description="一段 HTML 的文件，放在每页最下面"
    )
    organiser: Name | None = Field(None, title="主办单位")
    undertaker: Name | None = Field(None, title="承办单位")


class Colours(Record):
    """The main colour and the accent."""

    main: Colour = Field("#9E1B22", title="主色")
    accent: Colour = Field("#B08A3E", title="点缀色")


class Filing(Record):
    """How the yearly reports come in."""

    recipient: Recipient | None = Field(
        None,
        title="加密公钥",
        description="自评报告加密给谁：self-assessment keygen 给出的以 age1 开头的一行",
    )


class Documents(Record):
    """Notices as PDF in the form of official documents, and the typefaces an office has for them.

    The package's own stand in for any that is not named, and for characters a named one lacks.
    """

    made: YesNo = Field(True, title="是否生成")
    folder: Line | None = Field(
        None, title="字体文件夹", description="相对内容文件夹，如 files/fonts"
    )
    body: Name | None = Field(None, title="正文字体", description="如 仿宋_GB2312")
    title: Name | None = Field(None, title="标题字体", description="如 方正小标宋简体")
    heading: Name | None = Field(None, title="一级标题字体", description="如 黑体")
    second: Name | None = Field(None, title="二级标题字体", description="如 楷体_GB2312")


class Retention(Record):
    """How long the details of persons who were not chosen stay, from the commendation on.

    The law wants the shortest time that the purpose needs (个人信息保护法, article 19).
    """

    months: Months = Field(MONTHS, title="月数", description="从表彰通报发布之日起算")
    reason: Line = Field(
        "评定每两年一次；到下一次评定时，对上一次名单的异议、复议和诉讼的一般期限都已过",
        title="理由",
        description="改了月数的，写明为什么需要保存这么久",
    )

    @model_validator(mode="after")
    def _reasoned(self) -> Retention:
        if self.months != MONTHS and "reason" not in self.model_fields_set:
            raise unfit(
                "retention-reason",
                f"写了保存“{self.months}”个月，没有写理由",
                "请补 reason：保存期限应是实现目的所必要的最短时间",
            )
        return self


class Site(Record):
    """``site.yml``: the one record about the site itself."""

    name: Name = Field(title="站点名称")
    description: Line = Field(title="站点简介")
    motto: Line | None = Field(None, title="主题语")
    city: Name = Field(title="城市")
    award: Name = Field(title="奖项总称")
    host: HostSite = Field(title="所属网站")
    url: Web | None = Field(
        None, title="站点网址", description="不含路径，如 https://www.example.gov.cn"
    )
    mount: Mount = Field("/", title="挂载路径")
    office: BodyId = Field(title="承办评定日常工作的单位", description="bodies.yml 中的编号")
    contact: Contact = Field(title="联系方式")
    supervision: Contact = Field(title="监督举报方式")
    filing: Filing = Field(default_factory=lambda: Filing.model_validate({}), title="自评报告收件")
    documents: Documents = Field(
        default_factory=lambda: Documents.model_validate({}), title="公文版 PDF"
    )
    retention: Retention = Field(
        default_factory=lambda: Retention.model_validate({}), title="未获奖个人信息的保存期限"
    )
    regulation: EditionId = Field(title="现用办法版本")
    assume_in_force: EditionId | None = Field(
        None, title="假定施行的版本", description="按征求意见稿预备工作或演示时填写"
    )
    nav: tuple[NavItem, ...] = Field(title="导航")
    more: tuple[NavItem, ...] = Field((), title="页脚链接")
    doors: tuple[Door, ...] = Field((), title="首页入口", description="按使用者分，一般三个")
    sectors: tuple[Sector, ...] = Field((), title="行业")
    ladder: tuple[Step, ...] = Field((), title="培育梯次")
    colours: Colours = Field(default_factory=lambda: Colours.model_validate({}), title="颜色")
    licence: CommonMark | None = Field(None, title="数据使用许可")
    traditional: YesNo = Field(
        False, title="繁体版", description="另生成一套繁体页面，组织和人的名称不转换"
    )
    demo: YesNo = Field(False, title="演示站点")
    demo_today: Day | None = Field(None, title="演示所设的“今天”")
    privacy_allowed: Allowances = Field((), title="允许公开的个人信息")
