"""What was looked through is what is published, and none of it is a copy of what is withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.problems import FileProblem, Level, Problem
from generator.reading import SourceFile, digest, read_again
from generator.reading.folder import LEAKING, WITHOUT


@dataclass(frozen=True, slots=True)
class Scanned:
    """The files of the folder `content` that may be published as they are, by path.

    These are attachments, pictures, hand-written pages, header and footer of the host, each with
    the digest of the bytes that were looked through.
    """

    content: Path
    digests: Mapping[str, bytes]

    def read(self, path: str) -> bytes:
        """The bytes that were looked through. Raises Stop where the file has others by now."""
        return read_again(self.content / path, self.digests.get(path, b""))

    def copies_of(self, withheld: Iterable[SourceFile], article: str) -> Iterator[Problem]:
        """A problem for each file with the bytes of one that is withheld, unless these are blank.

        `article` is what secrecy rests on.
        """
        hidden: dict[bytes, str] = {}
        for source in withheld:
            with suppress(OSError):  # told by whoever reads records of it
                data = (self.content / source.path).read_bytes()
                if data.strip():
                    hidden[digest(data)] = source.path
        for path, of in self.digests.items():
            if of in hidden:
                yield FileProblem(
                    (self.content / path).as_posix(),
                    1,
                    Level.ERROR,
                    LEAKING,
                    f"与不公开的“{hidden[of]}”内容完全相同",
                    WITHOUT,
                    article=article,
                )
