"""A tree for any model of the records, with every field filled, made from the types alone."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from generator.records import body, recipient, regulation, site, words
from generator.records.links import ADDRESS, PointsTo

Write = Callable[[str], str | None]
"""Gives the text for a field, told the kind of its text (``name``, ``text``, ``day`` …)."""

KINDS: Mapping[Any, tuple[str, str]] = {
    words._id: ("id", "specimen-1"),
    words._name: ("name", "示例"),
    words._line: ("line", "示例的一行"),
    words._paragraphs: ("text", "示例的一段"),
    words._day: ("day", "2026-03-02"),
    words._moment: ("moment", "2026-03-02 09:00"),
    words._whole: ("whole", "1"),
    words._year: ("year", "2026"),
    words._exact: ("exact", "38.30"),
    words._yes: ("yes", "是"),
    words._web: ("web", "https://example.cn/"),
    words._file: ("file", "files/form.txt"),
    words._document_number: ("document-number", "示例〔2026〕3号"),
    words._index_number: ("index-number", "SL01/2026-00001"),
    words._credit_code: ("credit-code", "91TPEC1234567890AB"),
    words._mark: ("mark", "3f9a12bc"),
    regulation._month_day: ("month-day", "06-30"),
    site._colour: ("colour", "#9E1B22"),
    recipient._recipient: (
        "recipient",
        "age1jaaa9877vad9hw0twnumaa2c3tsy068mhqc8s8u9tevddy8vtd7q9ng0g0",
    ),
    site._mount: ("mount", "/zlj/"),
    site._id_code: ("id-code", "4200000000"),
    site._domain: ("domain", "www.example.gov.cn"),
}
"""For each kind of value, by the function that holds values to it: its name, and an example."""

ROUND_YEAR = ("round-year", "2026")


def filled(
    model: type[BaseModel], known: Mapping[str, str], write: Write | None = None, times: int = 1
) -> Any:
    """A tree that fits `model`, with every field filled and `times` items in every list.

    `known` gives an id for each kind of record that a field can point to. `write` may give the
    text of a field; where it gives None, or is not given, an example stands there.
    """
    fields = dict(model.model_fields)
    if {"awardee", "name"} <= fields.keys():  # a subject is named once
        del fields["awardee"]
        fields.pop("redacted", None)
    return {
        name: _value(field.annotation, known, write, times, field.metadata)
        for name, field in fields.items()
    }


def _value(
    annotation: Any,
    known: Mapping[str, str],
    write: Write | None,
    times: int,
    marks: Sequence[Any] = (),
) -> Any:
    origin = get_origin(annotation)
    if origin is Annotated:
        annotation, *marks = get_args(annotation)
        return _value(annotation, known, write, times, marks)
    points_to = next((mark.kind for mark in marks if isinstance(mark, PointsTo)), ADDRESS)
    if points_to != ADDRESS:
        return known[points_to]
    holding = next((mark.func for mark in marks if isinstance(mark, BeforeValidator)), None)
    if holding is body._tile:
        return ["1", "2"]
    if holding:
        kind, example = KINDS.get(holding, ROUND_YEAR)
        return (write(kind) if write else None) or example
    if origin in (Union, types.UnionType):
        part = next(part for part in get_args(annotation) if part is not type(None))
        return _value(part, known, write, times)
    if origin is tuple:
        return [_value(get_args(annotation)[0], known, write, times) for _ in range(times)]
    if origin is Literal:
        return get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return filled(annotation, known, write, times)
    raise TypeError(f"no specimen for {annotation}")
