"""What a scan could not read in a file: how much that matters, and who has looked at it instead."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.privacy.finding import Finding
from generator.problems import Level
from generator.records import Attachment
from generator.register import Register

Attached = Mapping[str, Sequence[Attachment]]
"""By their paths, the attachments of notices."""

_PEOPLE = re.compile(
    "名单|名册|花名册|人员|个人|候选|专家|评审员|联系人|联系方式|通讯录|签到|一览表"
    "|(?:推荐|登记|申报|申请|报名|汇总|信息)表"
)
"""What an attachment is called that lists persons."""
_SHOWN = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")


def attached(register: Register) -> Attached:
    """The attachments of all notices."""
    found: dict[str, list[Attachment]] = defaultdict(list)
    for notice in register.notices.values():
        for attachment in notice.attachments:
            found[attachment.file].append(attachment)
    return found


def weighed(one: Finding, path: str, attached: Attached) -> Finding | None:
    """What is told of a part of a file that could not be read: in a list of persons an error.

    Nothing is told of a picture that a page shows: who chose it has looked at it, and says in its
    other text what it shows. Of an attachment that somebody has looked through, that they have.
    """
    attachments = attached.get(path, ())
    if not attachments:
        if path.lower().endswith(_SHOWN):
            return None
        remedy = f"请看一遍，在提到它的记录的 privacy_allowed 里写明（value 写“{one.shown}”）"
        return one._replace(remedy=remedy)
    mark = one.shown.rpartition(" ")[2]
    said = [a.looked_through for a in attachments if a.looked_through]
    if seen := next((word for word in said if word.mark == mark), None):
        message = f"{one.message}；{seen.by} 已于 {seen.on} 看过：{seen.says}"
        return one._replace(level=Level.NOTE, message=message)
    called = [*(a.title for a in attachments), posixpath.basename(path)]
    return one._replace(
        level=Level.ERROR if any(map(_PEOPLE.search, called)) else Level.WARNING,
        message=one.message + ("；文件在核对之后换过" if said else ""),
        remedy=f"请看一遍，在附件的 looked_through 里写明谁在哪天看过、看到什么，{one.shown}",
    )
