"""What does not fit a filing, as sentences in Chinese: place, value, remedy."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Iterator
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from generator.problems import MOST, untold
from self_assessment.filing.filing import Filing

SHOWN = 40
Path = tuple[str | int, ...]
NEW_EXPORT = "请在表单中打开原件重新导出，不要手工改动导出的文件"


class Fault(NamedTuple):
    """One thing that does not fit: a stable code, the whole message, the remedy, the value."""

    code: str
    message: str
    remedy: str
    value: str


def faults(error: ValidationError) -> Iterator[Fault]:
    """The first faults of a tree that did not fit, in the order in which they were found.

    At most `MOST` are told, and how many more there are.
    """
    details = error.errors(include_url=False)
    for detail in details[:MOST]:
        where = detail["loc"]
        wrong_key = bool(where) and where[-1] == "[key]"
        where = where[:-1] if wrong_key else where
        kind = "wrong_key" if wrong_key else detail["type"]
        what, remedy = _words(kind, where, detail.get("ctx", {}))
        yield Fault(
            kind.replace("_", "-"),
            f"{place(where)}：{what}{_shown(kind, detail.get('input'))}",
            remedy,
            str(detail.get("input"))[:SHOWN],
        )
    if (more := len(details) - MOST) > 0:
        yield Fault("fault-more", *untold(more), "")


def place(where: Path) -> str:
    """Where something stands, in the words of the form: 各条款 › 4.1.2 › 得分率."""
    words: list[str] = []
    models: tuple[type[BaseModel], ...] = (Filing,)
    inside_list = False
    for step in where:
        model = next((m for m in models if step in m.model_fields), None)
        if model and not inside_list:
            field = model.model_fields[str(step)]
            words.append(field.title or str(step))
            models, inside_list = _models_in(field.annotation), _is_list(field.annotation)
        elif isinstance(step, int):
            words.append(f"第 {step + 1} 项")
            inside_list = False
        else:
            words.append(str(step)[:SHOWN])
            inside_list = False
    return " › ".join(words) or "整份文件"


def _words(kind: str, where: Path, context: dict[str, Any]) -> tuple[str, str]:
    match kind:
        case "missing":
            return "缺少这一项", NEW_EXPORT
        case "extra_forbidden":
            return "不认识的内容", "如果它来自更新的表单，请用新的表单打开"
        case "wrong_key":
            return "编号的写法不对", "编号只用字母、数字、点和连字符，不超过 64 个字符"
        case "literal_error":
            known = re.sub(r", | or ", "、", str(context["expected"])).replace("'", "")
            return "不是可以填的值", f"可填 {known}"
        case "string_too_long":
            return f"超过 {context['max_length']} 个字", "请在表单中缩短后重新导出"
        case "too_long":
            return f"超过 {context['max_length']} 项", "请在表单中减少后重新导出"
        case "too_short":
            return f"少于 {context['min_length']} 项", "请在表单中补上后重新导出"
        case "string_pattern_mismatch":
            return "写法不对", _form_of(str(context["pattern"]))
        case "greater_than_equal":
            return f"小于 {context['ge']}", f"应不小于 {context['ge']}"
        case "less_than_equal":
            return f"大于 {context['le']}", f"应不大于 {context['le']}"
        case "multiple_of":
            return "不在级差上", f"应是 {context['multiple_of']} 的倍数"
        case "value_error":
            return str(context["error"]), NEW_EXPORT
        case "string_unicode":
            return "文字中有残缺的字符", "请在表单中删去后重新输入这一处"
        case "model_type" | "model_attributes_type" | "dict_type":
            return "应是一组内容", NEW_EXPORT
        case "list_type":
            return "应是一个列表", NEW_EXPORT
        case "string_type":
            return "应是文字", NEW_EXPORT
        case "int_type" | "int_from_float" | "int_parsing_size":
            return "应是整数", NEW_EXPORT
        case "bool_type":
            return "应是 true 或 false", NEW_EXPORT
        case "none_required":
            return "应是空的（null）", NEW_EXPORT
        case _:  # a defect of ours: the tests prove that no known input comes here
            return f"写法不对（{kind}）", NEW_EXPORT


def _form_of(pattern: str) -> str:
    """What a pattern asks for, told by the value it is for."""
    if "T[0-9]{2}" in pattern:
        return "应是 2026-05-07T14:03:09+08:00 这样的时间"
    if "[0-9]{4}-" in pattern:
        return "应是 2026-06-30 这样的日期"
    if "[0-9A-Z]{18}" in pattern:
        return "应是 18 位数字和大写字母"
    if "[0-9a-f]{64}" in pattern:
        return "应是 64 位的摘要，" + NEW_EXPORT
    if "[0-9]{1,15}" in pattern:
        return "应是数字，如 6.75；单位另写"
    return "编号只用字母、数字、点和连字符，不超过 64 个字符"


def _shown(kind: str, value: Any) -> str:
    """The value as a reader can compare it: not where it is missing, or long."""
    if kind in {"missing", "value_error"} or isinstance(value, dict | list | BaseModel):
        return ""
    if kind == "string_unicode":
        return ""
    text = json.dumps(value) if value is None or isinstance(value, bool) else str(value)
    return f"，这里是“{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}”"


def _models_in(annotation: Any) -> tuple[type[BaseModel], ...]:
    """The parts of a filing that a field holds, below lists, maps and choices."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (annotation,)
    return tuple(model for part in get_args(annotation) for model in _models_in(part))


def _is_list(annotation: Any) -> bool:
    if get_origin(annotation) in (Union, types.UnionType):
        return any(_is_list(part) for part in get_args(annotation))
    return get_origin(annotation) in (list, dict)
