"""Every word of the glossary in CONTRIBUTING is one that the program or its records use."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def glossary() -> list[str]:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Words", 1)[1]
    rows = re.findall(
        r"^\| (?!word|-)([^|]+) \|([^|]+)\|$", text.split("\n## ", 1)[0], re.MULTILINE
    )
    heads = [word for head, _ in rows for word in re.split(r"[,(（）)、]", head)]
    bold = [word for _, says in rows for word in re.findall(r"\*\*([^*]+)\*\*", says)]
    return [word.strip() for word in (*heads, *bold) if word.strip()]


def test_each_word_is_in_use() -> None:
    words = glossary()
    assert len(words) > 60
    sources = [*ROOT.glob("generator/**/*.py"), *ROOT.glob("self_assessment/**/*.py")]
    sources += [*ROOT.glob("content/**/*.yml"), *ROOT.glob("generator/**/*.html")]
    used = "\n".join(source.read_text(encoding="utf-8") for source in sources).lower()
    plain = re.sub(r"[-_\s]+", " ", used)
    missing = [word for word in words if re.sub(r"[-_\s]+", " ", word.lower()) not in plain]
    assert not missing
