"""What came out: Markdown for people, JSON for whoever compares runs."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from benchmarks.contenders import AWARD_SITE, COPY, HOLDERS_ALONE, HUGO, MATERIAL, SEARCH
from benchmarks.contest import EDITS, START, UNCHANGED, Outcome
from benchmarks.measuring import Run

MB = 2**20
ROWS = {
    AWARD_SITE: "award-site, cold, the whole site without search",
    HOLDERS_ALONE: "award-site, cold, the holders' pages alone",
    HUGO: "Hugo, cold, the holders' pages, the rest copied",
    MATERIAL: "mkdocs-material, cold",
    COPY: "floor: `cp -R` of the finished site",
    SEARCH: "award-site, cold, with search (once)",
    START: "award-site, start-up alone (1 holder, unchanged)",
    UNCHANGED: "award-site, unchanged",
    **{f"{kind} first": f"award-site, {kind} of one record edited, first time" for kind in EDITS},
    **{kind: f"award-site, {kind} of one record edited, again" for kind in EDITS},
}
OURS_AGAIN = (UNCHANGED, *(f"{kind} first" for kind in EDITS), *EDITS)
OURS = (AWARD_SITE, *OURS_AGAIN)
NOTES = """\
- Wall time: median of the runs (least to most). Contenders took turns in one run. "Beyond" is the
  median less the median of the start-up.
- CPU: user and system time of the command and its children, median. On a machine busy with other
  work it is the fairer figure. "Others" is the part of all processor time that went to such work:
  where it is not near nothing, run again at a quieter time before trusting the wall time.
- Memory: the highest sum of resident memory over the command and all its children, looked at every
  25 ms, the highest of all runs. What forked processes share is counted for each of them; in the
  next column it is counted once.
- Cold: neither output nor cache. Hugo reads the same YAML as front matter and stamps the same frame
  with a Go template of a holder's page; drawings and every other page are given to it finished,
  which favours it. mkdocs-material has Markdown of the holders, notices and rounds, the theme as it
  comes, its search, and a navigation that names only the lists.
- First time: after a cold build the spare tree has to be filled once, by links.
"""


def median(outcome: Outcome, name: str, of: Callable[[Run], float] = lambda run: run.wall) -> float:
    """The median of what was measured under `name`; not a number where nothing was."""
    runs = outcome.runs.get(name)
    return statistics.median(map(of, runs)) if runs else float("nan")


def peak(outcome: Outcome, names: Sequence[str], of: Callable[[Run], int]) -> float:
    """The highest memory, in MB, of all runs under `names`."""
    runs = [run for name in names for run in outcome.runs.get(name, ())]
    return max(map(of, runs), default=0) / MB


def headline(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The figures that the project has set itself, by name."""
    figures: dict[str, Any] = {}
    for outcome in outcomes[1:]:
        wall = {name: median(outcome, name) for name in outcome.runs}
        cpu = {name: median(outcome, name, lambda run: run.cpu) for name in outcome.runs}
        figures[f"{outcome.count}"] = {
            "Hugo / award-site": wall[HUGO] / wall[AWARD_SITE],
            "Hugo / award-site, CPU": cpu[HUGO] / cpu[AWARD_SITE],
            "Hugo / award-site, holders alone": wall[HUGO] / wall[HOLDERS_ALONE],
            "Hugo / award-site, holders alone, CPU": cpu[HUGO] / cpu[HOLDERS_ALONE],
            "award-site / copy": wall[AWARD_SITE] / wall[COPY],
            "peak memory MB": peak(outcome, OURS, lambda run: run.memory),
            "peak memory MB, shared once": peak(outcome, OURS, lambda run: run.shared_once),
            **{f"{n} beyond start-up s": wall[n] - wall[START] for n in OURS_AGAIN},
        }
        if MATERIAL in wall:
            figures[f"{outcome.count}"] |= {
                "mkdocs-material / award-site": wall[MATERIAL] / wall[AWARD_SITE],
                "mkdocs-material / award-site, CPU": cpu[MATERIAL] / cpu[AWARD_SITE],
                "mkdocs-material / award-site with search": wall[MATERIAL] / wall[SEARCH],
            }
    if len(outcomes) > 2:
        figures["growth"] = {
            name: _growth(outcomes, name) for name in (AWARD_SITE, HOLDERS_ALONE, HUGO)
        }
        if MATERIAL in outcomes[0].runs:
            figures["growth"][MATERIAL] = _growth(outcomes, MATERIAL)
    return figures


