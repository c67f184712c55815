"""The builder: the site built below the cache, again and again, the last good one kept.

It is built in this process, so that modules and what they remember stay warm, and by one process
alone: to fork while the server's threads run is not safe. Only the first build, before there are
any threads, may use all processors.
"""

from __future__ import annotations

import gc
import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from generator.incremental import private_folder, program
from generator.output.ownership import MARKER
from generator.problems import Level, Problem, Stop, refusal
from generator.publishing import Built, build
from generator.serving.status import State, Status

_TRIES = 6
_PAUSE = 0.2


@contextmanager
def build_slot(cache: Path, content: Path) -> Iterator[Path]:
    """A folder below `cache` to build the site of `content` in, and nobody else's meanwhile.

    It is the same one next time, so that only what changed since is made. Where another preview
    of the same content is running, the next one is taken.
    """
    whose = hashlib.blake2b(str(content.resolve()).encode(), digest_size=8).hexdigest()
    place = private_folder(cache, "serving", whose)
    number = 1
    while True:
        lock = FileLock(place / f"{number}.taken", mode=0o600)
        try:
            lock.acquire(timeout=0)
            break
        except Timeout:
            number += 1
    try:
        yield place / str(number)
    finally:
        lock.release()


@dataclass
class Builder:
    """Builds the site of `content` in `out` and posts on `status` how it came out."""

    content: Path
    out: Path
    cache: Path
    status: Status
    strict: bool = False
    form: Path | None = None

    def renew(self, *, templates: bool = False, jobs: int | None = 1) -> State:
        """Brings the site up to date. `templates` says that the program's own have changed."""
        if templates:
            program.cache_clear()
        self.status.working(True)
        gc.disable()
        try:
            built = self._built(jobs)
        except Stop as stop:
            state = self._stopped(stop.problems)
        except OSError as error:
            said = f"生成网站时系统拒绝了操作（{refusal(error)}）"
            where = str(error.filename or self.out)
            state = self._stopped((_problem(where, 1, said, "请检查磁盘空间和权限后再保存一次"),))
        except Exception as error:  # a template being written may fail in any way
            state = self._stopped((_defect(error),))
        else:
            state = State(_revision(self.out), built.register.site.mount, built.problems)
        finally:
            gc.enable()
            self.status.working(False)
        self.status.post(state)
        return state

    def _built(self, jobs: int | None) -> Built:
        """A build. On Windows a tree cannot change places while one of its files is being read."""
        for _ in range(_TRIES - 1):
            try:
                return self._build(jobs)
            except PermissionError:
                time.sleep(_PAUSE)
        return self._build(jobs)

    def _build(self, jobs: int | None) -> Built:
        return build(
            self.content,
            self.out,
            self.cache,
            strict=self.strict,
            jobs=jobs,
            form=self.form,
            preview=True,
        )

    def _stopped(self, problems: tuple[Problem, ...]) -> State:
        return replace(self.status.state, problems=problems, stopped=True, strict=self.strict)


def unbuilt(strict: bool = False) -> Status:
    """A status with no site yet."""
    return Status(State("", strict=strict))


def _revision(out: Path) -> str:
    """Which tree is live: its marker is a new file whenever the tree has become another."""
    stat = (out / MARKER).stat()
    return f"{stat.st_mtime_ns}-{stat.st_ino}"


def _problem(file: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(file, line, Level.ERROR, "serve-stopped", message, remedy)


def _defect(error: Exception) -> Problem:
    """What a template or the program itself did wrong, for the one who is working on it."""
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace:
        if not getattr(error, "lineno", None):
            file, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    said = f"模板或程序出错“{type(error).__name__}: {str(error)[:300]}”"
    return _problem(
        Path(str(file)).as_posix(), int(line or 1), said, "刚改过模板的，请核对；否则请交维护人员"
    )
