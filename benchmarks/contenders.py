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


def found(folder: Path, count: int, finished: Path | None, *, with_mkdocs: bool = True) -> City:
    """Writes a city to `folder`, in all the forms its contenders read.

    `finished` is a site of ours that Hugo's frame is cut from; None builds this city's own first.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    content = folder / "content"
    synthetic.write(content, count)
    ours = _award_site(folder)
    if finished is None:
        ours.cold(folder)
        finished = ours.out
    hugo.write(folder / "hugo", content, finished)
    ways = [ours, _hugo(folder)]
    if with_mkdocs:
        material.write(folder / "material", content)
        ways.append(_material(folder))
    ways.append(_copy(folder, ours.out))
    return City(count, folder, {way.name: way for way in ways})


def _award_site(folder: Path) -> Contender:
    home = folder / "ours"
    command = (
        f"{Path(sys.executable).parent / AWARD_SITE}",
        "build",
        *("--content", "content", "--out", "ours/site", "--cache", "ours/cache"),
    )
    return Contender(AWARD_SITE, command, home / "site", (home,))


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
