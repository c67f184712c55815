"""A result over the years: a line, every number, and in words which way is good."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from generator.drawings.charts.chart import Chart, Row, Table

# The drawing is smaller than the others: two stand beside each other in a column of text.
_WIDE, _HIGH = 320, 138
_LEFT, _RIGHT = 28, 292
_TOP, _BASE = 32, 98
_YEAR = 38
"""How far years must be apart to be written each."""
_SIGN = 8.5
"""How wide a digit is."""
_SIGNS = ("%", "‰", "‱", "℃")
"""Units that are signs and stand close to their number."""
_NUMBERS = "〇一两三四五六七八九十"


class Reading(NamedTuple):
    """A result in one year, as it is written in the record: 99.20 stays 99.20."""

    year: int
    value: Decimal


def trend(
    name: str,
    title: str,
    unit: str,
    better: str,
    readings: Sequence[Reading],
    target: Decimal | None = None,
) -> Chart:
    """The line of a result. `better` says which way is good: 越高越好, 越低越好.

    `readings` are one or more. The sentence tells the first and the last of them; the title of
    the drawing names the result too. A `target` is a broken line with its number.
    """
    readings = sorted(readings)
    sentence = _sentence(readings, unit, better, target)
    table = Table(
        ("年份", f"{title}（{unit}）"),
        tuple(Row(f"{year}", (f"{value}",)) for year, value in readings),
    )
    return Chart(name, sentence, _drawn(name, title, sentence, unit, readings, target), table)


def _with(value: Decimal, unit: str) -> str:
    """A number with its unit: 99.2%, 12 天."""
    return f"{value}{unit}" if unit in _SIGNS else f"{value} {unit}"


def _sentence(readings: Sequence[Reading], unit: str, better: str, target: Decimal | None) -> str:
    first, last = readings[0], readings[-1]
    aim = f"，目标 {_with(target, unit)}" if target is not None else ""
    if first.year == last.year:
        return f"{last.year} 年为 {_with(last.value, unit)}（{better}{aim}）"
    years = last.year - first.year + 1
    span = _NUMBERS[years] if years < len(_NUMBERS) else f" {years} "
    begin = f"{span.lstrip()}年里"
    if first.value == last.value:
        return f"{begin}首尾都是 {_with(last.value, unit)}（{better}{aim}）"
    way = "升到" if last.value > first.value else "降到"
    return f"{begin}从 {_with(first.value, unit)} {way} {_with(last.value, unit)}（{better}{aim}）"


def _drawn(
    name: str,
    title: str,
    sentence: str,
    unit: str,
    readings: Sequence[Reading],
    target: Decimal | None,
) -> Markup:
    values = [float(value) for _, value in readings]
    ends = values if target is None else [*values, float(target)]
    low = min(ends)
    steep = (_BASE - _TOP) / ((max(ends) - low) or 1.0)
    start, end = readings[0].year, readings[-1].year
    mark = unit if unit in _SIGNS else ""
    labels = [f"{value}{mark}" for _, value in readings]
    ys = [round(_BASE - (value - low) * steep) for value in values]
    if start == end:
        xs = [(_LEFT + _RIGHT) // 2] * len(readings)
        gap = 0
    else:
        pace = (_RIGHT - _LEFT) / (end - start)
        xs = [round(_LEFT + (year - start) * pace) for year, _ in readings]
        gap = min([right - left for left, right in pairwise(xs)])
    final = len(xs) - 1
    half = max(map(len, labels)) * _SIGN / 2
    within, spare = max(_LEFT, half), min(_RIGHT, _WIDE - half)
    all_fit, years_fit = half * 2 + 6 <= gap, gap >= _YEAR
    dots, numbers, years = [], [], []
    for place, x in enumerate(xs):
        y, last = ys[place], place == final
        dots.append(f'<circle cx="{x}" cy="{y}" r="{5 if last else 4}"/>')
        if last or all_fit or not place:
            at = round(min(max(x, within), spare))
            numbers.append(f'<text x="{at}" y="{y - 11}">{labels[place]}</text>')
        if last or years_fit or not place:
            years.append(f'<text x="{x}" y="{_BASE + 34}">{readings[place].year}</text>')
    points = " ".join([f"{x},{y}" for x, y in zip(xs, ys, strict=True)])
    aim = ""
    if target is not None:
        y = round(_BASE - (float(target) - low) * steep)
        aim = _aim(y, f"目标 {target}{mark}", left=abs(ys[0] - y) > abs(ys[-1] - y))
    told = "；".join([f"{year} 年 {value}" for year, value in readings])
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}"'
        f' class="chart chart-trend" role="img" aria-labelledby="{name}-title"'
        f' aria-describedby="{name}-desc"><title id="{name}-title">{escape(title)}：'
        f'{escape(sentence)}</title><desc id="{name}-desc">{told}（{escape(unit)}）</desc>'
        f'<path class="line-line" d="M0 {_BASE + 14}h{_WIDE}"/>{aim}'
        f'<polyline class="paint-none line-main" points="{points}"/>'
        f'<g class="paint-main">{"".join(dots)}</g>'
        f'<g class="paint-ink" text-anchor="middle">{"".join(numbers)}</g>'
        f'<g class="paint-soft" text-anchor="middle">{"".join(years)}</g></svg>'
    )


def _aim(y: int, label: str, *, left: bool) -> str:
    """A broken line, named at the end where the result is farther from it."""
    at = 'x="0"' if left else f'x="{_WIDE}" text-anchor="end"'
    return (
        f'<path class="line-accent chart-aim" d="M0 {y}h{_WIDE}"/>'
        f'<text class="paint-soft" {at} y="{y - 8}">{label}</text>'
    )
