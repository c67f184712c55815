"""What an open data catalogue asks of a data set: its entry, and the same in words for readers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.opendata.source import INVENTED, Source
from generator.opendata.tables import TABLES

NOTES = (
    ("CSV", "UTF-8 编码（带 BOM），Excel 和 WPS 可直接打开；首行是字段名，列表用“；”分隔。"),
    (
        "CSV 的撇号",
        "文本以 =、+、-、@ 或撇号开头的，前面加了一个撇号，防止被表格软件当作公式执行；"
        "用程序读取时，去掉开头的一个撇号就是原文。JSON 和 XLSX 里都是原文。",
    ),
    ("代码", "信用代码、邮编、区划代码都是文本；用 Excel 打开 CSV 会改写长数字，请改用 XLSX。"),
    ("日期", "日期写作 2026-10-09；时间是北京时间。空着的是没有或不详。"),
)
"""What a reader of the files must know, as label and words."""


def title(source: Source) -> str:
    """The name of the whole set of data."""
    return f"{source.register.site.award}公开数据"


def summary(source: Source) -> str:
    """What the data are about, and that they are invented where they are."""
    site = source.register.site
    words = f"{site.award}的{'、'.join(table.title for table in TABLES)}数据。"
    return INVENTED + words if site.demo else words


def keywords(source: Source) -> list[str]:
    """The tags of the set."""
    site = source.register.site
    return [*dict.fromkeys([site.award, site.city, "质量奖", "卓越绩效", "评定公告"])]


def entry(source: Source) -> Iterator[tuple[str, str]]:
    """The catalogue's fields that are known, by their Chinese names, in its order."""
    site = source.register.site
    licence = site.licence
    contact = site.contact
    reach = [contact.office, contact.phone, contact.email, contact.address]
    yield "标识符", source.lasting("data/")
    yield "名称", title(source)
    yield "摘要", summary(source)
    yield "标签", "、".join(keywords(source))
    yield "领域", "市场监管"
    yield "更新频率", "不定期，随公告和记录的发布更新"
    yield "开放属性", "无条件开放" if licence else "无条件开放；使用许可未注明"
    yield "来源部门", source.register.bodies[site.office].name
    if any(reach):
        yield "联系方式", "，".join(part for part in reach if part)
    if licence:
        yield "使用许可", licence
    if site.demo:
        yield "演示", INVENTED
