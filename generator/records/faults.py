"""What does not fit a record, as sentences in Chinese: place, value, remedy.

pydantic finds the faults; here each kind of fault it knows gets its sentence. A kind without one
is a defect of ours and says so plainly instead of showing English to an office.
"""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from generator.problems import MOST, untold
from generator.reading import KeyPath


class Fault(NamedTuple):
    """One thing that does not fit: the way to it, a stable code, what is wrong, the remedy.

    `line` is given where the file could not be read as a tree; then `where` is empty. `words` are
    those of a long text that are meant: the first line there that has them.
    """

    where: KeyPath
    code: str
    message: str
    remedy: str
    line: int = 0
    words: str = ""


def faults_of(error: ValidationError, model: type[BaseModel]) -> Iterator[Fault]:
    """The faults of a tree that did not fit `model`, in the order in which pydantic found them.

    At most `MOST` are told, and how many more there are.
    """
    details = error.errors(include_url=False)
    for detail in details[:MOST]:
        where = tuple(detail["loc"])
        context: dict[str, Any] = detail.get("ctx", {})
        yield _fault(detail["type"], where, detail.get("input"), context, model)
    if (more := len(details) - MOST) > 0:
        yield Fault((), "fault-more", *untold(more))


def _fault(
    kind: str, where: KeyPath, value: Any, context: dict[str, Any], model: type[BaseModel]
) -> Fault:
    key = str(where[-1]) if where else ""
    label = _label(model, where)
    shown = str(value)[:60] if isinstance(value, str) else ""
    if "said" in context:
        said = str(context["said"])
        named = said if not label or said.startswith(label) else f"{label}：{said}"
        return Fault(where, kind, named, context["remedy"], words=context["words"])
    match kind:
        case "missing":
            return Fault(where, "key-missing", f"缺少 {key}{_paren(label)}", f"请补上 {key}: …")
        case "extra_forbidden":
            known = [*_model_at(model, where[:-1]).model_fields]
            near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
            remedy = f"是不是 {near[0]}" if near else f"可用的键有 {'、'.join(known)}"
            return Fault(where, "key-unknown", f"不认识的键“{key[:60]}”", remedy)
        case "literal_error":
            wrong = f"{label}不能是“{shown}”" if isinstance(value, str) else f"{label}应只是一个词"
            return Fault(where, "value-unknown", wrong, f"可写 {_options(model, where)}")
        case "tuple_type":
            return Fault(where, "list-expected", f"{label}应是一个列表", "每项单独一行，以“- ”开头")
        case "model_type" | "dict_type":
            return Fault(
                where, "mapping-expected", f"{label or '这里'}应是一组“键: 值”", "请按样例检查缩进"
            )
        case "string_too_short" | "too_short":
            return Fault(where, "value-empty", f"{label}没有内容", "请填写，或删去这一行")
        case _:  # a defect of ours: tests/records proves that no known input comes here
            return Fault(where, kind, f"{label}的写法不对（{kind}）", "请对照样例")


def _paren(label: str) -> str:
    return f"（{label}）" if label else ""


def _unwrapped(annotation: Any) -> Iterator[Any]:
    """The plain types inside an annotation: of a tuple its items, of a choice its parts."""
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType, tuple):
        for part in get_args(annotation):
            if part is not Ellipsis:
                yield from _unwrapped(part)
    else:
        yield annotation


def _model_at(model: type[BaseModel], where: KeyPath) -> type[BaseModel]:
    for key in where:
        if isinstance(key, str) and key in model.model_fields:
            for part in _unwrapped(model.model_fields[key].annotation):
                if isinstance(part, type) and issubclass(part, BaseModel):
                    model = part
    return model


def _label(model: type[BaseModel], where: KeyPath) -> str:
    """What the field is called in Chinese, with its place in a list: 名单第 3 项."""
    names = [place for place, key in enumerate(where) if isinstance(key, str)]
    if not names:
        return ""
    field = _model_at(model, where[: names[-1]]).model_fields.get(str(where[names[-1]]))
    title = (field.title or "") if field else ""
    return f"{title}第 {where[-1] + 1} 项" if isinstance(where[-1], int) else title


def _options(model: type[BaseModel], where: KeyPath) -> str:
    names = [place for place, key in enumerate(where) if isinstance(key, str)]
    field = _model_at(model, where[: names[-1]]).model_fields.get(str(where[names[-1]]))
    for part in _unwrapped(field.annotation if field else None):
        if get_origin(part) is Literal:
            return "、".join(map(str, get_args(part)))
    return ""
