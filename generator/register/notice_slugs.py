"""The kinds of notice as they stand in addresses: ``/notices/by/kind/<slug>/``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.records.regulation import NoticeKind

KIND_SLUGS: Mapping[NoticeKind, str] = MappingProxyType(
    {
        "征求意见": "consultation",
        "申报通知": "call",
        "推荐公示": "recommendation",
        "受理名单": "acceptance",
        "拟奖公示": "candidates",
        "表彰通报": "commendation",
        "撤销公告": "revocation",
        "更正公告": "correction",
        "其他": "other",
    }
)
"""The slug of each kind, in the order in which the kinds are listed. A slug never changes."""
