"""A personal number that may be published where it stands, with the reason in writing."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.records.words import FilePath, Line, Record, unfit


def _masked(text: str) -> str:
    if re.search(r"\d{9}", text):
        raise unfit(
            "allowance-unmasked",
            "这里写了完整的号码",
            "只写检查结果引号里的写法，如 138****1234；完整的号码不写进记录",
        )
    return text


Shown = Annotated[Line, AfterValidator(_masked)]
"""What may stand, as the privacy scan shows it: 138****1234."""


class Allowance(Record):
    """One thing that the privacy scan finds and that is to be published all the same."""

    value: Shown = Field(title="允许公开的内容", description="检查结果引号里的写法，如 138****1234")
    file: FilePath | None = Field(
        None, title="所在文件", description="在附件或图片里的写 files/…，在本记录里的不写"
    )
    reason: Line = Field(title="理由")


Allowances = tuple[Allowance, ...]
"""The allowances of one record; each is told on every build."""
