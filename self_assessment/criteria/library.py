"""The criteria sets that there are: those shipped here, and those of a folder beside them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from generator.problems import Level, Problem, Stop, refusal
from generator.reading import Lines, Unreadable, read_tree
from generator.records.faults import faults_of
from self_assessment.criteria.model import CriteriaSet
from self_assessment.criteria.soundness import unsound

SHIPPED = Path(str(files("self_assessment.criteria")))


class Library:
    """Criteria sets by id. A set in `beside` comes before a shipped one of the same id."""

    def __init__(self, beside: Path | None = None) -> None:
        self._folders = [folder for folder in (beside, SHIPPED) if folder]
        if beside and not beside.is_dir():
            raise Stop(
                [
                    Problem(
                        beside.as_posix(),
                        1,
                        Level.ERROR,
                        "criteria-folder",
                        "准则文件夹打不开",
                        "请检查 --criteria 指向的文件夹",
                    )
                ]
            )

    def ids(self) -> list[str]:
        """The ids of all sets, in order."""
        return sorted({file.stem for folder in self._folders for file in folder.glob("*.yml")})

    def has(self, id_: str) -> bool:
        """Whether there is a set of this id."""
        return id_ in self.ids()

    def get(self, id_: str) -> CriteriaSet:
        """The set `id_`. Raises Stop where there is none, or where its file is broken."""
        for folder in self._folders:
            if (file := folder / f"{id_}.yml").is_file():
                return _read(file, file.stat().st_mtime_ns)
        raise Stop(
            [
                Problem(
                    f"{id_}.yml",
                    1,
                    Level.ERROR,
                    "criteria-unknown",
                    f"没有准则“{id_}”",
                    f"可用的有 {'、'.join(self.ids())}；其他准则请用 --criteria 指明所在文件夹",
                    id_,
                )
            ]
        )

    def all(self) -> list[CriteriaSet]:
        """Every set, by id. Raises Stop with the problems of a broken one."""
        return [self.get(id_) for id_ in self.ids()]


@cache
def _read(file: Path, changed: int) -> CriteriaSet:
    try:
        criteria = CriteriaSet.model_validate(read_tree(file.read_bytes()))
    except OSError as error:
        raise Stop([_problem(file, 1, "file-unreadable", f"打不开（{refusal(error)}）")]) from None
    except Unreadable as reason:
        problem = _problem(file, reason.line, reason.code, reason.message, reason.remedy)
        raise Stop([problem]) from None
    except ValidationError as error:
        lines = Lines(file.parent)
        raise Stop(
            _problem(
                file, lines.of(file.name, fault.where), fault.code, fault.message, fault.remedy
            )
            for fault in faults_of(error, CriteriaSet)
        ) from None
    if criteria.id != file.stem:
        raise Stop(
            [
                _problem(
                    file,
                    Lines(file.parent).of(file.name, ("id",)),
                    "id-file-name",
                    f"编号是“{criteria.id}”，文件名却是“{file.name}”",
                    "两者应一致",
                )
            ]
        )
    if odd := [*unsound(criteria)]:
        raise Stop(
            _problem(file, 1, "criteria-unsound", message, remedy) for message, remedy in odd
        )
    return criteria


def _problem(file: Path, line: int, code: str, message: str, remedy: str = "") -> Problem:
    return Problem(_called(file), line, Level.ERROR, code, message, remedy)


def _called(file: Path) -> str:
    """The file as one would type it: below the working folder where it lies there."""
    try:
        return file.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()
