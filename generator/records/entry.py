"""One file of records as it was read: its public record, what is withheld, and what is wrong."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

from pydantic import ValidationError

from generator.incremental import Stamp
from generator.problems import refusal
from generator.reading import (
    KeyPath,
    Lines,
    SourceFile,
    Tree,
    Unreadable,
    digest,
    read_again,
    read_tree,
    sane,
)
from generator.records.awardee import Awardee, AwardeeRecord, Showcase
from generator.records.confidential import Internal
from generator.records.faults import Fault, faults_of
from generator.records.links import ADDRESS
from generator.records.notice import Notice
from generator.records.pointers import Pointer, pointers
from generator.records.record_kinds import RecordKind, record_kind_of
from generator.records.secrecy import (
    KEY,
    is_confidential,
    locked,
    masked,
    without_confidential,
)
from generator.records.words import Record


class Secrets(NamedTuple):
    """What checks may see of a file and pages may not.

    A whole internal record, with every record it names by kind and id; or the confidential part
    of a holder or a notice.
    """

    record: Record | None
    mentions: frozenset[tuple[str, str]] = frozenset()


class Entry(NamedTuple):
    """One file of records.

    `kind` is the name of its kind. `digest` is of its bytes, `facts_digest` of what it says
    outside its showcase: only that is checked and listed. `record` is what may be published of it:
    without anything confidential, and of a holder the facts alone. Its public showcase is in
    `showcase`, packed by pickle because it is only opened while a page is made. `secrets` are
    packed too, and locked with the file itself, because entries are kept between runs: see
    `secrets_of`. `mentions` gives kind and id of every record it names, unless it is internal;
    `published_files` the files it offers, `links` where the links in its texts lead, with the way
    to each text; of what is confidential, neither. With `faults` that make it unfit, there is
    neither `record` nor `secrets`. `stored_separately` says that there is a record, but that it
    lies in the record cache.
    """

    path: str
    kind: str
    stamp: Stamp
    digest: bytes
    facts_digest: bytes
    record: Record | None
    showcase: bytes
    secrets: bytes
    mentions: frozenset[tuple[str, str]]
    published_files: tuple[str, ...]
    links: tuple[tuple[KeyPath, str], ...]
    faults: tuple[Fault, ...]
    stored_separately: bool = False

    @property
    def id(self) -> str:
        """What its file is named by."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".yml")

    @property
    def record_kind(self) -> RecordKind:
        """The kind of record it is."""
        record_kind = record_kind_of(self.path)
        assert record_kind is not None  # entries are only made of files of a kind that is known
        return record_kind

    @property
    def fit(self) -> bool:
        """Whether a record could be made of it."""
        return self.record is not None or bool(self.secrets) or self.stored_separately


def read_entry(root: Path, source: SourceFile, record_kind: RecordKind) -> Entry:
    """The file `source` below `root` as an entry. What is wrong with it becomes its faults."""
    try:
        sane(source.stamp.size)
        data = (root / source.path).read_bytes()
    except Unreadable as reason:
        fault = Fault((), reason.code, reason.message, reason.remedy, reason.line)
        return _unfit(source, record_kind, b"", fault)
    except OSError as error:
        fault = Fault((), "file-unreadable", f"文件打不开（{refusal(error)}）", "请检查权限", 1)
        return _unfit(source, record_kind, b"", fault)
    known = digest(data)
    try:
        tree = read_tree(data)
        whole = record_kind.model.model_validate(tree)
    except Unreadable as reason:
        hidden = is_confidential(source.path) or KEY.encode() in data
        message = masked(reason.message) if hidden else reason.message
        return _unfit(
            source, record_kind, known, Fault((), reason.code, message, reason.remedy, reason.line)
        )
    except ValidationError as error:
        return _unfit(source, record_kind, known, *_faults(error, root, source, record_kind))
    open_ = KEY.encode() not in data  # then all of it may be published as it stands
    named = [*pointers(whole)]
    public = [each for each in named if not is_confidential(source.path, each.where)]
    mentions = frozenset((each.kind, each.id) for each in named if each.kind != ADDRESS)
    withheld = _withheld(whole)
    internal = withheld is whole
    secrets = Secrets(withheld, mentions if internal else frozenset())
    return Entry(
        path=source.path,
        kind=record_kind.kind,
        stamp=source.stamp,
        digest=known,
        facts_digest=_facts_digest(whole, tree, known),
        record=_open(whole) if open_ else _public(whole, tree),
        showcase=_showcase(whole, tree, open_),
        secrets=locked(pickle.dumps(secrets), data) if withheld else b"",
        mentions=frozenset() if internal else mentions,
        published_files=tuple(each.id for each in public if each.kind == "file"),
        links=tuple((each.where, each.id) for each in public if each.kind == ADDRESS),
        faults=tuple(_misnamed(source, record_kind, whole)),
    )


