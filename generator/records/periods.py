"""What the time is called in which people may speak up about a notice, by the notice's kind.

A publicity is objected to under rules of its own (articles 17 and 24); a consultation asks for
opinions. Both have a first and a last day.
"""

from __future__ import annotations

from typing import NamedTuple


class PeriodWords(NamedTuple):
    """The words for one sort of period.

    `short` is what goes on, `time` its days, `open` that it goes on now. `unit` is that in which
    its length is told where no edition of the regulation gives one.
    """

    short: str
    time: str
    open: str
    unit: str


PUBLICITY = PeriodWords("公示", "公示期", "公示中", "工作日")
CONSULTATION = PeriodWords("征求意见", "征求意见时间", "征求意见中", "日")
