"""The table of the stages of every round, with their days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source
from generator.records import Round, Stage


class _Step(NamedTuple):
    round: Round
    kinds: tuple[str, ...]
    line: int
    number: int
    of: Stage
    source: Source


def _stages(source: Source) -> Iterator[_Step]:
    for round_ in source.register.rounds.values():
        for l_place, line in enumerate(round_.lines, 1):
            for place, stage in enumerate(line.stages, 1):
                yield _Step(round_, line.kinds, l_place, place, stage, source)


_S = Column[_Step]
STAGES = Table(
    "stages",
    "程序",
    "各次评定的程序与日期，每行一步；类别不同而程序不同的，分别列出。",
    ("round", "line", "number"),
    (
        _S("round", "评定编号", Kind.ID, "见评定表", "2026", lambda r: r.round.id, "rounds"),
        _S("line", "第几条程序", Kind.WHOLE, "这次评定的第几条程序", "1", lambda r: r.line),
        _S("number", "第几步", Kind.WHOLE, "这条程序的第几步", "1", lambda r: r.number),
        _S(
            "kinds",
            "适用类别",
            Kind.LIST,
            "适用的获奖者类别编号",
            "leibie",
            lambda r: r.kinds,
        ),
        _S(
            "kind_names",
            "适用类别名称",
            Kind.LIST,
            "适用的获奖者类别",
            "组织",
            lambda r: tuple(r.source.kind_name(kind) or "" for kind in r.kinds),
        ),
        _S("stage", "程序", Kind.TEXT, "这一步的名称", "自愿申报", lambda r: r.of.name),
        _S("first", "首日", Kind.DAY, "这一步的首日", "2026-03-10", lambda r: r.of.first),
        _S("last", "末日", Kind.DAY, "这一步的末日", "2026-04-10", lambda r: r.of.last),
    ),
    _stages,
)