def secrets_of(root: Path, entry: Entry) -> Secrets:
    """What is withheld of an entry, opened with its file. Raises Stop where that has changed."""
    if not entry.secrets:
        return Secrets(None)
    data = read_again(root / entry.path, entry.digest)
    return cast(Secrets, pickle.loads(locked(entry.secrets, data)))


def mentions_in(root: Path, entry: Entry) -> Iterator[Pointer]:
    """Every mention of another record in the file of `entry`, read again, with its place."""
    whole = entry.record_kind.model.model_validate(read_tree((root / entry.path).read_bytes()))
    yield from (pointer for pointer in pointers(whole) if pointer.kind != ADDRESS)


def _facts_digest(whole: Record, tree: Tree, known: bytes) -> bytes:
    if not isinstance(whole, AwardeeRecord) or whole.showcase is None:
        return known
    facts = {key: value for key, value in tree.items() if key != "showcase"}
    return digest(repr(facts).encode())


def _unfit(source: SourceFile, record_kind: RecordKind, known: bytes, *faults: Fault) -> Entry:
    nothing = (None, b"", b"", frozenset[tuple[str, str]](), (), ())
    return Entry(source.path, record_kind.kind, source.stamp, known, known, *nothing, faults)


def _faults(
    error: ValidationError, root: Path, source: SourceFile, record_kind: RecordKind
) -> Iterator[Fault]:
    lines = Lines(root)
    for fault in faults_of(error, record_kind.model):
        if is_confidential(source.path, fault.where):  # a key may be confidential as a value is
            line = lines.of(source.path, fault.where)
            yield Fault((), fault.code, masked(fault.message), fault.remedy, line)
        else:
            yield fault


def _open(whole: Record) -> Record | None:
    """What may be published of a record that has nothing confidential: of a holder, the facts."""
    if not isinstance(whole, AwardeeRecord):
        return None if isinstance(whole, Internal) else whole
    # Validated a moment ago as part of the whole: to do it again would take a tenth of reading.
    given = whole.model_fields_set & Awardee.model_fields.keys()
    facts = {name: getattr(whole, name) for name in Awardee.model_fields}
    return Awardee.model_construct(given, **facts)


def _public(whole: Record, tree: Tree) -> Record | None:
    """What may be published of a record, made of a tree that never held the rest."""
    if isinstance(whole, Internal):
        return None
    if isinstance(whole, AwardeeRecord):
        facts = {key: value for key, value in tree.items() if key != "showcase"}
        return Awardee.model_validate(without_confidential(facts))
    public = without_confidential(tree)
    return type(whole).model_validate(public)


def _showcase(whole: Record, tree: Tree, open_: bool) -> bytes:
    if not isinstance(whole, AwardeeRecord) or whole.showcase is None:
        return b""
    if open_:
        return pickle.dumps(whole.showcase)
    return pickle.dumps(Showcase.model_validate(without_confidential(tree["showcase"])))


def _withheld(whole: Record) -> Record | None:
    if isinstance(whole, Internal):
        return whole
    if isinstance(whole, AwardeeRecord | Notice):
        return whole.confidential
    return None


def _misnamed(source: SourceFile, record_kind: RecordKind, record: Record) -> Iterator[Fault]:
    if (
        record_kind.named_by
        and (named := str(getattr(record, record_kind.named_by))) != source.stem
    ):
        yield Fault(
            (record_kind.named_by,),
            "id-file-name",
            f"{record_kind.named_by} 是“{named}”，文件名却是“{source.stem}.yml”",
            "两者应一致；编号一经使用不再更改",
        )
    if isinstance(record, Notice):
        folder, year = source.path.split("/")[1], f"{record.published:%Y}"
        if folder != year:
            yield Fault(
                ("published",),
                "notice-year-folder",
                f"发布时间在“{year}”年，却放在“{folder}”年的文件夹",
                f"请移到 notices/{year}/",
            )
        if not record.hour_known and not record.sources:
            yield Fault(
                ("published",),
                "moment-hour",
                f"发布时间“{record.published:%Y-%m-%d}”没有写时刻",
                "写成 2026-10-09 09:00 的形式；据公开报道补录、时刻已不可考的，写明 sources",
            )
