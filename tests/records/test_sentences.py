"""Whatever stands in a record, the sentence about it is Chinese and one we wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.reading import KeyPath
from generator.records import RECORD_KINDS, RecordKind
from generator.records.faults import Fault
from generator.records.faults import faults_of as read_faults
from generator.records.links import WORDS
from tests.specimens import filled

KNOWN = dict.fromkeys(WORDS, "specimen-1") | {"round": "2026", "file": "files/form.txt"}
SHAPES: tuple[Any, ...] = (
    "",
    "一段文字",
    "a" * 200,
    "a\nb",
    "38.30",
    "2026-02-30",
    [],
    ["一项"],
    [[]],
    [{}],
    {},
    {"键": "值"},
    {"id": "specimen-2"},
    None,
    5,
)
ENGLISH = re.compile(
    r"\b(input|should|valid|value|error|type|instance|dictionary|string|tuple|list|expected|"
    r"characters?|items?|least|most|missing|forbidden|permitted|extra)\b",
    re.IGNORECASE,
)


def places(tree: Any, here: KeyPath = ()) -> Iterator[KeyPath]:
    """Every place of a tree below its root."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for step, below in steps:
        yield (*here, step)
        if isinstance(below, dict | list):
            yield from places(below, (*here, step))


def replaced(tree: Any, where: KeyPath, shape: Any) -> Any:
    """The tree with `shape` at a place."""
    if not where:
        return shape
    step, *rest = where
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[step] = replaced(copy[step], tuple(rest), shape)  # type: ignore[call-overload,index]
    return copy


def faults_of(record_kind: RecordKind, tree: Any) -> list[Fault]:
    try:
        record_kind.model.model_validate(tree)
    except ValidationError as error:
        return list(read_faults(error, record_kind.model))
    return []


def hold(found: list[Fault]) -> None:
    for fault in found:
        sentence = f"{fault.message}；{fault.remedy}"
        assert re.search(r"[\u4e00-\u9fff]", fault.message), sentence
        assert fault.remedy, sentence
        assert fault.remedy != "请对照样例", f"no sentence of ours for {fault.code}"
        ours = re.sub(
            r"“[^”]*”|可用的键有.*|是不是 \w+|（\w+）|\b[a-z_]+: …|缺少 \w+", "", sentence
        )
        assert not ENGLISH.search(ours), sentence


@pytest.mark.parametrize("record_kind", RECORD_KINDS, ids=lambda record_kind: record_kind.kind)
def test_every_field_can_be_filled(record_kind: RecordKind) -> None:
    record_kind.model.model_validate(filled(record_kind.model, KNOWN))


@pytest.mark.parametrize("record_kind", RECORD_KINDS, ids=lambda record_kind: record_kind.kind)
def test_every_shape_in_every_field_has_its_sentence(record_kind: RecordKind) -> None:
    tree = filled(record_kind.model, KNOWN)
    for where in places(tree):
        for shape in SHAPES:
            hold(faults_of(record_kind, replaced(tree, where, shape)))


@pytest.mark.parametrize("record_kind", RECORD_KINDS, ids=lambda record_kind: record_kind.kind)
def test_every_field_left_out_has_its_sentence(record_kind: RecordKind) -> None:
    tree = filled(record_kind.model, KNOWN)
    for where in places(tree):
        *above, step = where
        holder = tree
        for name in above:
            holder = holder[name]
        if isinstance(holder, dict):
            without = {key: value for key, value in holder.items() if key != step}
            hold(faults_of(record_kind, replaced(tree, tuple(above), without)))


@pytest.mark.parametrize("record_kind", RECORD_KINDS, ids=lambda record_kind: record_kind.kind)
def test_the_root_may_be_anything(record_kind: RecordKind) -> None:
    for shape in ({}, {"键": "值"}):
        hold(faults_of(record_kind, shape))


TEXTS = st.text(max_size=12)
TREES = st.recursive(
    TEXTS,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(TEXTS, below, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(data=st.data(), record_kind=st.sampled_from(RECORD_KINDS), shape=TREES)
def test_any_tree_anywhere_has_its_sentence(
    data: st.DataObject, record_kind: RecordKind, shape: Any
) -> None:
    tree = filled(record_kind.model, KNOWN)
    where = data.draw(st.sampled_from(list(places(tree))))
    hold(faults_of(record_kind, replaced(tree, where, shape)))
