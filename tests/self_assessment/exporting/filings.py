"""Filings to export: one with a mark in every text, one as long as they come."""

from __future__ import annotations

from itertools import count
from typing import Any

from self_assessment.criteria import CriteriaSet
from self_assessment.filing.schema import filing_schema

MOMENT = "2026-06-01T09:00:00+08:00"
ODD = [
    "普通的话",
    "=1+1",
    "+86 21",
    "-12",
    "@sum",
    "<script>alert(1)</script>&amp;]]>",
    '"引号" ‘’“”…—',
    "𠮷𡈽𪚥",
    "👩‍💻🇨🇳",
    "مرحبا שלום",
    "_x0041_ _x000D_",
    "前\u000b中\u0007\u0000后\ufffe",
    "制\t表",
    "a" * 60,
    "半\ud800个",
    "__proto__",
]
"""What may stand in a text and upset a writer of files."""


class Marked:
    """A filing made from the schema: every text has a mark of its own, every list two entries."""

    def __init__(self, criteria: CriteriaSet) -> None:
        self._schema = filing_schema()
        self._numbers = count(1)
        self._figures = count(70001)
        items = [*criteria.items][:3]
        rubric = criteria.rubrics[items[0].rubric]
        self._keys = {
            "profile": [heading.id for heading in [*criteria.headings][:2]],
            "items": [item.id for item in items],
            "elements": [element.id for element in rubric.elements],
            "inputs": ["a1", "a2"],
            "consensus": [item.id for item in items[:2]],
            "percents": [item.id for item in items],
            "categories": [category.id for category in criteria.categories[:1]],
        }
        self.places: dict[str, str] = {}
        """Every place with a text, and the text."""
        self.whole: dict[str, Any] = {}
        self._fixed = {
            "criteria": {"id": criteria.id, "digest": criteria.digest},
            "format": "self-assessment-filing",
            "schema_version": 1,
            "made_with": "0.1.0",
            "credit_code": "91310000MA1FL00012",
            "left_out": [],
        }

    def filing(self) -> dict[str, Any]:
        """The whole filing, as JSON."""
        made: dict[str, Any] = self._of(self._schema, "", ())
        return made

    def _of(self, schema: dict[str, Any], name: str, path: tuple[str, ...]) -> Any:
        if "$ref" in schema:
            key = schema["$ref"].rpartition("/")[2]
            return self._of(self._schema["$defs"][key], name, path)
        if (len(path) == 1 or name == "credit_code") and name in self._fixed:
            return self._fixed[name]
        if "anyOf" in schema:
            return self._of(schema["anyOf"][0], name, path)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][-1]
        return getattr(self, f"_{schema['type']}")(schema, name, path)

    def _object(self, schema: dict[str, Any], name: str, path: tuple[str, ...]) -> dict[str, Any]:
        if "properties" in schema:
            return {
                key: self._of(inner, key, (*path, key))
                for key, inner in schema["properties"].items()
            }
        (inner,) = (
            schema.get("patternProperties") or {"": schema["additionalProperties"]}
        ).values()
        keys = self._keys.get(name, self._keys["items"])
        return {key: self._of(inner, key, (*path, key)) for key in keys}

    def _array(self, schema: dict[str, Any], name: str, path: tuple[str, ...]) -> list[Any]:
        if name in ("items", "headings") and path[0] in ("plan", "assignment"):
            return self._keys["items" if name == "items" else "profile"][:2]
        if name == "years":
            return [2023, 2024, 2025]
        wanted = 3 if name == "values" else 2
        made = [self._of(schema["items"], "", (*path, str(at))) for at in range(wanted)]
        for at, one in enumerate(made):
            if isinstance(one, dict) and "id" in one:
                one["id"] = f"{name[0]}{at + 1}"
        return made

    def _string(self, schema: dict[str, Any], name: str, path: tuple[str, ...]) -> str:
        pattern = schema.get("pattern", "")
        if name == "total" or "totals" in path:
            return "0"
        if "T[0-9]" in pattern:
            return MOMENT
        if pattern.startswith("^([0-9]{4}-"):
            return self._placed(path, f"2026-0{next(self._numbers) % 9 + 1}-15")
        if "0-9]{1,15}" in pattern:
            return self._placed(path, str(next(self._figures)))
        if pattern.startswith("^[A-Za-z0-9]"):
            return "10-25" if name == "band" else "k1"
        return self._placed(path, self._text(schema.get("maxLength", 0)))

    def _text(self, most: int) -> str:
        number = next(self._numbers)
        mark, odd = f"记{number:04d}", ODD[number % len(ODD)]
        line = f"{odd} {mark}" if number % 3 == 0 else f"{mark} {odd}"
        if most <= 500:
            return line
        return "\n".join([line, "".join(sentences(number, 12)), f"末{mark}"])

    def _placed(self, path: tuple[str, ...], text: str) -> str:
        self.places["/".join(path)] = text
        return text

    def _integer(self, schema: dict[str, Any], name: str, path: tuple[str, ...]) -> int:
        if name == "year":
            return 2026 if path[0] == "year" else 2024
        return 20

    def _boolean(self, schema: dict[str, Any], name: str, path: tuple[str, ...]) -> bool:
        return False


def sentences(number: int, count: int) -> list[str]:
    """Sentences that are nowhere else, long enough to run over the end of a line."""
    return [f"第{number}之{line}句写得长一些，好跨过一行。" for line in range(count)]


def filled(criteria: CriteriaSet, sentences_each: int = 24) -> dict[str, Any]:
    """A filing of many pages: every item answered at length, every result item with tables."""
    filing = Marked(criteria).filing()
    band = {"text": "", "band": "50-65"}
    for place, item in enumerate(criteria.items):
        elements = [element.id for element in criteria.rubrics[item.rubric].elements]
        texts = ["\n".join(sentences(1000 + 10 * place + at, sentences_each)) for at in range(4)]
        tables = [_table(place, at) for at in range(2)] if item.kind == "result" else []
        filing["items"][item.id] = {
            **filing["items"].get(item.id, _blank()),
            "elements": {
                key: {**band, "text": text} for key, text in zip(elements, texts, strict=True)
            },
            "tables": tables,
            "percent": 50,
            "band": "50-65",
        }
    return filing


def _table(place: int, at: int) -> dict[str, Any]:
    rows = [
        {
            "name": f"指标{place}-{at}-{row}",
            "unit": "%",
            "good": ("up", "down", "target")[row % 3],
            "values": [f"{80 + row}.{year}" for year in range(3)],
            "target": f"{90 - row}",
            "benchmark": {"value": f"{85 + row}", "source": "行业协会年报"},
        }
        for row in range(6)
    ]
    years = [2023, 2024, 2025]
    return {
        "id": f"t{at}",
        "title": "主要结果",
        "years": years,
        "rows": rows,
        "note": "",
        "secret": False,
    }


def _blank() -> dict[str, Any]:
    return {
        **{key: [] for key in ("strengths", "improvements", "evidence", "tables")},
        "elements": {},
        "percent": None,
        "band": None,
        "complete": True,
        "waits": "",
        "secret": False,
    }
