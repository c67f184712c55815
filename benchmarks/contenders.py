"""The commands that are measured, each with what it starts from and where it writes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import hugo, material, synthetic
from benchmarks.measuring import Run, run

AWARD_SITE = "award-site"
"""The whole site, without the search that is a step of its own."""
HOLDERS_ALONE = "award-site, holders alone"
SEARCH = "award-site, with search"
HUGO = "Hugo"
MATERIAL = "mkdocs-material"
COPY = "copy"
"""The floor: ``cp`` of our finished site. Nothing can write the same files in less."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A way to the finished site: its command, and the folders that a cold start does not have."""

    name: str
    command: tuple[str, ...]
    out: Path
    leftovers: tuple[Path, ...]
    environment: Mapping[str, str] = field(default_factory=dict)

    def cold(self, folder: Path) -> Run:
        """Builds with neither output nor cache left from before."""
        for leftover in self.leftovers:
            shutil.rmtree(leftover, ignore_errors=True)
        return self.again(folder)

    def again(self, folder: Path) -> Run:
        """Builds over what the last build left."""
        return run(self.command, folder, self.environment)


@dataclass(frozen=True, slots=True)
class City:
    """A city with `count` holders in `folder`, ready to be built by every contender."""

    count: int
    folder: Path
    contenders: Mapping[str, Contender]

    @property
    def content(self) -> Path:
        """Its records."""
        return self.folder / "content"

    @property
    def award_site(self) -> Contender:
        """Our own way."""
        return self.contenders[AWARD_SITE]


def found(folder: Path, count: int, *, with_mkdocs: bool = True) -> City:
    """Writes a city to `folder`, in all the forms its contenders read, and builds it once."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    content = folder / "content"
    synthetic.write(content, count)
    ours = _award_site(folder, AWARD_SITE, "ours", _PROGRAM, "--no-search")
    ours.cold(folder)
    hugo.write(folder / "hugo", content, ours.out)
    alone = (sys.executable, "-m", "benchmarks.holders_alone")
    ways = [
        ours,
        _award_site(folder, HOLDERS_ALONE, "alone", alone, "--no-search"),
        _hugo(folder),
        _copy(folder, ours.out),
        _award_site(folder, SEARCH, "found", _PROGRAM, "--search"),
    ]
    if with_mkdocs:
        material.write(folder / "material", content)
        ways.append(_material(folder))
    return City(count, folder, {way.name: way for way in ways})


_PROGRAM = (f"{Path(sys.executable).parent / 'award-site'}",)
_HERE = {"PYTHONPATH": f"{Path(__file__).parent.parent}"}


def _award_site(
    folder: Path, name: str, home: str, program: tuple[str, ...], search: str
) -> Contender:
    ways = ("--content", "content", "--out", f"{home}/site", "--cache", f"{home}/cache", search)
    out = folder / home / "site"
    return Contender(name, (*program, "build", *ways), out, (folder / home,), _HERE)


def _hugo(folder: Path) -> Contender:
    out, cache = folder / "hugo-out", folder / "hugo-cache"
    command = (
        f"{hugo.program()}",
        *("build", "--source", "hugo", "--destination", f"{out}", "--cacheDir", f"{cache}"),
        *("--quiet", "--noBuildLock"),
    )
    return Contender(HUGO, command, out, (out, cache, folder / "hugo/resources"))


def _material(folder: Path) -> Contender:
    out = folder / "material-out"
    command = (
        sys.executable,
        *("-m", "mkdocs", "build", "--quiet"),
        *("--config-file", "material/mkdocs.yml", "--site-dir", f"{out}"),
    )
    quiet = {"NO_MKDOCS_2_WARNING": "true"}
    return Contender(MATERIAL, command, out, (out,), quiet)


def _copy(folder: Path, ours: Path) -> Contender:
    out = folder / "copy"
    return Contender(COPY, ("cp", "-R", f"{ours}", f"{out}"), out, (out,))