def _growth(outcomes: Sequence[Outcome], name: str) -> dict[str, float]:
    """How many times longer the last city takes than the second, both less the city of one."""
    one, few, many = outcomes[0], outcomes[1], outcomes[-1]
    found = {"holders": many.count / few.count}
    for label, of in (("wall", lambda run: run.wall), ("cpu", lambda run: run.cpu)):
        base = median(one, name, of)
        found[label] = (median(many, name, of) - base) / (median(few, name, of) - base)
    return found


def markdown(outcomes: Sequence[Outcome], facts: Mapping[str, str]) -> str:
    """The whole report."""
    parts = ["# Benchmark", "", *(f"- {label}: {value}" for label, value in facts.items()), ""]
    parts += [*_headlines(outcomes), ""]
    for outcome in outcomes:
        parts += [*_table(outcome), ""]
    return "\n".join([*parts, NOTES])


def _headlines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    figures = headline(outcomes)
    growth = figures.pop("growth", None)
    names = [*dict.fromkeys(name for some in figures.values() for name in some)]
    yield "| | " + " | ".join(f"{int(count):,} holders" for count in figures) + " |"
    yield "|-|" + "-:|" * len(figures)
    for name in names:
        values = [f"{some[name]:.2f}" if name in some else "" for some in figures.values()]
        yield f"| {name} | " + " | ".join(values) + " |"
    if growth:
        yield ""
        first, last = outcomes[1].count, outcomes[-1].count
        yield f"Growth from {first:,} to {last:,} holders ({last / first:.0f} times as many), the"
        yield "cold build of one holder taken off:"
        for name, found in growth.items():
            yield f"- {name}: {found['wall']:.1f} times the wall time, {found['cpu']:.1f} the CPU"


def _table(outcome: Outcome) -> Iterator[str]:
    start = median(outcome, START)
    yield f"## {outcome.count:,} holder{'s' if outcome.count > 1 else ''}"
    yield ""
    yield "| | wall s | beyond start-up s | CPU s | others % | peak MB | shared once | files | MB |"
    yield "|-|-:|-:|-:|-:|-:|-:|-:|-:|"
    for name, words in ROWS.items():
        if runs := outcome.runs.get(name):
            walls = [run.wall for run in runs]
            wall = f"{statistics.median(walls):.2f}"
            if len(walls) > 1:
                wall += f" ({min(walls):.2f}–{max(walls):.2f})"
            beyond = f"{median(outcome, name) - start:.2f}" if name in OURS_AGAIN else ""
            cpu = f"{median(outcome, name, lambda run: run.cpu):.2f}"
            others = f"{median(outcome, name, lambda run: run.others):.0%}"[:-1]
            files, size = outcome.written.get(name, (0, 0))
            wrote = f"{files:,} | {size / MB:.1f}" if files else " | "
            memory = f"{peak(outcome, [name], lambda run: run.memory):.0f}"
            memory += f" | {peak(outcome, [name], lambda run: run.shared_once):.0f}"
            yield f"| {words} | {wall} | {beyond} | {cpu} | {others} | {memory} | {wrote} |"
    if likeness := outcome.likeness:
        ours, theirs = outcome.written[AWARD_SITE][1], outcome.written[HUGO][1]
        yield ""
        yield (
            f"Hugo's pages beside ours: {likeness.compared:,} compared, "
            f"{len(likeness.different)} that say something else, {len(likeness.missing)} that only "
            "we have; "
            f"bytes in all {100 * (theirs - ours) / ours:+.1f} %."
        )
        if unlike := (*likeness.different, *likeness.missing):
            yield f"These are: {', '.join(unlike[:5])}"


def plain(outcomes: Sequence[Outcome], facts: Mapping[str, str]) -> dict[str, Any]:
    """The same for JSON: facts, headline figures, and every single run."""
    return {
        "machine": dict(facts),
        "headline": headline(outcomes),
        "cities": [asdict(outcome) for outcome in outcomes],
    }
