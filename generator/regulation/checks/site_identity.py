"""Whose site it is: names and codes that its host has, and that are never guessed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.regulation.case import Case


def codes_given(case: Case) -> Iterator[Problem]:
    """网站的域名、标识码和备案号都已填写。"""
    site = case.register.site
    missing = {
        "host.domain": ("域名", site.host.domain),
        "host.id_code": ("网站标识码", site.host.id_code),
        "host.icp": ("ICP备案号", site.host.icp),
        "host.police": ("公安备案号", site.host.police),
    }
    lacking = {key: word for key, (word, value) in missing.items() if not value}
    if lacking:
        about = case.about(("site", "site"), "host")
        say = about.note if site.demo else about.warning
        yield say(
            "site-identity-missing",
            f"没有填{'、'.join(lacking.values())}，页面上不出现这些内容",
            f"请向主站管理单位查明后填写 {'、'.join(lacking)}，不要猜",
        )


def mark_has_its_icon(case: Case) -> Iterator[Problem]:
    """公安备案号与图标一起显示。"""
    host = case.register.site.host
    if host.police and not host.police_icon:
        yield case.about(("site", "site"), "host", "police").warning(
            "site-identity-icon",
            f"有公安备案号“{host.police}”，没有图标",
            "请把公安机关给的图标放进 files/，填写 host.police_icon",
        )
