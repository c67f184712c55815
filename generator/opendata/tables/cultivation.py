"""The table of what each body cultivates, by step of the ladder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source
from generator.records import Pool
from generator.records.cultivation import Entry


class _Cultivated(NamedTuple):
    pool: Pool
    number: int
    of: Entry
    source: Source

    @property
    def name(self) -> str | None:
        """The present name of a holder, else the name in the pool."""
        holders = self.source.register.identities
        return holders[self.of.awardee].name if self.of.awardee else self.of.name


def _entries(source: Source) -> Iterator[_Cultivated]:
    for pool in source.register.pools.values():
        for number, entry in enumerate(pool.entries, 1):
            yield _Cultivated(pool, number, entry, source)


_E = Column[_Cultivated]
CULTIVATION = Table(
    "cultivation",
    "培育库",
    "各单位培育库里的对象和梯次，每行一个；出库的保留并写明年份。",
    ("body", "number"),
    (
        _E(
            "body", "培育单位编号", Kind.ID, "见单位表", "shili-qu", lambda r: r.pool.body, "bodies"
        ),
        _E(
            "body_name",
            "培育单位",
            Kind.TEXT,
            "培育单位全称",
            "示例区人民政府",
            lambda r: r.source.body_name(r.pool.body),
        ),
        _E("number", "第几个", Kind.WHOLE, "库里的第几个，不是排名", "1", lambda r: r.number),
        _E(
            "awardee",
            "获奖者编号",
            Kind.ID,
            "已经获奖的，见获奖者表",
            "shili-jichuang",
            lambda r: r.of.awardee,
            "awardees",
        ),
        _E("name", "名称", Kind.TEXT, "培育对象的名称", "示例仪器厂", lambda r: r.name),
        _E("step", "梯次编号", Kind.ID, "培育梯次的编号", "pool", lambda r: r.of.step),
        _E(
            "step_name",
            "梯次",
            Kind.TEXT,
            "培育梯次，由低到高",
            "培育入库",
            lambda r: r.source.register.ladder[r.of.step].name,
        ),
        _E("since", "入库年份", Kind.YEAR, "入库的年份", "2023", lambda r: r.of.since),
        _E("until", "出库年份", Kind.YEAR, "出库的年份；在库的不填", "2025", lambda r: r.of.until),
        _E("sector", "行业编号", Kind.ID, "行业的编号", "equipment", lambda r: r.of.sector),
        _E(
            "sector_name",
            "行业",
            Kind.TEXT,
            "行业名称",
            "装备制造",
            lambda r: r.source.sector_name(r.of.sector),
        ),
    ),
    _entries,
)
