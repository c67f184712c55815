"""Pagefind run over the slips of a finished tree, and its entries matched with the rows."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.pages import file_of
from generator.problems import Level, Problem, Stop
from generator.reading import in_parallel
from generator.register import Progress, quiet
from generator.search.slips import slip
from generator.search.titles import Titles

FOLDER = "pagefind"
ROWS = "rows.json"
PATIENCE = 600
"""Seconds after which Pagefind is taken to hang: it needs about eleven for 10,000 pages."""
BOILERPLATE = ".disclosure, .facts, .sources, figcaption"
"""What every page of a kind repeats, and what a result says anyway. Pagefind itself files out
navigation."""
# Pagefind's own search boxes, which this site does not use: four fifths of a megabyte.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
_HEAD = len(b"pagefind_dcd")


def write_index(
    tree: Path,
    target: Path,
    titles: Titles,
    cache: Path,
    jobs: int = 1,
    progress: Progress = quiet,
) -> None:
    """Writes the index of a finished tree to the folder `target`.

    Raises Stop where Pagefind cannot be run or does not index every page, OSError where `cache`
    or `target` cannot be written.
    """
    files = [file_of(page.address) for page in titles.pages]
    steps = 4 * len(files)  # Pagefind itself takes about three times as long as the slips
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="slips-", dir=cache) as folder:
        slips = Path(folder)
        done = 0
        for count in in_parallel(lambda some: _cut(tree, slips, some), files, jobs):
            done += count
            progress(done, steps)
        _run(slips, target)
    for pattern in _UNUSED:
        for file in target.glob(pattern):
            file.unlink()
    _match(target, titles)
    progress(steps, steps)


def _cut(tree: Path, slips: Path, files: Sequence[str]) -> int:
    for file in files:
        target = slips / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(slip((tree / file).read_text(encoding="utf-8")), encoding="utf-8")
    return len(files)


def _run(slips: Path, target: Path) -> None:
    arguments = ["--site", slips, "--output-path", target, "--exclude-selectors", BOILERPLATE]
    command = [sys.executable, "-m", "pagefind", *map(str, arguments), "--silent"]
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise Stop([_failed(f"等了 {PATIENCE} 秒，Pagefind 没有结束")]) from None
    if run.returncode:
        last = [line.strip() for line in run.stderr.splitlines() if line.strip()][-1:]
        raise Stop([_failed(f"Pagefind 没有运行成功（{''.join(last) or run.returncode}）")])


def _match(target: Path, titles: Titles) -> None:
    """Writes which entry of the index belongs to which row; every page must have one."""
    ids = dict(_entries(target))
    addresses = [*titles.addresses]
    if lost := [a for a in addresses if "#" not in a and a not in ids]:
        shown = "、".join(lost[:3])
        raise Stop([_failed(f"索引里缺少 {len(lost)} 个页面（{shown}）")])
    rows = [ids[address.partition("#")[0]] for address in addresses]
    text = json.dumps({"digest": titles.digest, "ids": rows}, separators=(",", ":"))
    (target / ROWS).write_text(text, encoding="utf-8")


def _entries(target: Path) -> Iterator[tuple[str, str]]:
    """The address of each entry, and the name by which Pagefind's script knows it."""
    for file in (target / "fragment").glob("*.pf_fragment"):
        entry = json.loads(gzip.decompress(file.read_bytes())[_HEAD:])
        yield entry["url"], file.name.partition(".")[0]


def _failed(message: str) -> Problem:
    remedy = "请运行 make site 重新安装依赖；急用时加 --no-search，先生成不带搜索的网站"
    return Problem("generator/search", 1, Level.ERROR, "search-index", message, remedy)
