"""Writes the reference pages beside it: records, criteria, filing, checks, commands, from the code.

``python docs/reference.py`` writes them; ``tests/docs`` holds that they are current.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from generator.cli.app import app as award_site
from generator.records import RECORD_KINDS
from generator.regulation import all_checks
from self_assessment.cli.app import app as self_assessment
from self_assessment.criteria import CriteriaSet
from self_assessment.filing.filing import Filing

HERE = Path(__file__).parent
MADE = "由 `make docs` 从程序写出，不要手工改动。\n"


def records() -> str:
    """Every kind of record with every field: key, name, form, whether it must be there."""
    parts = ["# 记录的写法\n", MADE]
    for record_kind in RECORD_KINDS:
        schema = record_kind.model.model_json_schema()
        parts.append(f"## {record_kind.word}：`{record_kind.where}`\n")
        parts.append(_fields(schema, schema))
        for name, part in sorted(schema.get("$defs", {}).items()):
            if "properties" in part:
                parts.append(f"### {name}（{record_kind.word}的一部分）\n")
                parts.append(_fields(part, schema))
    return "\n".join(parts)


def criteria() -> str:
    """Every field of a criteria set."""
    return _model(
        "准则的写法",
        "准则放在 `self_assessment/criteria/<编号>.yml`，一个版次一个文件。",
        CriteriaSet.model_json_schema(),
    )


def filing() -> str:
    """Every field of a filing, as its JSON has it."""
    return _model(
        "自评报告文件",
        "表单导出的 JSON。没有写的键按默认值读取；`self-assessment check` 核对。",
        Filing.model_json_schema(),
    )


def _model(title: str, says: str, schema: dict[str, Any]) -> str:
    parts = [f"# {title}\n", MADE, f"{says}\n", _fields(schema, schema)]
    for name, part in sorted(schema["$defs"].items()):
        parts.append(f"## {name}\n")
        parts.append(_fields(part, schema))
    return "\n".join(parts)


def _fields(model: dict[str, Any], schema: dict[str, Any]) -> str:
    required = set(model.get("required", ()))
    rows = ["| 键 | 名称 | 写法 | 必填 |", "|---|---|---|---|"]
    for key, field in model["properties"].items():
        says = "；".join(part for part in (_form(field, schema), field.get("description")) if part)
        must = "是" if key in required else ""
        rows.append(f"| `{key}` | {field.get('title', '')} | {says} | {must} |")
    return "\n".join(rows) + "\n"


_FORMS = {"integer": "整数", "string": "文字", "number": "数", "boolean": "是或否", "null": ""}


def _form(field: dict[str, Any], schema: dict[str, Any]) -> str:
    if "$ref" in field:
        return f"一组：{field['$ref'].rsplit('/', 1)[-1]}"
    if "anyOf" in field:
        return _form(next(part for part in field["anyOf"] if part != {"type": "null"}), schema)
    if "enum" in field:
        return "、".join(str(value) for value in field["enum"] if not isinstance(value, bool))
    if "const" in field:
        return str(field["const"])
    if "patternProperties" in field:
        (inner,) = field["patternProperties"].values()
        return f"按编号分列，每项{_form(inner, schema)}"
    if field.get("type") == "array":
        return f"列表，每项{_form(field['items'], schema)}"
    if field.get("format") == "date":
        return "日期，如 2026-10-09"
    if field.get("format") == "uri":
        return "完整网址"
    kind = field.get("type", "string")
    return (
        _FORMS[kind] if isinstance(kind, str) else "、".join(dict.fromkeys(map(_FORMS.get, kind)))
    )


def checks() -> str:
    """Every check by its module, with the obligation it holds."""
    parts = ["# 逐条检查\n", MADE, "| 模块 | 检查 | 要求 |", "|---|---|---|"]
    for check in all_checks():
        module = check.__module__.rsplit(".", 1)[-1]
        parts.append(f"| `{module}` | `{check.__name__}` | {(check.__doc__ or '').strip()} |")
    return "\n".join(parts) + "\n"


def commands() -> str:
    """Every command as its own help has it."""
    parts = ["# 命令\n", MADE]
    for program, app in (("award-site", award_site), ("self-assessment", self_assessment)):
        root: Any = get_command(app)
        context = root.make_context(program, [], resilient_parsing=True)
        for name, command in root.commands.items():
            below = command.make_context(name, [], resilient_parsing=True, parent=context)
            told = _trimmed(command.get_help(below))
            parts.append(f"## {program} {name}\n\n```text\n{told}\n```\n")
    return "\n".join(parts)


def _trimmed(text: str) -> str:
    return re.sub(r" +$", "", text, flags=re.MULTILINE).strip()


def pages() -> Iterator[tuple[Path, str]]:
    """Every reference page with its text."""
    yield HERE / "records.md", records()
    yield HERE / "criteria.md", criteria()
    yield HERE / "filing.md", filing()
    yield HERE / "checks.md", checks()
    yield HERE / "commands.md", commands()


if __name__ == "__main__":
    for path, text in pages():
        path.write_text(text, encoding="utf-8", newline="\n")
